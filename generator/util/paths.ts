import { posix } from "node:path";

/**
 * Resolves a reference relative to the folder of a file.
 *
 * @param file POSIX path of the file that contains the reference
 * @param reference relative path with `/` or `\` as separators
 * @returns normalized POSIX path, which begins with `../` if it leaves the common root
 */
export function resolveReference(file: string, reference: string): string {
  const joined = posix.join(posix.dirname(file), reference.replaceAll("\\", "/")).replace(/\/$/, "");
  return joined === "." ? "" : joined;
}

/** Resolves the path of an include: from the docs folder if it begins with `~/`, otherwise from the file's folder. */
export function resolveInclude(file: string, reference: string): string {
  return /^~[\\/]/.test(reference) ? resolveReference("", reference.slice(2)) : resolveReference(file, reference);
}

/** Name of a file without its folder and extension. */
export function fileStem(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
}

/** Last segment of a URL path without its namespace and arguments: `assign`, `delta`, `$ref`. */
export function lastSegment(path: string): string {
  const last = path.split("/").at(-1) ?? "";
  return last.replace(/\(.*$/, "").split(".").at(-1) ?? "";
}
