import { createCollector, type Collector, type Place, type Result } from "../diagnostics/diagnostic.ts";
import type { Flow } from "./flow-model.ts";
import { readFlow } from "./flow.ts";
import { joinFrontMatter, readFrontMatter } from "./front-matter.ts";
import {
  type Annotation,
  type Block,
  type Document,
  type FrontMatter,
  type NamespaceLine,
  type Phrase,
  makePhrase,
} from "./model.ts";
import { readNamespaceLine } from "./namespace-line.ts";

interface MutableSection {
  readonly heading: Phrase;
  readonly depth: number;
  readonly anchor?: string;
  readonly blocks: Block[];
  readonly place: Place;
}

/** State of the fold over the flow content. */
interface State {
  readonly collector: Collector;
  readonly includes: Readonly<Record<string, string | null>>;
  readonly sections: MutableSection[];
  frontMatter: FrontMatter | null;
  namespace: NamespaceLine | null;
  pageAnnotation: Annotation | null;
  /** Annotation that applies to the next fence. */
  annotation: Annotation | null;
  /** Anchor on a line before the next heading. */
  anchor: string | null;
  /** Open language tab; only `http` and the HTTP fences of other tabs are read. */
  tab: string | null;
}

/**
 * Entry point of this folder: takes the Markdown of a page and returns its sections. Includes are spliced in, language
 * tabs other than HTTP are dropped except for their HTTP fences, an annotation is attached to the fence after it, and the namespace line becomes a
 * field.
 *
 * @param path page, relative to the docs folder
 * @param text Markdown of the page
 * @param includes texts of included files by path, null for a missing file
 * @returns the document with diagnostics for invalid front matter, annotations, tables, fences and includes
 */
export function readDocument(
  path: string,
  text: string,
  includes: Readonly<Record<string, string | null>>,
): Result<Document> {
  const collector = createCollector();
  const start: Place = { file: path, line: 1, column: 1 };
  const first: MutableSection = { heading: makePhrase([], start), depth: 0, blocks: [], place: start };
  const state: State = {
    collector,
    includes,
    sections: [first],
    frontMatter: null,
    namespace: null,
    pageAnnotation: null,
    annotation: null,
    anchor: null,
    tab: null,
  };
  fold(state, collector.pipe(readFlow(path, collector.pipe(joinFrontMatter(text, start)))), [path]);
  dropAnnotation(state);
  if (state.frontMatter === null && /^---\s*\n/.test(text)) {
    collector.add("front-matter-invalid", { reason: "no closing ---" }, start);
  }
  return collector.wrap({
    path,
    frontMatter: state.frontMatter ?? {},
    namespace: state.namespace,
    pageAnnotation: state.pageAnnotation,
    sections: state.sections,
  });
}

function fold(state: State, flows: readonly Flow[], stack: readonly string[]): void {
  for (const flow of flows) step(state, flow, stack);
}

function step(state: State, flow: Flow, stack: readonly string[]): void {
  if (isDropped(state, flow)) return;
  switch (flow.kind) {
    case "heading":
      openSection(state, flow, stack);
      return;
    case "anchor":
      state.anchor = flow.anchor;
      return;
    case "tab":
      state.tab = flow.id;
      return;
    case "rule":
      state.tab = null;
      return;
    case "annotation":
      addAnnotation(state, flow.annotation);
      return;
    case "yaml":
      if (stack.length === 1) state.frontMatter = state.collector.pipe(readFrontMatter(flow.value, flow.place));
      return;
    case "include":
      splice(state, flow.path, flow.place, stack);
      return;
    case "block":
      addBlock(state, flow.block);
      return;
  }
}

/** Whether a flow belongs to a tab of another language; an HTTP fence is read in every tab. */
function isDropped({ tab }: State, flow: Flow): boolean {
  if (tab === null || tab === "http" || flow.kind === "tab" || flow.kind === "rule" || flow.kind === "heading")
    return false;
  return flow.kind !== "block" || flow.block.kind !== "code" || flow.block.lang !== "http";
}

function openSection(state: State, flow: Extract<Flow, { kind: "heading" }>, stack: readonly string[]): void {
  // The front matter of an include without an opening `---` is parsed as a heading.
  if (stack.length > 1 && /^[\w.]+:\s/.test(flow.heading.text)) return;
  state.tab = null;
  if (flow.depth <= 2) dropAnnotation(state);
  const { heading, depth, place } = flow;
  const anchor = flow.anchor ?? state.anchor;
  state.anchor = null;
  state.sections.push({ heading, depth, ...(anchor === null ? {} : { anchor }), blocks: [], place });
}

function addAnnotation(state: State, annotation: Annotation): void {
  if (annotation.values.type === "#page.annotation") state.pageAnnotation ??= annotation;
  else if (annotation.values.blockType !== "permissions") {
    dropAnnotation(state);
    state.annotation = annotation;
  }
}

/** Ends the search for the fence of an annotation. One that names a type is reported, as the type is then not known. */
function dropAnnotation(state: State): void {
  const values = state.annotation?.values ?? {};
  const type = values["@odata.type"] ?? values["@type"];
  if (state.annotation !== null && typeof type === "string")
    state.collector.add("annotation-without-fence", { type }, state.annotation.place);
  state.annotation = null;
}

function splice(state: State, path: string, place: Place, stack: readonly string[]): void {
  if (stack.includes(path)) {
    state.collector.add("include-cycle", { path }, place);
    return;
  }
  const text = state.includes[path];
  if (text === null || text === undefined) {
    state.collector.add("include-missing", { path }, place);
    return;
  }
  fold(state, state.collector.pipe(readFlow(path, text)), [...stack, path]);
}

function addBlock(state: State, block: Block): void {
  state.anchor = null;
  const section = state.sections.at(-1);
  if (section === undefined) return;
  if (block.kind === "code") {
    section.blocks.push({ ...block, annotation: state.annotation });
    state.annotation = null;
  } else if (block.kind === "paragraph") {
    addParagraph(state, section, block.phrase);
  } else {
    section.blocks.push(block);
  }
}

/** Removes `Namespace: microsoft.graph` from the paragraph that begins with it. */
function addParagraph(state: State, section: MutableSection, phrase: Phrase): void {
  const found = section.depth <= 1 ? readNamespaceLine(phrase) : null;
  if (found === null) {
    section.blocks.push({ kind: "paragraph", phrase, place: phrase.place });
    return;
  }
  const { line, stated, left } = found;
  if (line === null) state.collector.add("namespace-unreadable", { text: stated }, phrase.place);
  state.namespace ??= line;
  if (left.text !== "") section.blocks.push({ kind: "paragraph", phrase: left, place: phrase.place });
}
