import type { PageUrlKey } from "../../settings.ts";

/** Characters of a path that must be encoded in a comment or in a URL. */
const UNSAFE = /[^\w./-]/gu;

function encoded(character: string): string {
  const bytes = new TextEncoder().encode(character);
  return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}

/**
 * The text of a `@see` tag for a page: a link to its public URL, or its path if there is no URL. The path is a code
 * span, because editors parse a plain word there as the name of a declaration.
 *
 * @param file path of the page, relative to the docs
 * @param pageUrl public URL with placeholders, or null
 */
export function pageReference(file: string, pageUrl: string | null): string {
  const path = file.replace(UNSAFE, encoded);
  return pageUrl === null ? `\`${path}\`` : `[${path}](${fillPageUrl(pageUrl, path)})`;
}

/** The public URL of a page, or its path if there is no URL, as `pageReference` states it, without markup. */
export function pageName(file: string, pageUrl: string | null): string {
  const path = file.replace(UNSAFE, encoded);
  return pageUrl === null ? path : fillPageUrl(pageUrl, path);
}

function fillPageUrl(template: string, file: string): string {
  const path = file.replace(/\.md$/i, "");
  const cut = path.lastIndexOf("/");
  const values: Readonly<Record<PageUrlKey, string>> = {
    file,
    path,
    page: path.replace(/^api\//i, ""),
    folder: path.slice(0, Math.max(cut, 0)),
    name: path.slice(cut + 1),
  };
  return template.replace(
    /\{(\w+)\}/g,
    (placeholder, key: string) => new Map(Object.entries(values)).get(key) ?? placeholder,
  );
}
