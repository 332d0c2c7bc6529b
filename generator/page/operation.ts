import { createCollector, type Collector, type Result } from "../diagnostics/diagnostic.ts";
import type { CodeBlock, Document, Phrase, Section } from "../markdown/model.ts";
import { introductionMarkdown } from "./content/description.ts";
import { readExamples } from "./examples/examples.ts";
import {
  DEFAULT_NAMESPACE,
  type OperationFacts,
  type ParameterFacts,
  type PermissionFacts,
  type PropertyFacts,
  type RequestBodyFacts,
  type RequestFacts,
} from "./model.ts";
import { nameParts } from "./names/file-name-parts.ts";
import { operationKind } from "./names/operation-kind.ts";
import { nameOperation } from "./names/operation-name.ts";
import {
  allSectionsOf,
  codeBlocks,
  introductionAlerts,
  introductionPhrases,
  sectionsOf,
  titleOf,
} from "./content/sections.ts";
import { readHeaders, readParameters } from "./requests/parameters.ts";
import { readPermissions } from "./permissions/permissions.ts";
import { readNamedOptions } from "./requests/query-options.ts";
import { firstDeprecation } from "./types/remarks.ts";
import { readRequestBody } from "./requests/request-body.ts";
import { readRequestLine, splitRequestLine } from "./requests/request-line.ts";
import { readResponse } from "./requests/response.ts";
import { readSentenceType } from "./types/sentence-type.ts";

/** Reads the operation that a page describes; null for a page without a request line. */
export function readOperation(document: Document): Result<OperationFacts | null> {
  const collector = createCollector();
  const templates = templateBlocks(document);
  const functionParameters = readParameters(sectionsOf(document, "functionParameters"), true);
  const body = collector.pipe(readRequestBody(sectionsOf(document, "requestBody")));
  const pathParameters = readParameters(sectionsOf(document, "pathParameters"), true);
  const described = [...functionParameters, ...pathParameters, ...(body?.properties ?? [])];
  const argumentNames = new Set(described.map(({ name }) => name.toLowerCase()));
  const requests = templates.flatMap((block) => readTemplate(block, argumentNames, collector));
  if (requests.length === 0) return [null, []];
  const isRead = requests.every((request) => request.method === "GET");
  const inUrl = isRead ? (body?.properties ?? []).map(toParameter) : [];
  const facts = {
    ...readIntroduction(document),
    requests: uniqueRequests(requests),
    permissions: collector.pipe(readStatedPermissions(document)),
    headers: readHeaders(sectionsOf(document, "requestHeaders")),
    query: readQuery(sectionsOf(document, "queryParameters")),
    functionParameters: [...functionParameters, ...inUrl],
    pathParameters,
    requestBody: bodyOf(body, isRead),
    response: readResponse(sectionsOf(document, "response")),
    examples: collector.pipe(readExamples(document.sections, (block) => templates.includes(block))),
    source: titleOf(document)?.place ?? { file: document.path, line: 1, column: 1 },
  };
  const stated = { ...facts, title: titleOf(document)?.heading.text ?? "", nameParts: nameParts(document) };
  const kind = operationKind(stated);
  const naming = nameOperation(stated, kind, document.namespace?.name ?? DEFAULT_NAMESPACE);
  return collector.wrap({ ...facts, kind, naming });
}

/** Query parameters of the tables, and the options that sentences name. */
function readQuery(sections: readonly Section[]): readonly ParameterFacts[] {
  const rows = readParameters(sections, false);
  const stated = new Set(rows.map(({ name }) => name.toLowerCase()));
  return [...rows, ...readNamedOptions(sections, stated)];
}

/** A Permissions section that gives nothing is reported, unless a missing include already is. */
function readStatedPermissions(document: Document): Result<readonly PermissionFacts[]> {
  const collector = createCollector();
  const sections = sectionsOf(document, "permissions");
  const permissions = collector.pipe(readPermissions(sections));
  const [section] = sections;
  if (section !== undefined && permissions.length === 0) collector.add("permissions-missing", {}, section.place);
  return collector.wrap(permissions);
}

/**
 * Fences that state the operation's URLs: those below an HTTP request heading, wherever it stands; on a page without
 * one, those whose URL names no host.
 */
function templateBlocks(document: Document): readonly CodeBlock[] {
  const stated = allSectionsOf(document, "httpRequest").flatMap(codeBlocks).filter(hasRequestLine);
  if (stated.length > 0) return stated;
  const isTemplate = (block: CodeBlock) =>
    block.value.split("\n").some((line) => {
      const split = splitRequestLine(line);
      return split !== null && /^\/?[\w{]/.test(split.url) && !/^https?:/i.test(split.url);
    });
  const isOperation = /(?:^|\/)api\//.test(document.path);
  return isOperation ? document.sections.flatMap(codeBlocks).filter(isTemplate) : [];
}

function hasRequestLine(block: CodeBlock): boolean {
  return block.value.split("\n").some((line) => splitRequestLine(line) !== null);
}

function readTemplate(
  block: CodeBlock,
  argumentNames: ReadonlySet<string>,
  collector: Collector,
): readonly RequestFacts[] {
  const requests: RequestFacts[] = [];
  for (const [index, line] of block.value.split("\n").entries()) {
    const place = { ...block.place, line: block.place.line + 1 + index };
    const request = collector.pipe(readRequestLine(line, place, argumentNames));
    if (request !== null) requests.push(request);
    else if (!isPartOfMessage(line)) collector.add("request-line-unreadable", { text: line.trim() }, place);
  }
  return requests;
}

/** Blank lines, headers and JSON stand in some request blocks. */
function isPartOfMessage(line: string): boolean {
  return /^\s*$|^\s*[\w-]+\s*:|^\s*[{}[\]"]|^\s*<!--|^\s*-->|^\s*\/\//.test(line);
}

function uniqueRequests(requests: readonly RequestFacts[]): readonly RequestFacts[] {
  const key = (request: RequestFacts) => `${request.method} ${request.path}?${request.queryText ?? ""}`;
  const seen = new Set<string>();
  return requests.filter((request) => !seen.has(key(request)) && seen.add(key(request)));
}

function readIntroduction(
  document: Document,
): Pick<OperationFacts, "summary" | "description" | "deprecated" | "subject"> {
  const phrases = introductionPhrases(document);
  const paragraphs = introductionMarkdown(document);
  const texts = [...introductionAlerts(document), ...phrases].map((phrase) => phrase.text);
  return {
    summary: paragraphs[0] ?? document.frontMatter.description ?? titleOf(document)?.heading.text ?? "",
    description: paragraphs.join("\n\n"),
    deprecated: firstDeprecation(texts),
    subject: firstType(phrases),
  };
}

function firstType(phrases: readonly Phrase[]): OperationFacts["subject"] {
  for (const phrase of phrases) {
    const type = readSentenceType(phrase);
    if (type !== null && type.target !== null) return type;
  }
  return null;
}

/** A read has no body: a table below Request body speaks of what stands in the URL. */
function bodyOf(body: RequestBodyFacts | null, isRead: boolean): RequestBodyFacts | null {
  return body === null || isRead || body.none ? null : body;
}

function toParameter({ name, type, values, description, source }: PropertyFacts): ParameterFacts {
  return { name, type, required: true, values, description, source };
}
