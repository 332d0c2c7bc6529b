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

/** Reads a page before and after an edit, and finds the facts of untouched lines that are lost. */
export function tryEdit(source: SourcePage, edit: LineEdit): EditOutcome {
  const before = pageTask(source);
  const after = pageTask({ ...source, text: editText(source.text ?? "", edit) });
  const left = countTexts(factsOf(after[0]));
  const lost = factsOf(before[0]).filter((fact) => {
    const isOwn = fact.source.file === source.path && fact.source.line === edit.line;
    // A line that is inserted between two lines touches neither of them.
    if (isOwn && (edit.kind === "delete" || edit.kind === "double")) return false;
    const count = left.get(fact.text) ?? 0;
    left.set(fact.text, count - 1);
    return count <= 0;
  });
  const known = countTexts(errorsOf(before[1]));
  const errors = errorsOf(after[1]).filter((each) => {
    const count = known.get(each.text) ?? 0;
    known.set(each.text, count - 1);
    return count <= 0;
  });
  return { lost, errors: errors.map(({ diagnostic }) => diagnostic) };
}

function countTexts(all: readonly { readonly text: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of all) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function errorsOf(diagnostics: readonly Diagnostic[]) {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map((diagnostic) => ({ text: `${diagnostic.code} ${diagnostic.message}`, diagnostic }));
}

/** What the rows and request lines of a page state. A row that is twice on a page is one fact. */
function factsOf(page: Page | null): readonly Fact[] {
  if (page === null) return [];
  const facts = [
    ...page.types.flatMap(({ properties }) => properties.map((each) => property("property", each))),
    ...page.enums.flatMap(({ members }) => members.map(({ name, source }) => ({ text: `member ${name}`, source }))),
    ...operationsOf(page).flatMap(operationFacts),
  ];
  return [...new Map(facts.map((fact) => [fact.text, fact])).values()];
}

function property(kind: string, { name, type, relationship, source }: PropertyFacts): Fact {
  return { text: `${kind} ${name} ${type.name} ${relationship ? "relationship" : ""}`, source };
}

function operationFacts(operation: OperationFacts): readonly Fact[] {
  const { requests, permissions, headers, query, functionParameters, pathParameters, requestBody } = operation;
  return [
    ...requests.map(({ method, path, source }) => ({ text: `request ${method} ${path}`, source })),
    ...permissions.map(({ scheme, scopes, source }) => ({ text: `${scheme} ${scopes.toSorted().join()}`, source })),
    ...headers.map(({ name, source }) => ({ text: `header ${name}`, source })),
    ...query.map(({ name, source }) => ({ text: `query ${name}`, source })),
    ...functionParameters.map(({ name, source }) => ({ text: `argument ${name}`, source })),
    ...pathParameters.map(({ name, source }) => ({ text: `path parameter ${name}`, source })),
    ...(requestBody?.properties ?? []).map((each) => property("body", each)),
  ];
}
