import { readFileSync } from "node:fs";
import path from "node:path";

/** A position in a page, counted from 1. */
export interface Position {
  /** Path of the page relative to the docs folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Positions in the pages of the names that the package declares. */
export interface Positions {
  /** Docs folder, relative to the folder of the package. */
  readonly docs: string;
  /**
   * Finds the position of a name.
   *
   * @param name name such as `User` or `User/displayName`
   * @returns undefined if no page documents the name
   */
  find(name: string): Position | undefined;
}

/**
 * Reads `positions.json`. The position of a declaration itself is stored under the empty name. The position of a member
 * contains a file only if that differs from the file of the declaration.
 *
 * @param folder absolute path of the package
 * @returns the positions
 * @throws Error if the file cannot be read or is not valid JSON
 */
export function readPositions(folder: string): Positions {
  const json: unknown = JSON.parse(readFileSync(path.join(folder, "positions.json"), "utf8"));
  const { docs, names } = isRecord(json) ? json : {};
  const declared = new Map(isRecord(names) ? Object.entries(names) : []);
  const find = (name: string): Position | undefined => {
    const [declaration = "", ...members] = name.split("/");
    const places = declared.get(declaration);
    if (!isRecord(places)) return undefined;
    const own = readPosition(places[""], "");
    return members.length === 0 ? own : readPosition(places[members.join("/")], own?.file ?? "");
  };
  return { docs: typeof docs === "string" ? docs : "", find };
}

/** Parses `resources/user.md:33:2`, or `33:2` if the file is known. */
function readPosition(text: unknown, file: string): Position | undefined {
  const parts = typeof text === "string" ? /^(?:(.+):)?(\d+):(\d+)$/.exec(text) : null;
  if (parts === null) return undefined;
  return { file: parts[1] ?? file, line: Number(parts[2]), column: Number(parts[3]) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
