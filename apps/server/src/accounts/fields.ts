import { invalidField } from "../http/errors.ts";
import { imageHash } from "./image.ts";

// Absent stays absent, and null, which removes a thing, stays null.

export function trimmed(text: string | null | undefined): string | null | undefined {
  return text?.trim() ?? text;
}

export function imageField(path: string, image: string | null | undefined): string | null | undefined {
  if (image === undefined || image === null) return image;
  const hash = imageHash(image);
  if (hash !== undefined) return hash;
  throw invalidField(path, "INVALID_IMAGE", "This is not a PNG, JPEG, GIF or WebP image of at most 10 MiB.");
}

/** Without the members that are undefined, which `exactOptionalPropertyTypes` tells from absent ones. */
export function present<T extends object>(members: T): Present<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<T>;
}

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };
