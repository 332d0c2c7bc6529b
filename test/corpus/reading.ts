import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import type { Nodes } from "mdast";
import { parseMarkdown } from "../../generator/markdown/fast/parse.ts";

/**
 * Reads the comments of generated packages as their customers would, and prints those that nobody would write by hand:
 * text that points at a table which is not there, or Markdown that only a page needs. Usage: tsx test/corpus/reading.ts
 * PACKAGE...; exit 1 if there is any.
 */
const PLACE = "(?:tables?|sections?|examples?|notes?|figures?|diagrams?|snippets?|images?)";

/** Patterns of text outside of code, by kind of finding. */
const PATTERNS: Readonly<Record<string, readonly RegExp[]>> = {
  "points at a missing place": [
    new RegExp(`\\b(?:following|preceding|previous|next) ${PLACE}\\b`, "i"),
    new RegExp(`\\b${PLACE} (?:below|above)\\b`, "i"),
    new RegExp(`\\b(?:see|refer to) (?:also )?(?:the |an? |this )?(?:\\w+ ){0,3}${PLACE}\\b(?! (?:in|of) )`, "i"),
    /\b(?:see|shown|listed|described|mentioned|given|documented|noted) (?:below|above)\b(?! (?:the|an?|which|it|sea)\b)/i,
    /\bas follows\.?$/im,
    /\bin the [A-Z]\w+ section\b/,
  ],
  "speaks of its page": [/\bthis (?:topic|article|page|document) (?!object|resource)[a-z]+s\b/i],
  "repeats that a property is inherited": [/\bInherited from [\w.]+/],
  "reference link": [/\[[^\]\n]+\]\[[^\]\n]*\]/],
  "mark of an alert or include": [/\[!\w+/, /^:::/m],
  HTML: [/<\/?[a-z][^>\n]*>/i, /&(?:[a-z]+|#\d+);/i],
  asterisks: [/\*\*|(?:^|[\s(])\*\S|\w\*(?=[\s.,)]|$)/m],
  "escaped character": [/\\[^\w\s]/],
  superscript: [/\S[¹²³⁴⁵⁶⁷⁸⁹](?=[\s.,]|$)/],
  punctuation: [/\w [.,;](?=\s|$)/, /(?<!\.)\.\.(?=\s|$)/, /\S {2,}\S/],
};

/** Nodes of Markdown that a comment does not need, by kind of finding. */
const NODES: Readonly<Partial<Record<Nodes["type"], string>>> = {
  image: "image",
  imageReference: "image",
  footnoteReference: "footnote",
  footnoteDefinition: "footnote",
  strong: "emphasis",
  emphasis: "emphasis",
  html: "HTML",
  heading: "heading",
  thematicBreak: "rule",
};

/** A comment with the declaration below it. */
interface Comment {
  readonly place: string;
  /** Text without delimiters and tags. */
  readonly text: string;
  readonly declaration: string;
}

function commentsOf(file: string, name: string): readonly Comment[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/\/\*\*([\s\S]*?)\*\/\s*(.*)/g)].map((match) => {
    const lines = (match[1] ?? "").split("\n").map((line) => line.replace(/^\s*\* ?/, "").trim());
    const tag = lines.findIndex((line) => /^@\w/.test(line));
    return {
      place: `${name}:${text.slice(0, match.index).split("\n").length}`,
      text: lines
        .slice(0, tag === -1 ? undefined : tag)
        .join("\n")
        .trim(),
      declaration: match[2] ?? "",
    };
  });
}

/** Findings of a comment: the kind, and the text that shows it. */
function findingsOf(comment: Comment): readonly (readonly [kind: string, text: string])[] {
  const { text } = comment;
  // Tables of permissions are written by the generator, as are code spans, whose text is not prose.
  const prose = text
    .replace(/^\|.*$/gm, "")
    .replace(/`[^`\n]+`/g, "`code`")
    .replace(/\]\([^)\s]*\)/g, "]()");
  const byPattern = Object.entries(PATTERNS).flatMap(([kind, patterns]) =>
    patterns.flatMap((pattern) => {
      const match = pattern.exec(prose);
      return match === null ? [] : [[kind, prose.slice(Math.max(0, match.index - 60), match.index + 60)] as const];
    }),
  );
  return [...byPattern, ...nodeFindings(parseMarkdown(text)), ...introductions(text), ...repeatedBases(comment)];
}

function nodeFindings(node: Nodes): readonly (readonly [string, string])[] {
  const kind = NODES[node.type];
  if (kind !== undefined) return [[kind, JSON.stringify(node).slice(0, 120)]];
  return "children" in node ? node.children.flatMap(nodeFindings) : [];
}

/** Lines that introduce what does not follow. */
function introductions(text: string): readonly (readonly [string, string])[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const next = lines.slice(index + 1).find((other) => other !== "");
    const isLost = line.endsWith(":") && (next === undefined || !/^(?:[-*|"“`]|\d+\.)/.test(next));
    return isLost ? [["introduces nothing", line.slice(-120)] as const] : [];
  });
}

function repeatedBases({ text, declaration }: Comment): readonly (readonly [string, string])[] {
  const base = /^export interface \w+ extends (?!ODataObject)(\w+)/.exec(declaration)?.[1];
  const match = /[^.\n]*\b(?:inherits|derived) from (?:the )?`?(\w+)`?(?=[.,]|$)/im.exec(text);
  return base !== undefined && match?.[1]?.toLowerCase() === base.toLowerCase() ? [["repeats a base", match[0]]] : [];
}

/** Comments of the modules of a package; those of its runtime are written by hand. */
function packageComments(folder: string): readonly Comment[] {
  const sources = path.join(folder, "src");
  const names = readdirSync(sources, { recursive: true, encoding: "utf8" }).sort();
  const modules = names.filter((name) => name.endsWith(".ts") && !/^(?:runtime|testing)\b/.test(name));
  return modules.flatMap((name) => commentsOf(path.join(sources, name), name));
}

const comments = process.argv.slice(2).flatMap(packageComments);
const counts = new Map<string, number>();
for (const comment of comments) {
  for (const [kind, text] of findingsOf(comment)) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    console.log(`${comment.place} ${kind}: ${text.replace(/\n/g, " ").trim()}`);
  }
}
for (const [kind, count] of counts) console.log(`${count} ${kind}`);
const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
console.log(`${total} findings in ${comments.length} comments`);
process.exitCode = total === 0 && comments.length > 0 ? 0 : 1;
