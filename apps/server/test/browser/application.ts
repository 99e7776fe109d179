import { once } from "node:events";
import { createServer } from "node:http";

/** A third-party application: whatever it is sent, it shows, and it keeps the addresses. */
export async function startApplication() {
  const visits: URL[] = [];
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://application");
    visits.push(url);
    // An application of two hosts sends the browser on from its callback.
    if (url.pathname === "/hop")
      return response.writeHead(302, { location: `http://localhost:${port}/home` }).end();
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(pages.get(url.pathname) ?? "<h1>The application</h1>");
  }).listen(0);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  const { port } = address;
  return {
    /** On another site than the provider, as browsers see it. */
    url: `http://localhost:${port}`,
    visits,
    pages,
    stop: () => server.close(),
  };
}
