import { channel } from "node:diagnostics_channel";
import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { type ClientOptions, createClient } from "../src/index.ts";

/** Every exchange is told here, so that the conformance suite can hold the requests and answers of these tests to the document. */
const exchanges = channel("fluxer-oauth2:client:exchange");

/** A client whose requests end here: each is kept, and answered with what `answer` says. */
export function recordingClient(answer: () => Response, options: Partial<ClientOptions> = {}) {
  const requests: Request[] = [];
  const client = createClient({
    baseUrl: "https://fluxer.example/v1/",
    ...options,
    fetch: async (request) => {
      requests.push(request);
      const response = answer();
      exchanges.publish({ request: request.clone(), response: response.clone() });
      return response;
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
  return () => Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

/** The document's own example of an answer, with the headers that it must have. */
export function documented(operation: string, status = 200): () => Response {
  const [method = "", path = ""] = operation.split(" ");
  const { content, headers = {} } = resolve(
    `#/paths/${token(path)}/${method.toLowerCase()}/responses/${status}`,
  );
  const given = Object.entries(headers as Node).map(([name, header]) => [
    name,
    String(resolved(header).example),
  ]);
  const body = Object.values(content ?? {}).map((media) => resolved(media))[0];
  const { example = resolved(Object.values(body?.examples ?? {})[0]).value } = body ?? {};
  const init = { status, headers: Object.fromEntries(given) };
  return () => (body === undefined ? new Response(null, init) : Response.json(example, init));
}

type Node = Record<string, unknown>;

function resolve(pointer: string): Node {
  const tokens = pointer.split("/").slice(1);
  return tokens.reduce<Node>(
    (node, each) => resolved(node[each.replaceAll("~1", "/").replaceAll("~0", "~")]),
    bundle as Node,
  );
}

function resolved(node: unknown): Node {
  const { $ref } = (node ?? {}) as Node;
  return typeof $ref === "string" ? resolve($ref) : ((node ?? {}) as Node);
}

function token(text: string): string {
  return text.replaceAll("~", "~0").replaceAll("/", "~1");
}
