import { license } from "../../config/types.ts";

/** The license in a `package.json`, if it states one as npm accepts it. */
export function licenseOf(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  const parsed = license.safeParse(parseObject(new TextDecoder().decode(bytes)).license);
  return parsed.success ? parsed.data : null;
}

function parseObject(text: string): { readonly license?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
