import { catalog, type DiagnosticCode, type DiagnosticParams, type Entry, type Severity } from "./catalog.ts";
import { compareStrings } from "../util/compare.ts";

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

/** A change of a page's text that mends what is wrong; it may be made only where `before` still stands at the place. */
export interface Fix {
  readonly place: Place;
  readonly before: string;
  readonly after: string;
}

/** What is wrong with the docs, where, and what was expected instead. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly related: readonly RelatedPlace[];
  readonly fix?: Fix;
}

/** Severities, the most serious first. */
export const SEVERITIES = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** A value together with what was noticed while it was made. */
export type Result<T> = readonly [value: T, diagnostics: readonly Diagnostic[]];

/**
 * Makes a diagnostic from the catalogue.
 *
 * @param code entry of the catalogue
 * @param params values of the entry's message, checked by the compiler
 * @param place where the docs say what is reported
 * @param related other places that the message speaks of
 */
export function createDiagnostic<C extends DiagnosticCode>(
  code: C,
  params: DiagnosticParams<C>,
  place: Place,
  related: readonly RelatedPlace[] = [],
): Diagnostic {
  const entry: Entry<DiagnosticParams<C>> = catalog[code];
  return { code, severity: entry.severity, message: entry.message(params), place, related };
}

/** Gathers diagnostics while a stage runs, and unwraps results of inner steps. */
export interface Collector {
  readonly diagnostics: readonly Diagnostic[];
  add<C extends DiagnosticCode>(
    code: C,
    params: DiagnosticParams<C>,
    place: Place,
    related?: readonly RelatedPlace[],
  ): void;
  pipe<T>(result: Result<T>): T;
  wrap<T>(value: T): Result<T>;
}

/** Makes an empty collector; each stage call makes its own, so nothing is shared. */
export function createCollector(): Collector {
  return new DiagnosticList();
}

/** A class, since there is one for nearly each line of a page: an object of closures costs several times as much. */
class DiagnosticList implements Collector {
  readonly diagnostics: Diagnostic[] = [];

  add<C extends DiagnosticCode>(
    code: C,
    params: DiagnosticParams<C>,
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

/** Orders diagnostics by their place. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareStrings(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareStrings(a.code, b.code) ||
    compareStrings(a.message, b.message)
  );
}
