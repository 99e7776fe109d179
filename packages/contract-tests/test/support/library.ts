// A small API that has nothing to do with OAuth2, and a server for it that does everything right.
import { formats } from "@fluxer-oauth2/contract/formats";
import { type Adapter, createAdapter, type Fetch, loadSpec, NotTested } from "../../src/engine/index.ts";
import document from "./library.json" with { type: "json" };

export const spec = loadSpec(document, formats);
export const BODY_LIMIT = 2000;

const ADDED = "2026-01-05T10:00:00Z";
const EMMA = { isbn: "9780000000001", title: "Emma", genre: "novel", pages: null, added: ADDED };
const STOCKED = { ...EMMA, shelf: { row: 1, room: "A" } };
const TREE = {
  name: "all",
  children: [
    { name: "novels", children: [{ name: "old", children: [], labels: { de: "alt" }, notes: { a: 1 } }] },
  ],
};

export const adapter: Adapter = createAdapter(spec, {
  authorize: (_call, _operation, alternative) => {
    if ("reader" in alternative) return { headers: { "x-card": "reader-card-1" } };
    if (!("librarian" in alternative)) throw new NotTested("no such scheme");
    const token = alternative.librarian?.includes("books:write") ? "token-write" : "token-none";
    return { headers: { authorization: `Bearer ${token}` } };
  },
  recipe: (operation) => {
    if (operation.id !== "removeBook") return undefined;
    const ask = (isbn: string) => ({ path: { isbn } });
    const expect = { status: [404], body: { title: "There is no such book" } };
    return {
      request: () => ask(EMMA.isbn),
      cases: [{ name: "of an unknown book", expect, request: () => ask("9789999999999") }],
    };
  },
  bodyLimit: () => BODY_LIMIT,
  policy: {
    ...createAdapter(spec).policy,
    wrongKind: () => ({ status: [401] }),
    straySchema: "#/components/schemas/Problem",
  },
});

interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

class Refusal extends Error {
  readonly answer: Answer;
  constructor(status: number, title: string, headers: Record<string, string> = {}) {
    super(title);
    this.answer = {
      status,
      body: { title, status },
      headers: { "content-type": "application/problem+json", ...headers },
    };
  }
}

export const library: Fetch = async (request) => {
  const answer = await serve(request).catch((error: unknown) => {
    if (error instanceof Refusal) return error.answer;
    throw error;
  });
  const { status, body, headers = {} } = answer;
  const text = body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body);
  const type = text === null ? {} : { "content-type": "application/json; charset=utf-8" };
  return new Response(request.method === "HEAD" ? null : text, { status, headers: { ...type, ...headers } });
};

async function serve(request: Request): Promise<Answer> {
  const url = new URL(request.url);
  const path = url.pathname.replace(/^\/api(?=\/)/, "");
  const route = ROUTES.find(([, pattern]) => pattern.test(path));
  if (!route) throw new Refusal(404, "There is nothing here");
  const here = ROUTES.filter(([, pattern]) => pattern.test(path));
  const offers = (method: string) => here.find(([documented]) => documented === method);
  const found = offers(request.method) ?? (request.method === "HEAD" ? offers("GET") : undefined);
  if (!found) throw new Refusal(405, "Not so", { allow: here.map(([each]) => each).join(", ") });
  return found[2](request, url, path);
}

type Handler = (request: Request, url: URL, path: string) => Answer | Promise<Answer>;

const ROUTES: [string, RegExp, Handler][] = [
  ["GET", /^\/books$/, listBooks],
  ["POST", /^\/books$/, addBook],
  ["DELETE", /^\/books\/[^/]+$/, removeBook],
  ["GET", /^\/categories$/, () => ({ status: 200, body: TREE })],
  [
    "GET",
    /^\/categories\.txt$/,
    () => ({ status: 200, body: "all\n novels\n", headers: { "content-type": "text/plain" } }),
  ],
  ["POST", /^\/search$/, search],
  ["HEAD", /^\/shelves$/, () => ({ status: 200, body: [] })],
];

