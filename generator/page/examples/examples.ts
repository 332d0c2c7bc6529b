import { createCollector, type Collector, type Result } from "../../diagnostics/diagnostic.ts";
import type { Annotation, CodeBlock, Section } from "../../markdown/model.ts";
import { readHttpMessage, readSeparateBody, type HttpMessage } from "./http-message.ts";
import type {
  ExampleFacts,
  ExampleRequestModel,
  ExampleResponseModel,
  RequestFacts,
  TypeExpression,
} from "../model.ts";
import { isForeignUrl } from "./foreign-url.ts";
import { typeExpressionOf } from "../types/type-expression.ts";
import { sectionKind } from "../content/vocabulary.ts";

interface Message {
  readonly message: HttpMessage;
  readonly block: CodeBlock;
  readonly title: string | null;
  /** The fence belongs to the HTTP block, although its annotation is `request`: an example only if a response follows. */
  readonly template: boolean;
}

/**
 * Pairs the request and response fences of a page in reading order, regardless of headings.
 *
 * @param sections all sections of the page
 * @param requests the documented requests of the page
 * @param isTemplate whether a fence belongs to the HTTP block rather than to an example
 */
export function readExamples(
  sections: readonly Section[],
  requests: readonly RequestFacts[],
  isTemplate: (block: CodeBlock) => boolean,
): Result<readonly ExampleFacts[]> {
  const collector = createCollector();
  const messages = withoutForeignCalls(readMessages(sections, isTemplate, collector), requests);
  const examples: ExampleFacts[] = [];
  let request: Message | null = null;
  for (const [index, message] of messages.entries()) {
    if (message.message.kind === "request") {
      request = message;
      if (!message.template && messages[index + 1]?.message.kind !== "response") examples.push(pair(message, null));
      continue;
    }
    if (request === null || isOfOtherExample(request, message)) {
      collector.add("example-without-request", {}, message.block.place);
      request = null;
    }
    // Several responses can follow one request: another status, or the target of a redirect.
    examples.push(pair(request, message));
  }
  return collector.wrap(examples);
}

/**
 * Drops calls of other services with their responses, such as notifications that the service posts to the caller's host.
 * An annotation shows that a call belongs to the operation.
 */
function withoutForeignCalls(messages: readonly Message[], requests: readonly RequestFacts[]): readonly Message[] {
  let isForeign = false;
  return messages.filter(({ message, block }) => {
    const isAnnotated = /^(?:request|response)$/.test(String(block.annotation?.values.blockType));
    if (isAnnotated) isForeign = false;
    else if (message.kind === "request") isForeign = !isMisspelt(message.url) && isForeignUrl(message.url, requests);
    return !isForeign;
  });
}

function isOfOtherExample(request: Message, response: Message): boolean {
  return request.title !== null && response.title !== null && request.title !== response.title;
}

function readMessages(
  sections: readonly Section[],
  isTemplate: (block: CodeBlock) => boolean,
  collector: Collector,
): readonly Message[] {
  const messages: Message[] = [];
  let title: string | null = null;
  for (const section of sections) {
    title = exampleTitle(section, title);
    for (const block of section.blocks) {
      if (block.kind !== "code") continue;
      const template = isTemplate(block);
      if (template && block.annotation?.values.blockType !== "request") continue;
      const message = collector.pipe(readHttpMessage(block.value, block.place, block.indent));
      if (message === null) {
        addSeparateBody(messages, section, block, collector);
        continue;
      }
      messages.push({ message, block, title, template });
      if (template) continue;
      if (message.kind === "request" && isMisspelt(message.url)) {
        collector.add("example-host", { url: message.url }, { ...block.place, line: block.place.line + 1 });
      }
    }
  }
  return messages;
}

/** Some pages show the body of a response in a fence of its own, below the fence with the status. */
function addSeparateBody(messages: Message[], section: Section, block: CodeBlock, collector: Collector): void {
  const last = messages.at(-1);
  const isBelow = last !== undefined && section.blocks.includes(last.block) && /^(?:json)?$/.test(block.lang);
  if (!isBelow || last.message.kind !== "response" || last.message.body !== null) return;
  const message = collector.pipe(readSeparateBody(last.message, block.value, block.place, block.indent));
  if (message === null) return;
  messages.splice(-1, 1, {
    ...last,
    message,
    block: { ...last.block, annotation: last.block.annotation ?? block.annotation },
  });
}

/** Some templates contain `https://graph.microsoft.com/docs\api/…`, which does not exist. */
function isMisspelt(url: string): boolean {
  return /^[^?]*\\|^https?:\/\/[^/?]+\/docs\//i.test(url);
}

/** "Example 2: Create a group with owners" sets the title; Request and Response headings do not change it. */
function exampleTitle(section: Section, title: string | null): string | null {
  const { text } = section.heading;
  if (section.depth <= 2) return sectionKind(text) === "examples" ? cleanTitle(text) : null;
  if (/^exa[mx]*ples?\b/i.test(text)) return /\b(?:request|response)\s*\d*$/i.test(text) ? title : cleanTitle(text);
  return sectionKind(text) !== null || /^(?:request|response)\b/i.test(text) ? title : cleanTitle(text);
}

function cleanTitle(text: string): string | null {
  const title = text.replace(/^exa[mx]*ples?\s*\d*\s*[:.–-]?\s*/i, "").trim();
  return title === "" || /^(?:request|response)\s*\d*$/i.test(title) ? null : title;
}

function pair(request: Message | null, response: Message | null): ExampleFacts {
  const first = request ?? response;
  const annotation = response?.block.annotation ?? null;
  return {
    title: first?.title ?? null,
    request: toRequest(request),
    response: toResponse(response),
    returns: annotatedType(annotation),
    source: first?.block.place ?? { file: "", line: 1, column: 1 },
  };
}

function toRequest(message: Message | null): ExampleRequestModel | null {
  if (message?.message.kind !== "request") return null;
  const { method, url, headers, body, bodyJson } = message.message;
  return { method, url, headers, body, bodyJson, source: message.block.place };
}

function toResponse(message: Message | null): ExampleResponseModel | null {
  if (message?.message.kind !== "response") return null;
  const { status, headers, body, bodyJson } = message.message;
  const truncated = isTrue(message.block.annotation?.values.truncated);
  return { status, headers, body, bodyJson, truncated, source: message.block.place };
}

/** `"@odata.type": "microsoft.graph.user", "isCollection": true` of a response's annotation. */
function annotatedType(annotation: Annotation | null): TypeExpression | null {
  const stated = annotation?.values["@odata.type"] ?? annotation?.values["@type"];
  if (annotation === null || typeof stated !== "string") return null;
  const type = typeExpressionOf(stated, annotation.place);
  return { ...type, collection: type.collection || isTrue(annotation.values.isCollection) };
}

/** Annotations sometimes contain booleans as strings. */
export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === "string" && value.toLowerCase() === "true");
}
