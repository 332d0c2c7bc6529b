import { createConfig, lintFromString } from "@redocly/openapi-core";
import type { OpenApiDocument } from "../../generator/openapi/model.ts";

/**
 * Checks a document against the OpenAPI specification, and its examples against its schemas.
 *
 * @returns one line for each problem: rule, message and place
 */
export async function lintDocument(document: OpenApiDocument): Promise<readonly string[]> {
  const conform = { severity: "error", allowAdditionalProperties: true } as const;
  const config = await createConfig({ extends: ["spec"], rules: { "no-invalid-media-type-examples": conform } });
  const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: "openapi.json", config });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ""}`);
}
