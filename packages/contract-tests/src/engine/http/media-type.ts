export function essenceOf(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

/** Whether a media type or range of the document (`application/json`, `image/*`) covers this type. */
export function covers(documented: string, essence: string): boolean {
  const range = essenceOf(documented);
  if (range === "*/*" || range === essence) return true;
  return range.endsWith("/*") && essence.startsWith(range.slice(0, -1));
}

export function isJson(essence: string): boolean {
  return essence === "application/json" || /^[a-z]+\/[^;]*\+json$/.test(essence);
}
