// A second small API, with every way to write a parameter and a body, and a server that reads them by hand.
import { createServer, type Server } from "node:http";
import { formats } from "@fluxer-oauth2/contract/formats";
import { type Adapter, createAdapter, credentialOf, type Fetch, loadSpec } from "../../src/engine/index.ts";
import document from "./harbour.json" with { type: "json" };

export { document };
export const spec = loadSpec(document, formats);

const SECRETS: Readonly<Record<string, string>> = {
  visitor: "conformance-visitor",
  seat: "conformance-seat",
  clerk: "conformance-clerk:conformance-password",
  master: "conformance-master",
};

/** All that the suite must be told of this API. */
export const adapter: Adapter = createAdapter(spec, {
  authorize: (_call, _operation, alternative) =>
    credentialOf(spec, alternative, (scheme) => SECRETS[scheme] ?? ""),
  policy: { ...createAdapter(spec).policy, straySchema: "#/components/schemas/Problem" },
  unreachable: ({ id }, status) => {
    if (status === "default") return "the server has only the answers that are documented by their status";
    return id === "readMoon" ? "the suite does not write the style matrix" : undefined;
  },
  unseen: ({ operationId, name }) => {
    if (name.endsWith("hint, null")) return "a hint is left out rather than null";
    if (/4XX hint/.test(name)) return "hints come with a 400, and nothing else does here";
    return operationId === "readPiers" ? "there is one harbour only" : undefined;
  },
});

class Refusal extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(status: number, title: string, headers: Record<string, string> = {}) {
    super(title);
    this.status = status;
    this.headers = headers;
  }
}

function ensure(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Refusal(400, what);
}

/** What a server that is one off does otherwise: the number or length that it takes a bound for. */
export type Bend = (what: string, bound: number) => number;

const exact: Bend = (_, bound) => bound;

export function createHarbour(bend: Bend = exact): Fetch {
  const within = (value: number, what: string, least: number, most: number) =>
    value >= bend(`${what} least`, least) && value <= bend(`${what} most`, most);
  const text = (value: unknown, what: string, least: number, most: number) => {
    ensure(typeof value === "string", what);
    // In code points.
    ensure(within([...value].length, what, least, most), what);
    return value;
  };
  const integer = (value: unknown, what: string, least: number, most: number) => {
    ensure(Number.isInteger(value) && within(Number(value), what, least, most), what);
    return Number(value);
  };
  const list = (value: unknown, what: string, least: number, most: number): unknown[] => {
    ensure(Array.isArray(value) && within(value.length, what, least, most), what);
    return value;
  };
  const written = (value: string, what: string) => {
    ensure(/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/.test(value), what);
    return Number(value);
  };

  function listShips(request: Request, url: URL): Response {
    const { searchParams: query } = url;
    const some = (name: string) => query.get(name) ?? undefined;
    const kinds = query.getAll("kinds");
    if (kinds.length > 0) {
      list(kinds, "kinds", 1, 2);
      ensure(new Set(kinds).size === kinds.length, "kinds");
      for (const kind of kinds) ensure(["ferry", "tanker", "tug"].includes(kind), "kinds");
    }
    if (query.has("flags")) {
      for (const flag of list(some("flags")?.split("|"), "flags", 0, 4))
        ensure(/^[A-Z]{2}$/.test(String(flag)), "flags");
    }
    if (query.has("piers")) {
      for (const pier of list(some("piers")?.split(" "), "piers", 0, 3)) {
        integer(written(String(pier), "piers"), "pier", 1, 9);
      }
    }
    const deep = [...query].filter(([name]) => name.startsWith("length["));
    for (const [name, value] of deep) {
      ensure(name === "length[min]" || name === "length[max]", "length");
      const [least, most] = name === "length[min]" ? [0, 400] : [1, 500];
      integer(written(value, "length"), name, least, most);
    }
    ensure(deep.length === 0 || query.has("length[min]"), "length");
    if (query.has("page")) integer(written(some("page") ?? "", "page"), "page", 1, 99);
    ensure(["true", "false"].includes(some("docked") ?? "true"), "docked");
    if (query.has("where"))
      text((json(some("where") ?? "") as { port?: unknown } | null)?.port, "port", 2, 5);
    const language = request.headers.get("x-language");
    ensure(language === "en" || language === "no", "language");
    const fields = request.headers.get("x-fields");
    if (fields !== null) {
      for (const field of list(fields.split(","), "fields", 0, 2)) {
        ensure(["name", "kind", "imo"].includes(String(field).trim()), "fields");
      }
    }
    const berth = cookies(request).get("berth");
    if (berth !== undefined) integer(written(berth, "berth"), "berth", 1, 12);
    asAny(request, url);
    const isLast = some("page") !== undefined;
    return Response.json({
      ships: [SHIP, { ...SHIP, captain: null }, { ...SHIP, captain: "Ada" }],
      next: isLast ? null : 2,
    });
  }

  async function registerShip(request: Request): Promise<Response> {
    asMaster(request);
    essence(request, "application/json");
    const ship = object(json(await request.text()));
    text(ship.name, "name", 2, 12);
    if (ship.kind === "Ferry") ferry(ship);
    else tanker(ship);
    const { kind, name } = ship;
    const captain = "captain" in ship ? { captain: ship.captain } : {};
    return Response.json({ id: 1, kind, name, ...captain }, { status: 201 });
  }

  function ferry({ kind: _, name: __, passengers, decks = 1, captain = null, ...rest }: Body): void {
    ensure(Object.keys(rest).length === 0, "unknown member");
    ensure(integer(passengers, "passengers", 10, 5000) % 10 === 0, "passengers");
    ensure(
      typeof decks === "number" && decks > bend("decks least", 0) && decks < bend("decks most", 9),
      "decks",
    );
    if (captain !== null) text(captain, "captain", 1, 8);
  }

  function tanker({ kind, imo, length, beam, owners, marks, tank: inside, built }: Body): void {
    ensure(kind === "Tanker", "kind");
    ensure(typeof imo === "string" && /^IMO[0-9]{7}$/.test(imo), "imo");
    if (length !== undefined) integer(length, "length", 1, 500);
    if (beam !== undefined) integer(beam, "beam", 1, 90);
    ensure(length === undefined || beam !== undefined, "beam");
    if (owners !== undefined) {
      const all = list(owners, "owners", 1, 3).map((owner) => text(owner, "owner", 0, 40));
      ensure(new Set(all).size === all.length, "owners");
      for (const owner of all) ensure(/^[\w.+-]+@[\w-]+(?:\.[\w-]+)*$/.test(owner), "owner");
    }
    if (marks !== undefined) {
      const all = Object.values(object(marks));
      ensure(within(all.length, "marks", 1, 3), "marks");
      for (const mark of all) text(mark, "mark", 0, 5);
    }
    if (inside !== undefined) tank(inside);
    if (built === undefined) return;
    const isDay = typeof built === "string" && /^\d{4}-\d\d-\d\d$/.test(built);
    if (isDay) ensure(new Date(`${built}T00:00:00Z`).toJSON()?.slice(0, 10) === built, "built");
    else integer(built, "built", 1900, Number.MAX_SAFE_INTEGER);
  }

  function tank(value: unknown): void {
    const { tonnes, inner } = object(value);
    integer(tonnes, "tonnes", 1, 1000);
    if (inner !== undefined) tank(inner);
  }

  function tile(path: string): void {
    const parts = list(decodeURIComponent(path.split("/")[2] ?? "").split(","), "tile", 2, 3);
    for (const part of parts) integer(written(String(part), "tile"), "tile part", 0, 31);
  }

  async function drawChart(request: Request, _url: URL, path: string): Promise<Response> {
    asMaster(request);
    tile(path);
    const type = essence(request, "application/octet-stream", "text/plain");
    const drawn = await request.text();
    if (type === "text/plain") ensure(/^[a-z ]*$/.test(text(drawn, "words", 0, 20)), "words");
    else text(drawn, "chart", 1, 64);
    return new Response(null, { status: 204 });
  }

  async function fileManifest(request: Request): Promise<Response> {
    asClerk(request);
    essence(request, "multipart/form-data", "application/x-www-form-urlencoded");
    const form = await request.formData().catch(() => {
      throw new Refusal(400, "form");
    });
    const one = (name: string) => {
      const all = form.getAll(name);
      ensure(all.length < 2, name);
      return all[0];
    };
    text(one("title"), "title", 1, 10);
    const weights = list(form.getAll("weights"), "weights", 1, 3);
    for (const weight of weights)
      ensure(within(written(String(weight), "weight"), "weight", 0.5, 99.5), "weight");
    const [count, urgent, scan] = [one("count"), one("urgent"), one("scan")];
    if (count !== undefined) integer(written(String(count), "count"), "count", 1, 7);
    ensure(urgent === undefined || urgent === "true" || urgent === "false", "urgent");
    if (scan !== undefined) text(typeof scan === "string" ? scan : await scan.text(), "scan", 0, 16);
    const scanned = scan === undefined ? {} : { scanned: true };
    return Response.json({ weights: weights.length, ...scanned });
  }

  const routes: [
    string,
    RegExp,
    (request: Request, url: URL, path: string) => Response | Promise<Response>,
  ][] = [
    ["GET", /^\/ships$/, listShips],
    ["POST", /^\/ships$/, registerShip],
    [
      "GET",
      /^\/charts\/[^/]+$/,
      (_request, _url, path) => {
        tile(path);
        return new Response("\u0001\u0002", { headers: { "content-type": "application/octet-stream" } });
      },
    ],
    ["PUT", /^\/charts\/[^/]+$/, drawChart],
    ["POST", /^\/manifests$/, fileManifest],
    ["GET", /^\/piers$/, () => Response.json(PIERS)],
    ["GET", /^\/tides$/, tides],
    ["GET", /^\/moon;phase=[a-z]{3,}$/, () => new Response(null)],
  ];

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const here = routes.filter(([, pattern]) => pattern.test(url.pathname));
    if (here.length === 0) throw new Refusal(404, "There is nothing here");
    const method = request.method === "HEAD" ? "GET" : request.method;
    const route = here.find(([each]) => each === method);
    if (!route) throw new Refusal(405, "Not so", { allow: here.map(([each]) => each).join(", ") });
    const response = await route[2](request, url, url.pathname);
    return request.method === "HEAD" ? new Response(null, response) : response;
  }

  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, headers, message } = error;
      const hint = status === 400 ? { hint: "Look it up" } : {};
      const type = { "content-type": "application/problem+json" };
      const body = request.method === "HEAD" ? null : JSON.stringify({ title: message, ...hint });
      return new Response(body, { status, headers: { ...type, ...headers } });
    }
  };
}

