import { createConfig, lintFromString } from "@redocly/openapi-core";
import type { Json } from "../../generator/api/model.ts";
import type { OpenApiDocument } from "../../generator/openapi/model.ts";

/** One problem of a document. */
export interface DocumentProblem {
  readonly rule: string;
  readonly severity: "error" | "warn";
  readonly message: string;
  /** JSON pointer to its place. */
  readonly pointer: string;
}

/**
 * Checks a document with Redocly.
 *
 * @param extended `spec` for what the specification requires, `recommended` for Redocly's own rules as well
 * @param rules levels of further rules
 */
export async function findProblems(
  document: OpenApiDocument | Json,
  extended: "spec" | "recommended",
  rules: Readonly<Record<string, "error" | "warn">> = {},
): Promise<readonly DocumentProblem[]> {
  const conform = { severity: "error", allowAdditionalProperties: true } as const;
  const config = await createConfig({
    extends: [extended],
    rules: { ...rules, "no-invalid-media-type-examples": conform },
  });
  const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: "openapi.json", config });
  return problems.map(({ ruleId, severity, message, location }) => ({
    rule: ruleId,
    severity,
    message,
    pointer: location[0]?.pointer ?? "",
  }));
}

/**
 * Checks a document against the OpenAPI specification, and its examples against its schemas.
 *
 * @returns one line for each problem: rule, message and place
 */
export async function lintDocument(document: OpenApiDocument | Json): Promise<readonly string[]> {
  const problems = await findProblems(document, "spec");
  return problems.map(({ rule, message, pointer }) => `${rule}: ${message} ${pointer}`);
}
