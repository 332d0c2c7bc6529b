import path from "node:path";
import type { Diagnostic, Place } from "../../generator/diagnostics/diagnostic.ts";
import { operationsOf, type OperationFacts, type Page, type PropertyFacts } from "../../generator/page/model.ts";
import { pageTask } from "../../generator/read/page-task.ts";
import type { SourcePage } from "../../generator/source/model.ts";

/** A change of one line of a page. */
export interface LineEdit {
  readonly kind: EditKind;
  /** Line that is removed or doubled, or above which lines are inserted; counted from 1. */
  readonly line: number;
}

const INSERTED = {
  "blank line": [""],
  note: ["> [!NOTE]", "> Only in some regions."],
  comment: ["<!-- to be checked -->"],
  "heading 2": ["## Further details"],
  "heading 3": ["### Further details"],
} as const;

export type EditKind = "delete" | "double" | keyof typeof INSERTED;

export const EDIT_KINDS: readonly EditKind[] = [
  "delete",
  "double",
  "blank line",
  "note",
  "comment",
  "heading 2",
  "heading 3",
];

/** A fact of a page, as text, and the line that states it. */
interface Fact {
  readonly text: string;
  readonly source: Place;
}

/** What a changed text changes: facts of a page that are missing or new, and what is reported that was not before. */
export interface TextOutcome {
  readonly lost: readonly Fact[];
  readonly gained: readonly Fact[];
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/** Reads a page with its text and with another one. */
export function compareTexts(source: SourcePage, text: string): TextOutcome {
  const before = pageTask(source);
  const after = pageTask({ ...source, text });
  const [old, now] = [factsOf(before[0]), factsOf(after[0])];
  const added = (severity: string) =>
    beyond(ofSeverity(after[1], severity), ofSeverity(before[1], severity)).map(({ diagnostic }) => diagnostic);
  return { lost: beyond(old, now), gained: beyond(now, old), errors: added("error"), warnings: added("warning") };
}

/** What an edit changes: facts of other lines that are missing, and errors that the page did not have before. */
export interface EditOutcome {
  readonly lost: readonly Fact[];
  readonly errors: readonly Diagnostic[];
}

/** Applies an edit to the text of a page. */
function editText(text: string, { kind, line }: LineEdit): string {
  const lines = text.split("\n");
  const own = lines[line - 1] ?? "";
  if (kind === "delete") return lines.toSpliced(line - 1, 1).join("\n");
  const added = kind === "double" ? [own] : INSERTED[kind];
  return lines.toSpliced(line - 1, 0, ...added).join("\n");
}

/** Facts of a page, and what is reported about it. */
export interface PageFacts {
  readonly facts: readonly Fact[];
  readonly errors: readonly Diagnostic[];
}

/** Reads the facts of a page. */
export function readFacts(source: SourcePage): PageFacts {
  const [page, diagnostics] = pageTask(source);
  return { facts: factsOf(page), errors: diagnostics.filter(({ severity }) => severity === "error") };
}

/**
 * Compares a page with a changed one.
 *
 * @param untouched numbers of the lines that the changed page still has; their facts must not be lost
 */
export function compareLines(
  source: SourcePage,
  before: PageFacts,
  after: PageFacts,
  untouched: ReadonlySet<number>,
): EditOutcome {
  const touched = (source.text ?? "").split("\n").filter((_, index) => !untouched.has(index + 1));
  const annotated = new Set(touched.flatMap(annotatedTypes));
  // The line of an include states what is in it.
  const isIncluded = (file: string) => touched.some((line) => line.includes(path.posix.basename(file)));
  const own = before.facts.filter(({ source: { file, line } }) =>
    file === source.path ? untouched.has(line) : !isIncluded(file),
  );
  const renamed = beyond(after.facts, before.facts).filter(({ text }) => text.startsWith("type ")).length;
  // Without its annotation, a type that the page still defines has the name of the title.
  const missing = beyond(own, after.facts);
  const excused = missing.filter(({ text }) => annotated.has(text)).slice(0, renamed);
  const isKept = (fact: Fact) =>
    isEnumValue(fact, before, after, untouched) ||
    isOtherCall(fact, after, touched) ||
    isOtherType(fact, after, touched);
  const lost = missing.filter((fact) => !excused.includes(fact) && !isKept(fact));
  const errors = beyond(ofSeverity(after.errors, "error"), ofSeverity(before.errors, "error"));
  return { lost, errors: errors.map(({ diagnostic }) => diagnostic) };
}

/** Whether a value of a property whose own row is changed is now the member of an enum. */
function isEnumValue({ text }: Fact, before: PageFacts, after: PageFacts, untouched: ReadonlySet<number>): boolean {
  const [, value, property] = /^value (.*) of (\S+ \S+)$/.exec(text) ?? [];
  if (value === undefined || property === undefined) return false;
  const rows = before.facts.filter((fact) => fact.text.startsWith(`${property} `));
  const isChanged = rows.length > 0 && rows.every(({ source }) => !untouched.has(source.line));
  return isChanged && beyond(after.facts, before.facts).some((fact) => fact.text === `member ${value}`);
}

/** Whether a request is still there, but for arguments that changed rows name. */
function isOtherCall({ text }: Fact, after: PageFacts, touched: readonly string[]): boolean {
  if (!text.startsWith("request ")) return false;
  const words = new Set(touched.flatMap((line) => line.toLowerCase().split(/\W+/)));
  // A bracket or a backtick may be in the name now.
  const isTouched = (name: string) => words.has(name.replace(/\W/g, "").toLowerCase());
  const bare = (request: string) =>
    request
      .replace(/([(,])([^=,()]+)=[^,)]*/g, (all, mark: string, name: string) => (isTouched(name) ? mark : all))
      .replace(/,(?=[,)])|(?<=\(),+/g, "")
      .replace(/\(\)/g, "");
  return after.facts.some((fact) => bare(fact.text) === bare(text));
}

/** Whether a property is still there, whose type was that of a changed line of JSON. */
function isOtherType({ text }: Fact, after: PageFacts, touched: readonly string[]): boolean {
  const [start, name] = /^(?:property|body) (\S+) /.exec(text) ?? [];
  if (start === undefined || name === undefined) return false;
  const isShown = touched.some((line) => line.trimStart().startsWith(`"${name}":`));
  return isShown && after.facts.some((fact) => fact.text.startsWith(start));
}

/** Types that a line of an annotation names. */
function annotatedTypes(line: string): readonly string[] {
  return [...line.matchAll(/"@(?:odata\.)?type"\s*:\s*"[^"]*?(\w+)"/g)].map(([, name]) => `type ${name ?? ""}`);
}

/** Reads a page before and after an edit, and finds the facts of untouched lines that are lost. */
export function tryEdit(source: SourcePage, edit: LineEdit): EditOutcome {
  const text = source.text ?? "";
  const numbers = new Set(text.split("\n").map((_, index) => index + 1));
  // A line that is inserted between two lines touches neither of them.
  if (edit.kind === "delete" || edit.kind === "double") numbers.delete(edit.line);
  return compareLines(source, readFacts(source), readFacts({ ...source, text: editText(text, edit) }), numbers);
}

/** Items of a list that another one has not, or not as often. */
function beyond<Item extends { readonly text: string }>(
  items: readonly Item[],
  others: readonly { readonly text: string }[],
): readonly Item[] {
  const left = countTexts(others);
  return items.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function countTexts(all: readonly { readonly text: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of all) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function ofSeverity(diagnostics: readonly Diagnostic[], level: string) {
  return diagnostics
    .filter(({ severity }) => severity === level)
    .map((diagnostic) => ({ text: `${diagnostic.code} ${diagnostic.message}`, diagnostic }));
}

/** What the rows and request lines of a page state. A row that is twice on a page is one fact. */
function factsOf(page: Page | null): readonly Fact[] {
  if (page === null) return [];
  const facts = [
    ...page.types.map(({ name, source }) => ({ text: `type ${name}`, source })),
    ...page.enums.map(({ name, source }) => ({ text: `enum ${name}`, source })),
    ...page.types.flatMap(({ properties }) => properties.flatMap((each) => property("property", each))),
    ...page.enums.flatMap(({ members }) => members.map(({ name, source }) => ({ text: `member ${name}`, source }))),
    ...page.methods.map(({ target, returns, source }) => ({ text: `method ${target} ${returns?.name ?? ""}`, source })),
    ...operationsOf(page).flatMap(operationFacts),
  ];
  return [...new Map(facts.map((fact) => [fact.text, fact])).values()];
}

function property(kind: string, { name, type, relationship, values, description, source }: PropertyFacts): Fact[] {
  return [
    { text: `${kind} ${name} ${type.name} ${relationship ? "relationship" : ""}`, source },
    ...values.map((value) => ({ text: `value ${value.name} of ${kind} ${name}`, source: value.source ?? source })),
    ...(description === "" ? [] : [{ text: `description of ${kind} ${name}`, source }]),
  ];
}

/** A URL whose arguments are in the order of their names. A call has the order of its rows, which states nothing. */
function inOrder(path: string): string {
  return path.replace(/\(([^()]*)\)/g, (_, all: string) => `(${all.split(",").toSorted().join()})`);
}

function operationFacts(operation: OperationFacts): readonly Fact[] {
  const { requests, permissions, headers, query, functionParameters, pathParameters, requestBody } = operation;
  return [
    ...requests.map(({ method, path, source }) => ({ text: `request ${method} ${inOrder(path)}`, source })),
    ...permissions.map(({ scheme, scopes, source }) => ({ text: `${scheme} ${scopes.toSorted().join()}`, source })),
    ...permissions.map(({ scheme, leastPrivileged, source }) => {
      return { text: `${scheme} requires ${leastPrivileged.toSorted().join()}`, source };
    }),
    ...headers.map(({ name, source }) => ({ text: `header ${name}`, source })),
    ...query.map(({ name, source }) => ({ text: `query ${name}`, source })),
    ...functionParameters.map(({ name, source }) => ({ text: `argument ${name}`, source })),
    ...pathParameters.map(({ name, source }) => ({ text: `path parameter ${name}`, source })),
    ...(requestBody?.properties ?? []).flatMap((each) => property("body", each)),
  ];
}
