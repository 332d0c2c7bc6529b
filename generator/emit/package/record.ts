import { z } from "zod";
import type { OutputFile, SurfaceItem } from "../model.ts";
import { compareStrings } from "../../util/compare.ts";
import { jsonText } from "../../util/visible.ts";

/** File in the package that lists its public API. It belongs to the repository, and is not published. */
export const RECORD_PATH = ".graph-docs-api.jsonl";

/** Version of the format; incremented if a program that reads an older format would misread the new one. */
const FORMAT_VERSION = 1;

const list = z.array(z.string()).default([]);
const item = z.object({
  kind: z.enum(["type", "union", "enum", "call", "runtime"]),
  id: z.string(),
  page: z.string().default(""),
  module: z.string(),
  name: z.string(),
  names: list,
  members: list,
  base: z.string().exactOptional(),
  result: z.string().exactOptional(),
  open: z.literal(true).exactOptional(),
});
const head = z.object({ formatVersion: z.literal(FORMAT_VERSION) });

/**
 * Prints the public API of a package: a line of JSON for each item, so that changes are readable in Git.
 *
 * @param items in any order
 */
export function printRecord(items: readonly SurfaceItem[]): OutputFile {
  const sorted = items.toSorted((a, b) => compareStrings(keyOf(a), keyOf(b)));
  const lines = [{ formatVersion: FORMAT_VERSION }, ...sorted.map(compact)].map((value) => `${jsonText(value, 0)}\n`);
  return { path: RECORD_PATH, text: lines.join(""), formatted: true };
}

/** Items with the same key are the same, whatever their names. */
export function keyOf({ kind, id }: SurfaceItem): string {
  return `${kind} ${id}`;
}

/**
 * Leaves out empty lists, and the page that the id of a call begins with. In other names, `*` stands for the name of the
 * item, and `^` for the same with a capital letter. The key of an enum is left out if it is its value with a capital.
 */
function compact(item: SurfaceItem): Partial<SurfaceItem> {
  const { kind, id, page, names, members, ...others } = item;
  return {
    kind,
    id: kind === "call" ? id.slice(page.length + 1) : id,
    ...(page === "" ? {} : { page }),
    ...others,
    ...(names.length === 0 ? {} : { names: names.map((name) => abbreviate(name, item.name)) }),
    ...(members.length === 0 ? {} : { members: kind === "enum" ? members.map(withoutKey) : members }),
  };
}

function abbreviate(name: string, own: string): string {
  if (name.startsWith(own)) return `*${name.slice(own.length)}`;
  return name.startsWith(capitalized(own)) ? `^${name.slice(own.length)}` : name;
}

function expand(name: string, own: string): string {
  if (name.startsWith("*")) return `${own}${name.slice(1)}`;
  return name.startsWith("^") ? `${capitalized(own)}${name.slice(1)}` : name;
}

function withoutKey(member: string): string {
  const value = member.slice(member.indexOf("=") + 1);
  return member === withKey(value) ? value : member;
}

function withKey(member: string): string {
  return member.includes("=") ? member : `${capitalized(member)}=${member}`;
}

function capitalized(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/**
 * Reads the public API of a package.
 *
 * @returns null if the text is not a record, or one of a newer format
 */
export function parseRecord(text: string): readonly SurfaceItem[] | null {
  const [first = "", ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  if (!head.safeParse(parseLine(first)).success) return null;
  const items = lines.map((line) => item.safeParse(parseLine(line)).data);
  return items.every((found) => found !== undefined) ? items.map(complete) : null;
}

function complete(found: SurfaceItem): SurfaceItem {
  const { kind, page, name } = found;
  const id = kind === "call" ? `${page} ${found.id}` : found.id;
  const members = kind === "enum" ? found.members.map(withKey) : found.members;
  return { ...found, id, members, names: found.names.map((other) => expand(other, name)) };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
