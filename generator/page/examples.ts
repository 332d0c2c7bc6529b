import { createCollector, type Collector, type Result } from "../diagnostics/diagnostic.ts";
import type { CodeBlock, Section } from "../markdown/model.ts";
import { readHttpMessage, type HttpMessage } from "./http-message.ts";
import type { ExampleFacts } from "./model.ts";
import { typeExpressionOf } from "./type-expression.ts";
import { sectionKind } from "./vocabulary.ts";

interface Message {
  readonly message: HttpMessage;
  readonly block: CodeBlock;
  readonly title: string | null;
}

/**
 * Pairs the request and response fences of a page, in their order, below whatever headings they stand.
 *
 * @param sections all sections of the page
 * @param isTemplate whether a fence belongs to the HTTP request block and is no example
 */
export function readExamples(
  sections: readonly Section[],
  isTemplate: (block: CodeBlock) => boolean,
): Result<readonly ExampleFacts[]> {
  const collector = createCollector();
  const messages = readMessages(sections, isTemplate, collector);
  const examples: ExampleFacts[] = [];
  for (const [index, message] of messages.entries()) {
    if (message.message.kind === "response") {
      const previous = messages[index - 1];
      const request = previous?.message.kind === "request" ? previous : null;
      if (request === null) collector.add("example-without-request", {}, message.block.place);
      examples.push(pair(request, message));
    } else if (messages[index + 1]?.message.kind !== "response") {
      examples.push(pair(message, null));
    }
  }
  return collector.wrap(examples);
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
      if (block.kind !== "code" || isTemplate(block)) continue;
      const message = collector.pipe(readHttpMessage(block.value, block.place));
      if (message !== null) messages.push({ message, block, title });
    }
  }
  return messages;
}

/** "Example 2: Create a group with owners" gives its title; Request and Response headings keep it. */
function exampleTitle(section: Section, title: string | null): string | null {
  const { text } = section.heading;
  if (section.depth <= 2) return sectionKind(text) === "examples" ? cleanTitle(text) : null;
  return /^(?:request|response)\b/i.test(text) ? title : (cleanTitle(text) ?? title);
}

function cleanTitle(text: string): string | null {
  const title = text.replace(/^exa[mx]*ples?\s*\d*\s*[:.–-]?\s*/i, "").trim();
  return title === "" ? null : title;
}

function pair(request: Message | null, response: Message | null): ExampleFacts {
  const annotation = response?.block.annotation;
  const odataType = annotation?.values["@odata.type"] ?? annotation?.values["@type"];
  const place = (request ?? response)?.block.place ?? { file: "", line: 1, column: 1 };
  const returns = typeof odataType === "string" && annotation != null ? typeExpressionOf(odataType, annotation.place) : null;
  const isCollection = isTrue(annotation?.values["isCollection"]);
  return {
    title: (request ?? response)?.title ?? null,
    request:
      request?.message.kind === "request"
        ? {
            method: request.message.method,
            url: request.message.url,
            headers: request.message.headers,
            body: request.message.body,
            source: request.block.place,
          }
        : null,
    response:
      response?.message.kind === "response"
        ? {
            status: response.message.status,
            headers: response.message.headers,
            body: response.message.body,
            truncated: isTrue(annotation?.values["truncated"]),
            source: response.block.place,
          }
        : null,
    returns: returns === null ? null : { ...returns, collection: returns.collection || isCollection },
    empty: isTrue(annotation?.values["isEmpty"]),
    source: place,
  };
}

/** Annotations write booleans as text now and then. */
export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === "string" && value.toLowerCase() === "true");
}
