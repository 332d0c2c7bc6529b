/** Parses the body of a request: JSON, the text of any other body, or undefined. */
export function parseBody(text: string, type: string): unknown {
  if (text === "") return undefined;
  if (!/[/+]json\b/i.test(type)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Returns `@odata.type` of a body, without `#`. */
export function statedType(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("@odata.type" in body)) return undefined;
  const type = body["@odata.type"];
  return typeof type === "string" ? type.replace(/^#/, "") : undefined;
}
