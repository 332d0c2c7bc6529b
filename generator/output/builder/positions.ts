import { readFileSync } from "node:fs";
import path from "node:path";

/** A place in a page, counted from 1. */
export interface Position {
  /** Path of the page from the folder of the docs. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where the pages say what the package declares. */
export interface Positions {
  /** Folder of the docs, from the folder of the package. */
  readonly docs: string;
  /** Place of a name such as `User` or `User/displayName`, or undefined where no page has it. */
  find(name: string): Position | undefined;
}

/**
 * Reads `positions.json`. A declaration has its own place under the empty name; a member states its file only where it
 * differs from the declaration's.
 *
 * @param folder folder of the package, absolute
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

/** Reads `resources/user.md:33:2`, or `33:2` in a known file. */
function readPosition(text: unknown, file: string): Position | undefined {
  const parts = typeof text === "string" ? /^(?:(.+):)?(\d+):(\d+)$/.exec(text) : null;
  if (parts === null) return undefined;
  return { file: parts[1] ?? file, line: Number(parts[2]), column: Number(parts[3]) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
