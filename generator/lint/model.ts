import type { ApiModel } from "../api/model.ts";
import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Document } from "../markdown/model.ts";
import type { Page } from "../page/model.ts";
import type { WrittenLink } from "./text/links.ts";
import type { Suppression } from "./text/suppressions.ts";

/** What a rule sees of one page: its text, its sections and its facts. */
export interface LintPage {
  readonly path: string;
  /** Lines of the page itself, without those of its includes. */
  readonly lines: readonly string[];
  readonly document: Document;
  readonly page: Page;
}

/** What is kept of a page for the rules that look at all of them. */
export interface PageIndex {
  readonly page: Page;
  /** Anchors that a link may lead to, in lower case. */
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly WrittenLink[];
  readonly suppressions: readonly Suppression[];
  /** Place of each member of the page's JSON representations, by its name. */
  readonly members: ReadonlyMap<string, Place>;
}

/** What a rule sees of all pages. */
export interface Site {
  readonly model: ApiModel;
  /** In the order of their paths. */
  readonly pages: readonly PageIndex[];
  /** Every file below the docs folder. */
  readonly files: readonly string[];
}

/** A rule that needs one page alone, so that an editor can run it while the page is written. */
export interface PageRule {
  readonly name: DiagnosticCode;
  readonly check: (page: LintPage) => readonly Diagnostic[];
}

/** A rule that holds pages against each other. */
export interface SiteRule {
  readonly name: DiagnosticCode;
  readonly check: (site: Site) => readonly Diagnostic[];
}
