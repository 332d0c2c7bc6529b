import { sha256 } from "../../../util/hash.ts";
import type { DiagnosticCode } from "../../catalog.ts";
import type { Diagnostic, Fix, Place } from "../../diagnostic.ts";
import { shownFile } from "../place.ts";
import { SARIF_LEVELS } from "./rule.ts";

/** Results in the order of the diagnostics. */
export function describeResults(
  diagnostics: readonly Diagnostic[],
  codes: readonly DiagnosticCode[],
  prefix: string,
): readonly object[] {
  const counts = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const { code, severity, message, place, related, fix } = diagnostic;
    const known = fingerprint(diagnostic);
    const count = (counts.get(known) ?? 0) + 1;
    counts.set(known, count);
    return {
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: SARIF_LEVELS[severity],
      message: { text: message },
      locations: [location(place, prefix)],
      ...(related.length === 0
        ? {}
        : { relatedLocations: related.map((other, index) => relatedLocation(other, index, prefix)) }),
      // Code scanning follows a finding over commits by this: not by its line, which other changes move.
      partialFingerprints: { primaryLocationLineHash: `${known}:${String(count)}` },
      ...(fix === undefined ? {} : { fixes: [describeFix(fix, prefix)] }),
    };
  });
}

function relatedLocation({ message, place }: Diagnostic["related"][number], index: number, prefix: string): object {
  return { id: index + 1, ...location(place, prefix), message: { text: message } };
}

function location(place: Place, prefix: string): { readonly physicalLocation: object } {
  const region = { startLine: place.line, startColumn: place.column };
  return { physicalLocation: { artifactLocation: artifact(place, prefix), region } };
}

/** A file as seen from the root of the sources, wherever a reader has them. */
function artifact(place: Place, prefix: string): object {
  return { uri: shownFile(place, prefix).split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

function describeFix({ place, before, after }: Fix, prefix: string): object {
  const lines = before.split("\n");
  const last = lines.at(-1)?.length ?? 0;
  const deletedRegion = {
    startLine: place.line,
    startColumn: place.column,
    endLine: place.line + lines.length - 1,
    endColumn: lines.length === 1 ? place.column + last : last + 1,
  };
  const replacements = [{ deletedRegion, ...(after === "" ? {} : { insertedContent: { text: after } }) }];
  return {
    description: { text: after === "" ? "Remove it" : `Write ${after}` },
    artifactChanges: [{ artifactLocation: artifact(place, prefix), replacements }],
  };
}

function fingerprint({ code, place, message }: Diagnostic): string {
  return sha256(`${code}\n${place.file}\n${message}`).slice(0, 16);
}
