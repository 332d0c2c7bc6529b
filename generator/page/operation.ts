import { createCollector, type Collector, type Result } from "../diagnostics/diagnostic.ts";
import type { CodeBlock, Document, Phrase } from "../markdown/model.ts";
import { introductionMarkdown } from "./content/description.ts";
import { readExamples } from "./examples/examples.ts";
import {
  type ExampleFacts,
  type OperationFacts,
  type ParameterFacts,
  type PropertyFacts,
  type RequestBodyFacts,
} from "./model.ts";
import { operationKind } from "./names/operation-kind.ts";
import { nameOperation } from "./names/operation-name.ts";
import { introductionAlerts, introductionPhrases, sectionsAfter, sectionsOf, titleOf } from "./content/sections.ts";
import { OPTIONAL, readHeaders, readParameters } from "./requests/parameters.ts";
import { readPermissions } from "./permissions/permissions.ts";
import {
  optionSections,
  readNamedOptions,
  readNamedParameters,
  reportMisspeltOptions,
} from "./requests/query-options.ts";
import { firstDeprecation, retirement } from "./types/remarks.ts";
import { readRequestBody } from "./requests/request-body.ts";
import { addFunctionCalls } from "./requests/function-calls.ts";
import { readHttpBlock, uniqueRequests } from "./requests/http-block.ts";
import { readResponse } from "./requests/response.ts";
import { readSentenceType } from "./types/sentence-type.ts";

/** Unlike "do not supply a request body". */
const NOT_NEEDED =
  /\b(?:doesn['’]t|does not) (?:require|need) a (?:request )?body\b|\bbody is not (?:required|needed|necessary)\b/i;

/**
 * Reads one operation of a page, or null if no line of its fences is a request.
 *
 * @param document the page, or the part that describes requests of one method
 * @param namespace namespace of the page
 * @param httpBlocks fences with the requests of the operation
 * @param parts parts of the file name, by which the operation is named
 */
export function readOperation(
  document: Document,
  namespace: string,
  httpBlocks: readonly CodeBlock[],
  parts: readonly string[],
): Result<OperationFacts | null> {
  const collector = createCollector();
  const functionParameters = readParameters(sectionsOf(document, "functionParameters"), true, collector);
  const body = collector.pipe(readRequestBody(sectionsOf(document, "requestBody")));
  const pathParameters = readParameters(sectionsOf(document, "pathParameters"), true, collector);
  const described = [...functionParameters, ...pathParameters, ...(body?.properties ?? [])];
  const argumentNames = new Set(described.map(({ name }) => name.toLowerCase()));
  const requests = httpBlocks.flatMap((block) => readHttpBlock(block, argumentNames, collector));
  if (requests.length === 0) return collector.wrap(null);
  const isRead = requests.every((request) => request.method === "GET");
  const inUrl = isRead ? (body?.properties ?? []).map(toParameter) : [];
  const response = collector.pipe(readResponse(sectionsOf(document, "response")));
  const status = response?.statuses[0] ?? 200;
  const isTemplate = (block: CodeBlock) => httpBlocks.includes(block);
  const examples = collector.pipe(readExamples(document.sections, requests, isTemplate, status));
  const facts = {
    ...readIntroduction(document),
    requests: uniqueRequests(requests),
    permissions: collector.pipe(readPermissions(sectionsOf(document, "permissions"))),
    headers: readHeaders(sectionsOf(document, "requestHeaders"), document.sections, collector),
    query: readQuery(document, collector),
    functionParameters: [...functionParameters, ...inUrl],
    pathParameters,
    requestBody: bodyOf(body, isRead, examples),
    response,
    examples,
    source: titleOf(document)?.place ?? { file: document.path, line: 1, column: 1 },
  };
  const stated = { ...facts, title: titleOf(document)?.heading.text ?? "", nameParts: parts };
  const kind = operationKind(stated);
  const naming = nameOperation(stated, kind, document.namespace?.name ?? namespace);
  const calls = addFunctionCalls(facts.requests, facts.functionParameters, facts.examples, collector);
  return collector.wrap({ ...facts, requests: calls, kind, naming });
}

/** Query parameters of the tables, and the options that sentences name. */
function readQuery(document: Document, collector: Collector): readonly ParameterFacts[] {
  const sections = sectionsOf(document, "queryParameters");
  const rows = readParameters(sections, false, collector);
  const stated = new Set(rows.map(({ name }) => name.toLowerCase()));
  // Sentences below a heading of no known kind continue those above it.
  const following = sections.flatMap((section) => sectionsAfter(document, section));
  const read =
    sections.length === 0 ? optionSections(sectionsOf(document, "httpRequest")) : [...sections, ...following];
  const all = [...rows, ...readNamedOptions([...new Set(read)], stated)];
  const elsewhere = readNamedParameters(document.sections, new Set(all.map(({ name }) => name.toLowerCase())));
  reportMisspeltOptions([...new Set(read)], collector);
  return [...all, ...elsewhere];
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
    deprecated: firstDeprecation(texts) ?? retirement(titleOf(document)?.heading.text ?? "", texts),
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

/** A GET request has no body: a table below its Request body heading lists parameters of the URL. */
function bodyOf(
  body: RequestBodyFacts | null,
  isRead: boolean,
  examples: readonly ExampleFacts[],
): RequestBodyFacts | null {
  if (body === null || isRead) return null;
  if (!body.none) return body;
  const isSent = examples.some(({ request }) => request !== null && request.body !== null);
  return isSent && NOT_NEEDED.test(body.description) ? { ...body, none: false, optional: true } : null;
}

function toParameter({ name, type, values, description, source }: PropertyFacts): ParameterFacts {
  return { name, type, required: !OPTIONAL.test(`${type.text} ${description}`), values, description, source };
}
