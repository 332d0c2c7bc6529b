import { compareStrings } from "../util/compare.ts";
import { stageCatalog, type StageCode, type StageMessage } from "./catalog.ts";
import { formatMessage, type Entry, type Params, type Severity } from "./entry.ts";

/*
 * Diagnostics: the stages report what they find in the docs, and the result is a list of codes, messages and places.
 * `entry.ts` describes one kind of diagnostic, `catalog/` contains those of the stages, and `report/` prints them.
 */

/** A position in a docs file: path relative to the docs folder, line and column counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A second place that explains a diagnostic, such as "defined here". */
export interface RelatedPlace {
  readonly message: string;
  readonly place: Place;
}

/** A change of a page's text that fixes a diagnostic; it applies only if the text at the place is still `before`. */
export interface Fix {
  readonly place: Place;
  readonly before: string;
  readonly after: string;
}

/** A deviation in the docs: its place, and what was expected instead. */
export interface Diagnostic<Code extends string = StageCode> {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly related: readonly RelatedPlace[];
  readonly fix?: Fix;
}

/** Severities, most serious first. */
export const SEVERITIES = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** A value and the diagnostics that were reported while it was created. */
export type Result<T> = readonly [value: T, diagnostics: readonly Diagnostic[]];

/**
 * Creates a diagnostic of a stage.
 *
 * @param code entry of the catalogue
 * @param params values of the parameters of the entry's message
 * @param place the reported position
 * @param related other places that explain it
 */
export function createDiagnostic<C extends StageCode>(
  code: C,
  params: Params<StageMessage<C>>,
  place: Place,
  related: readonly RelatedPlace[] = [],
): Diagnostic<C> {
  return describe<C, StageMessage<C>>(code, stageCatalog[code], params, place, related);
}

/** Creates a diagnostic from any entry, with the parameters that its message names. */
export function describe<Code extends string, Message extends string>(
  code: Code,
  { severity, message }: Entry<Message>,
  params: Params<Message>,
  place: Place,
  related: readonly RelatedPlace[] = [],
): Diagnostic<Code> {
  return { code, severity, message: formatMessage(message, params), place, related };
}

/** Collects diagnostics while a stage runs, and unwraps the results of its steps. */
export interface Collector {
  readonly diagnostics: readonly Diagnostic[];
  add<C extends StageCode>(
    code: C,
    params: Params<StageMessage<C>>,
    place: Place,
    related?: readonly RelatedPlace[],
  ): void;
  pipe<T>(result: Result<T>): T;
  wrap<T>(value: T): Result<T>;
}

/** Creates an empty collector; each call of a stage creates its own. */
export function createCollector(): Collector {
  return new DiagnosticList();
}

/** A class, because nearly every line of a page needs a collector, and an object of closures costs several times more. */
class DiagnosticList implements Collector {
  readonly diagnostics: Diagnostic[] = [];

  add<C extends StageCode>(
    code: C,
    params: Params<StageMessage<C>>,
    place: Place,
    related?: readonly RelatedPlace[],
  ): void {
    this.diagnostics.push(createDiagnostic(code, params, place, related));
  }

  pipe<T>([value, found]: Result<T>): T {
    for (const diagnostic of found) this.diagnostics.push(diagnostic);
    return value;
  }

  wrap<T>(value: T): Result<T> {
    return [value, this.diagnostics];
  }
}

/** Orders diagnostics by place, then code, then message. */
export function compareDiagnostics(a: Diagnostic<string>, b: Diagnostic<string>): number {
  return (
    compareStrings(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareStrings(a.code, b.code) ||
    compareStrings(a.message, b.message)
  );
}
