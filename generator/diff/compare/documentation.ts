import type { ExampleModel } from "../../api/model.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { change, type Change, type Topic } from "../change.ts";
import type { Pair } from "../model.ts";
import { differingWords } from "./words.ts";

/** An item with documentation. */
interface Documented {
  readonly source: Place;
  readonly examples?: readonly ExampleModel[];
}

/** Members that state where something is documented, or repeat another member as its source text. */
const PLACES = new Set(["source", "place", "bodyJson"]);

/** Members that only people read. What the others state is compared member by member. */
const PROSE = new Set(["summary", "description", "examples", "functionParameters"]);

/** Members whose texts are not descriptions, as a reader calls them. */
const PART_NAMES: Readonly<Record<string, string>> = {
  default: "in its default value",
  deprecated: "in its deprecation",
  description: "",
  examples: "in an example",
  functionParameters: "in its parameters",
  requestBody: "in its request body",
  response: "in its response",
  summary: "in its summary",
};

/**
 * Adds the changed words of an item's documentation if nothing else about the item changed; other changes are expected
 * to change the text.
 *
 * @param found changes of the item
 */
export function orDocumentation<T extends Documented>(
  topic: Topic,
  item: Pair<T>,
  found: readonly Change[],
): readonly Change[] {
  return found.length > 0 ? found : wordChanges(topic, item, () => true);
}

/**
 * Adds the changed words of an item's documentation, whose text is about more than the facts that changed.
 *
 * @param found changes of the item and its members
 */
export function andDocumentation<T extends Documented>(
  topic: Topic,
  item: Pair<T>,
  found: readonly Change[],
): readonly Change[] {
  if (found.length === 0) return orDocumentation(topic, item, found);
  return [...found, ...wordChanges(topic, item, (member) => PROSE.has(member))];
}

function wordChanges<T extends Documented>(
  topic: Topic,
  { before, after }: Pair<T>,
  isCompared: (member: string) => boolean,
): readonly Change[] {
  const texts = { before: textsOf(before), after: textsOf(after) };
  const paths = new Set([...texts.before.keys(), ...texts.after.keys()]);
  const found = [...paths].flatMap((path) => {
    const member = path.split(".", 1)[0] ?? "";
    const text = { before: texts.before.get(path) ?? "", after: texts.after.get(path) ?? "" };
    const words = isCompared(member) ? differingWords(text) : null;
    if (words === null) return [];
    const reason = PART_NAMES[member] ?? `in its ${member}`;
    return [{ ...change(topic, "documentation-changed", after.source, words), reason }];
  });
  return withoutRepetition(found);
}

/** A summary is often the first sentence of the description, so the same words can change in both. */
function withoutRepetition(changes: readonly Change[]): readonly Change[] {
  const byWords = new Map(changes.map((item) => [JSON.stringify([item.before, item.after]), item]));
  return [...byWords.values()];
}

/** The text of each member, by its path: whatever is not text is shown as JSON. */
function textsOf(item: Documented): ReadonlyMap<string, string> {
  const examples = item.examples?.map(withoutForm);
  const content: unknown = JSON.parse(JSON.stringify({ ...item, examples }, keepContent));
  const texts = new Map<string, string>();
  addTexts(texts, "", content);
  return texts;
}

function keepContent(key: string, value: unknown): unknown {
  return PLACES.has(key) ? undefined : value;
}

/** Whether a page shortens a response or marks a fence in another way changes no fact. */
function withoutForm({ title, request, response }: ExampleModel): unknown {
  return {
    title,
    request: request === null ? null : `${request.method} ${request.url} ${shownMessage(request)}`,
    response: response === null ? null : `${response.status} ${shownMessage(response)}`,
  };
}

function shownMessage({ headers, body }: NonNullable<ExampleModel["request" | "response"]>): string {
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [...fields, ...(body === null ? [] : [JSON.stringify(body, null, 1)])].join(" ");
}

function addTexts(texts: Map<string, string>, path: string, value: unknown): void {
  if (value === null || value === undefined) return;
  if (typeof value !== "object") {
    texts.set(path, typeof value === "string" ? value : JSON.stringify(value));
    return;
  }
  for (const [key, inner] of Object.entries(value)) addTexts(texts, path === "" ? key : `${path}.${key}`, inner);
}