function listBooks(request: Request, url: URL): Answer {
  asReader(request);
  const limit = url.searchParams.get("limit");
  if (limit !== null && !/^([1-9]|[1-4][0-9]|50)$/.test(limit)) throw new Refusal(400, "limit");
  if (!["novel", "poetry", "essay"].includes(url.searchParams.get("genre") ?? "novel"))
    throw new Refusal(400, "genre");
  if (!["north", "south"].includes(request.headers.get("x-branch") ?? "north"))
    throw new Refusal(400, "branch");
  return { status: 200, body: [EMMA, STOCKED], headers: { "x-total": "2" } };
}

async function addBook(request: Request): Promise<Answer> {
  if (!["north", "south"].includes(request.headers.get("x-branch") ?? "north"))
    throw new Refusal(400, "branch");
  const body = await read(request, ["application/json"]);
  asLibrarian(request);
  if (!isBook(body)) throw new Refusal(400, "That is no book");
  return { status: 201, body: { ...body, added: ADDED }, headers: { location: "/books/1" } };
}

// In code points, as JSON Schema counts.
const WORD = /^.{1,40}$/su;
const TAG = /^.{0,8}$/su;
const TEXT = /^.{2,20}$/su;

function isBook(body: unknown): body is object {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return false;
  const { isbn, title, genre = "novel", pages = null, tags = [], ...rest } = body as Record<string, unknown>;
  if (typeof isbn !== "string" || !/^[0-9]{13}$/.test(isbn) || Object.keys(rest).length > 0) return false;
  if (typeof title !== "string" || !WORD.test(title)) return false;
  if (!["novel", "poetry", "essay"].includes(genre as string)) return false;
  if (pages !== null && !isWithin(pages, 9999)) return false;
  return (
    Array.isArray(tags) && tags.length <= 3 && tags.every((tag) => typeof tag === "string" && TAG.test(tag))
  );
}

function isWithin(value: unknown, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
}

function removeBook(request: Request, _url: URL, path: string): Answer {
  asLibrarian(request);
  const isbn = decodeURIComponent(path.split("/")[2] ?? "");
  if (!/^[0-9]{13}$/.test(isbn)) throw new Refusal(400, "isbn");
  if (isbn !== EMMA.isbn) throw new Refusal(404, "There is no such book");
  return { status: 204 };
}

const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];

async function search(request: Request): Promise<Answer> {
  const body = await read(request, ["application/json", ...FORMS]);
  asReader(request);
  const isForm = FORMS.some((type) => request.headers.get("content-type")?.startsWith(type));
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new Refusal(400, "no search");
  const { text, limit = 1 } = body as Record<string, unknown>;
  if (typeof text !== "string" || !TEXT.test(text)) throw new Refusal(400, "text");
  if (!isWithin(isForm ? Number(limit) : limit, 10)) throw new Refusal(400, "limit");
  const hits = [
    { kind: "book", book: EMMA },
    { kind: "category", name: "novels" },
  ];
  return { status: 200, body: hits };
}

async function read(request: Request, accepted: string[]): Promise<unknown> {
  const contentType = request.headers.get("content-type") ?? "";
  const essence = contentType.split(";")[0] ?? "";
  if (!accepted.includes(essence)) throw new Refusal(415, "That type is not taken");
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > BODY_LIMIT) throw new Refusal(413, "Too much");
  const copy = new Response(bytes, { headers: { "content-type": contentType } });
  try {
    return essence === "application/json" ? await copy.json() : Object.fromEntries(await copy.formData());
  } catch {
    throw new Refusal(400, "The body is broken");
  }
}

function asReader(request: Request): void {
  if (request.headers.get("x-card") !== "reader-card-1") throw new Refusal(401, "No card");
}

function asLibrarian(request: Request): void {
  const token = request.headers.get("authorization");
  if (token === "Bearer token-none") throw new Refusal(403, "Not with this token");
  if (token !== "Bearer token-write") throw new Refusal(401, "Nobody");
}
