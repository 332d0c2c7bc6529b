/**
 * Joins a relative POSIX or Windows reference to the folder of a file and removes `.` and `..`.
 *
 * @param file POSIX path of the file that holds the reference
 * @param reference relative path as an author writes it, `/` or `\` between folders
 * @returns normalised POSIX path; it begins with `../` when it leaves the common root
 */
export function resolveReference(file: string, reference: string): string {
  const parts = file.split("/").slice(0, -1);
  for (const part of reference.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

/** Resolves the path of an include: from the docs folder where it begins with `~/`, else from the file's own. */
export function resolveInclude(file: string, reference: string): string {
  return /^~[\\/]/.test(reference) ? resolveReference("", reference.slice(2)) : resolveReference(file, reference);
}

/** File name without folders and extension. */
export function fileStem(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
}

/** Last fixed segment of a URL path without cast, arguments and namespace: `assign`, `delta`, `$ref`. */
export function lastSegment(path: string): string {
  const last = path.split("/").at(-1) ?? "";
  return last.replace(/\(.*$/, "").split(".").at(-1) ?? "";
}
