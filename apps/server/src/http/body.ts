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

/** All bytes of the body, within the limits. */
export async function readBytes(request: Request, limits: BodyLimits): Promise<Uint8Array> {
  // The HTTP parser holds a body to the length that it declares, so that only one of unknown length needs counting.
  const isDeclared = request.headers.get("content-length") !== null;
  const bytes = isDeclared
    ? new Uint8Array(await within(limits.milliseconds, request.arrayBuffer()))
    : await within(limits.milliseconds, readCounted(request, limits.bytes));
  if (bytes.length > limits.bytes) throw tooLarge();
  return bytes;
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

/** The same promise, unless it takes too long or the sender goes away. */
function within<T>(milliseconds: number, reading: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new ApiError("REQUEST_TIMEOUT", { headers: { connection: "close" } }));
    const timer = setTimeout(late, milliseconds);
    const fail = (cause: unknown) => {
      clearTimeout(timer);
      reject(
        cause instanceof ApiError
          ? cause
          : new ApiError("INVALID_FORM_BODY", { reason: "body broke off", cause }),
      );
    };
    reading.then((value) => {
      clearTimeout(timer);
      resolve(value);
    }, fail);
  });
}

function tooLarge(): ApiError {
  // The rest of the body will not be read, so the connection cannot be used again.
  return new ApiError("PAYLOAD_TOO_LARGE", { headers: { connection: "close" } });
}
