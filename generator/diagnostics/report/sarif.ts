import { catalog, type DiagnosticCode, type Severity } from "../catalog.ts";
import type { Diagnostic, Place } from "../diagnostic.ts";
import { sha256 } from "../../util/hash.ts";
import { meanings } from "../meanings.ts";
import type { Reporter } from "./model.ts";
import { shownFile } from "./place.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<Severity, string>;

/**
 * A log in the Static Analysis Results Interchange Format 2.1.0, which code scanning reads
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/).
 */
export const reportSarif: Reporter = (diagnostics, { prefix }) => {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted();
  const driver = {
    name: "graph-docs-codegen",
    rules: codes.map(describeRule),
  };
  const results = diagnostics.map((diagnostic) => describeResult(diagnostic, codes, prefix));
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function describeRule(code: DiagnosticCode): object {
  return {
    id: code,
    shortDescription: { text: meanings[code] },
    help: { text: `${meanings[code]} Set it in "rules" of the config: off, info, warning or error.` },
    defaultConfiguration: { level: LEVELS[catalog[code].severity] },
  };
}

function describeResult(
  { code, severity, message, place, related }: Diagnostic,
  codes: readonly DiagnosticCode[],
  prefix: string,
): object {
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [location(place, prefix)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, index) => ({
            id: index + 1,
            ...location(other.place, prefix),
            message: { text: other.message },
          })),
        }),
    // Code scanning follows a finding over commits by this: not by its line, which other changes move.
    partialFingerprints: { "graphDocs/v1": fingerprint(code, place.file, message) },
  };
}

function location(place: Place, prefix: string): { readonly physicalLocation: object } {
  const uri = shownFile(place, prefix).split("/").map(encodeURIComponent).join("/");
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: { startLine: place.line, startColumn: place.column },
    },
  };
}

function fingerprint(code: DiagnosticCode, file: string, message: string): string {
  return sha256(`${code}\n${file}\n${message}`).slice(0, 16);
}
