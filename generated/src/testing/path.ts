/** Splits a path into literal parts, at even indexes, and placeholders (`name` or `name:form`), at odd ones. */
function partsOf(template: string): readonly string[] {
  return template.split(/\{(\w+(?::\w+)?)\}/);
}

/** Decodes escapes of `$`, quotes and parentheses, which some clients encode although paths contain them as they are. */
function normalize(text: string): string {
  return text.replace(/%2[4789]/g, (escape) => decodeURIComponent(escape));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Number of characters of a path that are not in a placeholder. A path with more of them is more specific. */
export function fixedLength(template: string): number {
  return partsOf(template)
    .filter((_, index) => index % 2 === 0)
    .join("").length;
}

/** Path of a request, with the values of the parameter aliases in the order of the documented path. */
function withAliases(template: string, path: string, search: string): string {
  const aliases = [...template.matchAll(/[?&](@\w+)=/g)].map(([, name = ""]) => name);
  if (aliases.length === 0) return normalize(path);
  const pieces = search.replace(/^\?/, "").split("&").map(normalize);
  const values = aliases.map(
    (name) => pieces.find((piece) => piece.replace(/^%40/, "@").startsWith(`${name}=`)) ?? "",
  );
  return `${normalize(path)}?${values.join("&").replace(/%40(?=\w+=)/g, "@")}`;
}

function valueOf(form: string | undefined, text: string): string {
  return form === "quoted" ? decode(text).replaceAll("''", "'") : decode(text);
}

/**
 * Compares the path of a request with a documented path. Fixed text is compared regardless of case. Each value extends
 * to the next fixed text, so that the comparison never backtracks.
 *
 * @param template documented path
 * @param path encoded path of the request, below the base URL
 * @param search query of the request, with or without its question mark
 * @returns decoded values of the placeholders by name, or null if the request is for another path
 */
export function matchPath(
  template: string,
  path: string,
  search: string,
): Readonly<Record<string, string>> | null {
  const given = withAliases(template, path, search);
  const lower = given.toLowerCase();
  const [first = ""] = template.toLowerCase().split("{", 1);
  if (!lower.startsWith(first)) return null;
  const parts = partsOf(template);
  const values: Record<string, string> = {};
  let end = first.length;
  for (let index = 1; index < parts.length; index += 2) {
    const [name = "", form] = (parts[index] ?? "").split(":");
    const fixed = (parts[index + 1] ?? "").toLowerCase();
    const isLast = index === parts.length - 2 && fixed === "";
    const start = isLast ? given.length : lower.indexOf(fixed === "" ? "/" : fixed, end);
    const value = given.slice(end, start);
    if (start < end || value === "" || (form !== "filePath" && value.includes("/"))) return null;
    values[name] = valueOf(form, value);
    end = start + fixed.length;
  }
  return end === given.length ? values : null;
}
