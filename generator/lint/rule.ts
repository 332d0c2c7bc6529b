import { describe, type Diagnostic, type Fix, type Place, type RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { Entry, Example, Params } from "../diagnostics/entry.ts";
import type { ComparedSite, LintPage, Site } from "./model.ts";

/** What a rule reports: the place, and the parameters of the rule's message. */
export interface Report<P> {
  readonly params: P;
  readonly place: Place;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
}

/** Name and texts of a rule, and the example that is its test. */
interface RuleEntry<Name extends string, Message extends string = string> extends Entry<Message> {
  readonly name: Name;
  readonly example: Example;
}

/** A rule that needs a single page, so that an editor can run it while the page is written. */
export interface PageRule<Name extends string = string> extends RuleEntry<Name> {
  readonly scope: "page";
  readonly check: (page: LintPage) => readonly Diagnostic<Name>[];
}

/** A rule that compares pages with each other. */
export interface SiteRule<Name extends string = string> extends RuleEntry<Name> {
  readonly scope: "site";
  readonly check: (site: Site) => readonly Diagnostic<Name>[];
}

/** A rule that compares the docs with the metadata of the service. */
export interface MetadataRule<Name extends string = string> extends RuleEntry<Name> {
  readonly scope: "metadata";
  readonly check: (site: ComparedSite) => readonly Diagnostic<Name>[];
}

type Definition<Name extends string, Message extends string, Subject> = RuleEntry<Name, Message> & {
  readonly check: (subject: Subject) => readonly Report<Params<Message>>[];
};

/**
 * Defines a rule that needs a single page.
 *
 * @param rule its name, texts, example and check; the message determines which parameters the check reports
 */
export function pageRule<const Name extends string, const Message extends string>(
  rule: Definition<Name, Message, LintPage>,
): PageRule<Name> {
  return {
    ...rule,
    scope: "page",
    check: (page) => unique(rule.check(page).map((found) => toDiagnostic(rule, found))),
  };
}

/** Operations of one page share sections, of which each finding is reported once. */
function unique<Name extends string>(diagnostics: readonly Diagnostic<Name>[]): readonly Diagnostic<Name>[] {
  const keyOf = ({ message, place }: Diagnostic<Name>) => `${place.file}:${place.line}:${place.column} ${message}`;
  return [...new Map(diagnostics.map((each) => [keyOf(each), each])).values()];
}

/**
 * Defines a rule that compares pages with each other.
 *
 * @param rule its name, texts, example and check; the message determines which parameters the check reports
 */
export function siteRule<const Name extends string, const Message extends string>(
  rule: Definition<Name, Message, Site>,
): SiteRule<Name> {
  return { ...rule, scope: "site", check: (site) => rule.check(site).map((found) => toDiagnostic(rule, found)) };
}

/**
 * Defines a rule that compares the docs with the metadata of the service.
 *
 * @param rule its name, texts, example and check; the message determines which parameters the check reports
 */
export function metadataRule<const Name extends string, const Message extends string>(
  rule: Definition<Name, Message, ComparedSite>,
): MetadataRule<Name> {
  return { ...rule, scope: "metadata", check: (site) => rule.check(site).map((found) => toDiagnostic(rule, found)) };
}

function toDiagnostic<Name extends string, Message extends string>(
  rule: RuleEntry<Name, Message>,
  { params, place, related, fix }: Report<Params<Message>>,
): Diagnostic<Name> {
  const diagnostic = describe(rule.name, rule, params, place, related);
  return fix === undefined ? diagnostic : { ...diagnostic, fix };
}
