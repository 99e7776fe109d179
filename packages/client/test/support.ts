import { type ClientOptions, createClient } from "../src/index.ts";

/** A client whose requests end here: each is kept, and answered with what `answer` says. */
export function recordingClient(answer: () => Response, options: Partial<ClientOptions> = {}) {
  const requests: Request[] = [];
  const client = createClient({
    baseUrl: "https://fluxer.example/v1/",
    ...options,
    fetch: async (request) => {
      requests.push(request);
      return answer();
    },
  });
  const last = () => {
    const request = requests.at(-1);
    if (request === undefined) throw new Error("nothing was sent");
    return request;
  };
  return { client, requests, last };
}

export function json(status: number, body: unknown): () => Response {
  return () => Response.json(body, { status });
}
