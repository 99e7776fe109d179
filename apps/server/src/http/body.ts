import { createDeadline } from "./deadline.ts";
import { ApiError } from "./errors.ts";

export type BodyLimits = { readonly bytes: number; readonly milliseconds: number };

/** The media type, or undefined without a content type. Throws 415 for any but these, another charset or a coding. */
export function mediaOf(headers: Headers, accepted: ReadonlySet<string>): string | undefined {
  const contentType = headers.get("content-type");
  const encoding = headers.get("content-encoding");
  if (contentType === null) return undefined;
  if (encoding === null && accepted.has(contentType)) return contentType;
  const [essence = "", ...parameters] = contentType.split(";");
  const media = essence.trim().toLowerCase();
  if (!accepted.has(media) || encoding !== null || parameters.some(isOtherCharset)) {
    throw new ApiError("UNSUPPORTED_MEDIA_TYPE", {
      reason: `content type ${contentType}, encoding ${encoding}`,
    });
  }
  return media;
}

function isOtherCharset(parameter: string): boolean {
  const [name = "", value = ""] = parameter.split("=");
  return name.trim().toLowerCase() === "charset" && !/^\s*"?utf-8"?\s*$/i.test(value);
}

/** Before anything is read, so that a stranger's upload costs nothing. */
export function checkLength(headers: Headers, limits: BodyLimits): void {
  if (Number(headers.get("content-length") ?? 0) > limits.bytes) throw tooLarge();
}

/** Text where a byte that is not UTF-8 may become the replacement character, bytes where that must be seen. */
export type Content = string | Uint8Array;
export type ReadContent = (request: Request, form: "text" | "bytes") => Promise<Content>;

/** Reads a whole body, within the limits. */
export function createReadContent(limits: BodyLimits): ReadContent {
  const start = createDeadline(limits.milliseconds);
  return (request, form) =>
    new Promise((resolve, reject) => {
      const stop = start(() => reject(tooSlow()));
      const succeed = (content: Content) => {
        stop();
        resolve(content);
      };
      const fail = (cause: unknown) => {
        stop();
        reject(cause instanceof ApiError ? cause : brokenOff(cause));
      };
      // The HTTP parser holds a body to the length that it declares, so that only one of unknown length needs counting.
      const isDeclared = request.headers.get("content-length") !== null;
      const reading = isDeclared ? readDeclared(request, form) : readCounted(request, limits.bytes);
      reading.then(succeed, fail);
    });
}

function readDeclared(request: Request, form: "text" | "bytes"): Promise<Content> {
  return form === "text" ? request.text() : request.arrayBuffer().then((buffer) => new Uint8Array(buffer));
}

async function readCounted(request: Request, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function brokenOff(cause: unknown): ApiError {
  return new ApiError("INVALID_FORM_BODY", { reason: "body broke off", cause });
}

function tooSlow(): ApiError {
  return new ApiError("REQUEST_TIMEOUT", CLOSE);
}

function tooLarge(): ApiError {
  return new ApiError("PAYLOAD_TOO_LARGE", CLOSE);
}

// The rest of the body will not be read, so the connection cannot be used again.
const CLOSE = { headers: { connection: "close" } };
