import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Example } from "../../generator/diagnostics/entry.ts";
import {
  DIAGNOSTIC_CODES,
  entryOf,
  isDiagnosticCode,
  isMetadataCode,
  type DiagnosticCode,
} from "../../generator/lint/catalog.ts";
import { RULE_PAGES } from "../../generator/lint/rule-page.ts";
import { readInputs, type Fixture } from "./fixtures.ts";
import { REPOSITORY } from "./node-docs.ts";

/** Folder of the docs pages of rules. */
export const PAGES = path.join(REPOSITORY, RULE_PAGES);

/** A code with the example of its entry. */
export interface RuleExample extends Fixture {
  readonly code: DiagnosticCode;
  readonly example: Example;
}

/** Examples of all entries that have one. */
export const RULE_EXAMPLES: readonly RuleExample[] = DIAGNOSTIC_CODES.flatMap((code) => {
  const { example } = entryOf(code);
  return example === undefined ? [] : [{ code, name: code, folder: `lint/${code}`, example }];
});

const HARBOUR = readInputs({ name: "harbour", folder: "harbour" });
/** Docs of the rules that compare them with metadata, and that metadata. */
const COMPARED = readInputs({ name: "metadata", folder: "metadata" });

/** The metadata that the docs of a rule are compared with; null for rules that need none. */
export function sampleMetadata({ code }: RuleExample): string | null {
  return isMetadataCode(code) ? new TextDecoder().decode(COMPARED["metadata.xml"]) : null;
}

/** The sample docs: the harbour, and the pages in the `docs` folder of the example's fixture. Nothing is wrong in them. */
export function samplePages({ folder, name }: Fixture): ReadonlyMap<string, string> {
  const own = existsSync(path.join(REPOSITORY, "test/fixtures", folder, "docs")) ? readInputs({ folder, name }) : {};
  const base = isDiagnosticCode(name) && isMetadataCode(name) ? COMPARED : HARBOUR;
  const files = Object.entries({ ...base, ...own }).filter(([file]) => file.startsWith("docs/"));
  return new Map(files.map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]));
}

/** Pages with the change of an example. */
export function changePages(
  pages: ReadonlyMap<string, string>,
  { page, ok, notOk }: Example,
): ReadonlyMap<string, string> {
  const text = pages.get(`docs/${page}`) ?? "";
  if (!text.includes(ok)) throw new Error(`Unexpected example, expected its text in ${page}:\n${ok}`);
  return new Map([...pages, [`docs/${page}`, text.replace(ok, () => notOk)]]);
}

/** Prints the docs page of a rule from its entry, its example and the expected message of the example. */
export function printRulePage(code: DiagnosticCode): string {
  const { severity, description, why, advice } = entryOf(code);
  const example = RULE_EXAMPLES.find((each) => each.code === code);
  const parts = [
    `# ${code}`,
    `${description} Severity: ${severity}.`,
    `## Why it matters\n\n${why}`,
    ...(example === undefined ? [] : [printExample(example)]),
    `## How to fix it\n\n${advice}`,
    `## How to suppress it\n\n${describeSuppression(code)}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function describeSuppression(code: DiagnosticCode): string {
  const config = `To turn the rule off, or to change its level to \`info\`, \`warning\` or \`error\`, set it in the config: \`"rules": { "${code}": "off" }\`.`;
  const comment = `To suppress it in the next block of a page, write \`<!-- lint ignore ${code} -- reason -->\`.`;
  return code.startsWith("suppression-") || /^(?:file|page)-unreadable$/.test(code)
    ? config
    : `${comment}\n\n${config}`;
}

function printExample(rule: RuleExample): string {
  const { page, ok, notOk } = rule.example;
  const text = samplePages(rule).get(`docs/${page}`) ?? "";
  const message = expectedMessage(rule).replaceAll("<", "\\<").replaceAll("*", "\\*");
  const incorrect = `## Example\n\nIncorrect:\n\n${fenced(excerpt(text, ok, notOk))}\n\n> ${message}`;
  return text === "" ? incorrect : `${incorrect}\n\nCorrect:\n\n${fenced(excerpt(text, ok, ok))}`;
}

function expectedMessage({ folder, code }: RuleExample): string {
  const expected = readFileSync(path.join(REPOSITORY, "test/fixtures", folder, "diagnostics.txt"), "utf8");
  return new RegExp(`^\\S+ \\w+ ${code} (.*)$`, "m").exec(expected)?.[1] ?? "";
}

/** The changed lines of a page, with up to two lines before and after. */
function excerpt(text: string, ok: string, shown: string): string {
  const at = text.indexOf(ok);
  const before = text.slice(0, at).split("\n").slice(-3).join("\n");
  const after = text.slice(at + ok.length).split("\n");
  const rest = after.slice(0, ok.endsWith("\n") ? 2 : 3).join("\n");
  return `${before}${shown}${rest}`.replace(/^\n+|\n+$/g, "");
}

/** A fence that is longer than any fence in the text. */
function fenced(text: string): string {
  return `\`\`\`\`markdown\n${text}\n\`\`\`\``;
}
