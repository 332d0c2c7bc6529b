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
  /** The page shows the body of a response without its status. */
  readonly isBody?: true;
}

/**
 * Pairs the request and response fences of a page in reading order, regardless of headings.
 *
 * @param sections all sections of the page
 * @param requests the documented requests of the page
 * @param isTemplate whether a fence belongs to the HTTP block rather than to an example
 * @param status status of a response of which the page shows only the body
 */
export function readExamples(
  sections: readonly Section[],
  requests: readonly RequestFacts[],
  isTemplate: (block: CodeBlock) => boolean,
  status: number,
): Result<readonly ExampleFacts[]> {
  const collector = createCollector();
  const read = readMessages(sections, isTemplate, status, collector);
  const messages = withoutRepeated(withoutForeignCalls(read, requests));
  const examples: ExampleFacts[] = [];
  let request: Message | null = null;
  for (const [index, message] of messages.entries()) {
    if (message.message.kind === "request") {
      request = message;
      if (!message.template && messages[index + 1]?.message.kind !== "response") examples.push(pair(message, null));
      continue;
    }
    if (request === null || isOfOtherExample(request, message)) {
      if (!message.isBody) collector.add("example-without-request", {}, message.block.place);
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
  status: number,
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
        addSeparateBody(messages, { section, block, title, status }, collector);
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

/** A fence without a request or status line. */
interface BodyFence {
  readonly section: Section;
  readonly block: CodeBlock;
  readonly title: string | null;
  readonly status: number;
}

/**
 * Some pages show the body of a message in a fence of its own, below the fence with the request or the status. JSON
 * below a GET request, which has no body, and the first JSON of a Response section are bodies of responses.
 */
function addSeparateBody(messages: Message[], fence: BodyFence, collector: Collector): void {
  const { section, block, title, status } = fence;
  if (!/^(?:json)?$/.test(block.lang)) return;
  const last = messages.at(-1);
  const above = last !== undefined && section.blocks.includes(last.block) ? last : null;
  if (above === null || isGet(above.message)) {
    if (above === null && !(sectionKind(section.heading.text) === "response" && block.lang === "json")) return;
    const stated = above === null ? status : 200;
    const response: HttpMessage = { kind: "response", status: stated, headers: {}, body: null, bodyJson: null };
    const message = collector.pipe(readSeparateBody(response, block.value, block.place, block.indent));
    if (message !== null) messages.push({ message, block, title, template: false, isBody: true });
  } else if (above.message.body === null) {
    const message = collector.pipe(readSeparateBody(above.message, block.value, block.place, block.indent));
    const annotation = above.block.annotation ?? block.annotation;
    if (message !== null) messages.splice(-1, 1, { ...above, message, block: { ...above.block, annotation } });
  }
}

function isGet(message: HttpMessage): boolean {
  return message.kind === "request" && message.method === "GET";
}

/** Drops responses that the page marks as ignored and shows again. */
function withoutRepeated(messages: readonly Message[]): readonly Message[] {
  const isIgnored = ({ block }: Message) => block.annotation?.values.blockType === "ignored";
  return messages.filter((message, index) => {
    if (message.message.kind !== "response" || !isIgnored(message)) return true;
    const text = JSON.stringify(contentOf(message.message));
    return !messages.some((other, at) => at > index && JSON.stringify(contentOf(other.message)) === text);
  });
}

function contentOf(message: HttpMessage): Partial<HttpMessage> {
  return { ...message, bodyJson: null };
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
