import type { ApiModel } from "../api/model.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Document } from "../markdown/model.ts";
import type { Metadata } from "../metadata/model.ts";
import type { Page } from "../page/model.ts";
import type { WrittenLink } from "./text/links.ts";
import type { Suppression } from "./text/suppressions.ts";

/** Input of a rule for one page: its text, sections and facts. */
export interface LintPage {
  readonly path: string;
  /** Lines of the page without its includes. */
  readonly lines: readonly string[];
  readonly document: Document;
  readonly page: Page;
}

/** Data of a page that rules for all pages need. */
export interface PageIndex {
  readonly page: Page;
  /** Anchors of the page, in lower case. */
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly WrittenLink[];
  readonly suppressions: readonly Suppression[];
  /** Place of each member of the page's JSON representations, by name. */
  readonly members: ReadonlyMap<string, Place>;
}

/** Input of a rule for all pages. */
export interface Site {
  readonly model: ApiModel;
  /** Sorted by path. */
  readonly pages: readonly PageIndex[];
  /** All files below the docs folder. */
  readonly files: readonly string[];
}

/** Input of a rule that compares the docs with the metadata of the service. */
export interface ComparedSite {
  readonly model: ApiModel;
  readonly metadata: Metadata;
}