type Body = Record<string, unknown>;

const SHIP = { id: 1, kind: "Ferry", name: "Fram" };
const PIERS = { name: "all", master: null, piers: [{ name: "north", master: "Ada", piers: [] }] };

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, "not JSON");
  }
}

function object(value: unknown): Body {
  ensure(typeof value === "object" && value !== null && !Array.isArray(value), "no object");
  return value as Body;
}

function essence(request: Request, ...taken: string[]): string {
  const type = (request.headers.get("content-type") ?? "").split(";")[0] ?? "";
  if (!taken.includes(type)) throw new Refusal(415, "That type is not taken");
  return type;
}

function cookies(request: Request): Map<string, string> {
  const all = (request.headers.get("cookie") ?? "").split("; ").map((each) => each.split("="));
  return new Map(all.map(([name = "", value = ""]) => [name, decodeURIComponent(value)]));
}

const isVisitor = (url: URL) => url.searchParams.get("key") === SECRETS.visitor;
const isClerk = (request: Request) =>
  request.headers.get("authorization") === `Basic ${btoa(SECRETS.clerk ?? "")}`;

function asAny(request: Request, url: URL): void {
  const isSeated = cookies(request).get("seat") === SECRETS.seat;
  if (!isVisitor(url) && !isSeated && !isClerk(request)) throw new Refusal(401, "Nobody");
}

function asClerk(request: Request): void {
  if (!isClerk(request)) throw new Refusal(401, "No clerk");
}

function asMaster(request: Request): void {
  if (request.headers.get("authorization") !== `Bearer ${SECRETS.master}`)
    throw new Refusal(401, "No master");
}

function tides(request: Request, url: URL): Response {
  if (!isVisitor(url)) throw new Refusal(401, "No visitor");
  asClerk(request);
  return new Response("rising", { headers: { "content-type": "text/plain", "x-level": "12.5" } });
}

/** The same over a socket. */
export function listen(fetch: Fetch): Promise<{ url: string; server: Server }> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = "GET", url = "/", headers } = incoming;
    const body = method === "GET" || method === "HEAD" ? null : Buffer.concat(chunks);
    const request = new Request(`http://localhost${url}`, {
      method,
      headers: headers as Record<string, string>,
      body,
    });
    const response = await fetch(request);
    outgoing.writeHead(response.status, [...response.headers].flat());
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({ url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, server });
    });
  });
}
