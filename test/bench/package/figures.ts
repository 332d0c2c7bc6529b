import type { Behaviour } from "./behaviour.ts";
import type { BundleSize } from "./bundle.ts";
import type { Time } from "./compile.ts";
import type { Weight } from "./install.ts";
import type { Reads } from "./reads.ts";

/** What the types of a package accept and refuse. */
export interface TypeBehaviour {
  readonly compiles: boolean;
  readonly acceptsPartialBody: boolean;
  readonly refusesReadOnly: boolean;
  readonly refusesWrongType: boolean;
  readonly showsDocumentation: boolean;
}

/** All figures of one candidate. */
export interface Figures {
  readonly name: string;
  readonly bundle: BundleSize;
  /** A program of list, get, patch, post, batch and upload, where it is measured. */
  readonly full: BundleSize | null;
  /** Seconds over the empty program, by compiler. */
  readonly compile: Readonly<Record<string, Time>>;
  /** What the compiler reads of the packages for the program. */
  readonly reads: Reads;
  readonly installed: Weight;
  readonly behaviour: Behaviour;
  readonly types: TypeBehaviour;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  return rows.map(line).join("\n");
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const ratio = (value: number, ours: number): string => (ours <= 0 ? "" : `${(value / ours).toFixed(1)}×`);
const yes = (is: boolean): string => (is ? "yes" : "no");

function sizes(all: readonly Figures[], compilers: readonly string[]): string {
  const head = ["", "min+gzip KB", "", "retries", ...compilers.flatMap((name) => [`tsc ${name} +s`, "cpu +s"])];
  const [first] = all;
  const rows = all.map(({ name, bundle, behaviour, compile, installed }) => [
    name,
    kilobytes(bundle.gzipped),
    ratio(bundle.gzipped, first?.bundle.gzipped ?? 0),
    yes(behaviour.retries),
    ...compilers.flatMap((compiler) => {
      const time = compile[compiler];
      return [time?.wall.toFixed(2) ?? "", time !== undefined && time.cpu > 0 ? time.cpu.toFixed(2) : ""];
    }),
    (installed.bytes / 1e6).toFixed(2),
    String(installed.files),
  ]);
  return table([[...head, "installed MB", "files"], ...rows]);
}

/** What each module adds to the bundles of our packages. */
function modules(all: readonly Figures[]): string {
  return all
    .flatMap(({ name, bundle, full }) => {
      if (full === null) return [];
      const added = Object.keys(full.modules).filter((module) => !(module in bundle.modules));
      const list = (sizes: BundleSize["modules"], names: readonly string[]): string =>
        names.map((module) => `${module} ${sizes[module] ?? 0}`).join(", ");
      return [
        `${name}, get and patch: ${bundle.gzipped} bytes gzip, of them minified: ${list(bundle.modules, Object.keys(bundle.modules))}`,
        `${name}, list, get, patch, post, batch and upload: ${full.gzipped} bytes gzip, in addition: ${list(full.modules, added)}`,
      ];
    })
    .join("\n");
}

/** What stands behind the time: files and text that the compiler reads, and the share that the program needs. */
function readings(all: readonly Figures[]): string {
  const rows = all.map(({ name, reads }) => [
    name,
    String(reads.files),
    String(reads.lines),
    kilobytes(reads.bytes),
    `${(100 * reads.needed).toFixed(0)} %`,
  ]);
  return table([["read for the program", "files", "lines", "KB", "needed"], ...rows]);
}

const TRAITS: readonly (readonly [words: string, of: (figures: Figures) => boolean])[] = [
  ["one GET and one PATCH arrive as they should", ({ behaviour }) => behaviour.job],
  ["the program type-checks", ({ types }) => types.compiles],
  ["a 429 with Retry-After is tried again", ({ behaviour }) => behaviour.retries],
  ["an unknown enum member is kept and written back", ({ behaviour }) => behaviour.keepsUnknownMembers],
  ["a timestamp keeps all its digits", ({ behaviour }) => behaviour.keepsMoments],
  ["null stays null", ({ behaviour }) => behaviour.keepsNulls],
  ["an error is an Error with the service's message", ({ behaviour }) => behaviour.throwsErrors],
  ["a call ends by an abort signal", ({ behaviour }) => behaviour.aborts],
  ["an id with / and # stays one segment", ({ behaviour }) => behaviour.encodes],
  ["a body { displayName } is accepted", ({ types }) => types.acceptsPartialBody],
  ["a body with a read-only property is refused", ({ types }) => types.refusesReadOnly],
  ["a body with a wrong type is refused", ({ types }) => types.refusesWrongType],
  ["hover on a property shows its documentation", ({ types }) => types.showsDocumentation],
];

function traits(all: readonly Figures[]): string {
  const head = ["", ...all.map((_, index) => `[${index + 1}]`)];
  const rows = TRAITS.map(([words, of]) => [words, ...all.map((figures) => yes(of(figures)))]);
  const names = all.map(({ name }, index) => `[${index + 1}] ${name}`).join("  ");
  return `${names}\n${table([head, ...rows])}`;
}

/** Prints all figures for a reader: what each costs, and what each does. */
export function printFigures(all: readonly Figures[], compilers: readonly string[]): string {
  return `${sizes(all, compilers)}\n\n${modules(all)}\n\n${readings(all)}\n\n${traits(all)}`;
}
