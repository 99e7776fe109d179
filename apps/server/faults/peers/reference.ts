// The server without a fault as a process, for peers that need a port. Prints where it is, and the trusted application.
import { listen } from "../../src/http/listen.ts";
import { startProvider } from "../provider.ts";

const { app, config } = await startProvider();
const server = await listen(app, "127.0.0.1", 0);
const address = server.address();
const port = typeof address === "object" ? address?.port : address;
process.send?.({ url: `http://127.0.0.1:${port}`, admin: config.adminApplication });
process.once("disconnect", () => process.exit(0));
