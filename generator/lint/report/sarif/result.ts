import { sha256 } from "../../../util/hash.ts";
import { visible } from "../../../util/visible.ts";
import type { Fix, Place, RelatedPlace } from "../../../diagnostics/diagnostic.ts";
import { shownFile } from "../../../diagnostics/report/place.ts";
import type { DiagnosticCode, Finding } from "../../catalog.ts";
import { SARIF_LEVELS } from "./rule.ts";

/** Describes findings as results, in their order. */
export function describeResults(
  diagnostics: readonly Finding[],
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
      message: { text: visible(message) },
      locations: [location(place, prefix)],
      ...(related.length === 0
        ? {}
        : { relatedLocations: related.map((other, index) => relatedLocation(other, index, prefix)) }),
      // Code scanning tracks a finding across commits by this fingerprint; its line may move with other changes.
      partialFingerprints: { primaryLocationLineHash: `${known}:${String(count)}` },
      ...(fix === undefined ? {} : { fixes: [describeFix(fix, prefix)] }),
    };
  });
}

function relatedLocation({ message, place }: RelatedPlace, index: number, prefix: string): object {
  return { id: index + 1, ...location(place, prefix), message: { text: visible(message) } };
}

function location(place: Place, prefix: string): { readonly physicalLocation: object } {
  const region = { startLine: place.line, startColumn: place.column };
  return { physicalLocation: { artifactLocation: artifact(place, prefix), region } };
}

/** A file, relative to the root of the sources. */
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
    description: { text: after === "" ? "Remove it" : visible(`Write ${after}`) },
    artifactChanges: [{ artifactLocation: artifact(place, prefix), replacements }],
  };
}

function fingerprint({ code, place, message }: Finding): string {
  return sha256(`${code}\n${place.file}\n${message}`).slice(0, 16);
}
