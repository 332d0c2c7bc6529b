import process from "node:process";
import { checkPackage, emptyKnown, learn, type Finding } from "../support/injection/check.ts";
import { drawDocs } from "../support/injection/docs.ts";
import { isPackage, makePackage, type Made } from "../support/injection/package.ts";
import { fieldsIn, hostileWords, plainWords } from "../support/injection/words.ts";
import { randomOf, seedsOf } from "../support/seeds.ts";

/**
 * Makes packages of pages that try to bring code into them, in every field that a page states, and looks at each syntax
 * node. What packages of the same pages with plain words consist of is the generator's; a node of another kind or in
 * another place, a name that nothing declares, a tag or a comment that a compiler follows is foreign.
 * Usage: tsx test/corpus/injection.ts [--seeds FROM-TO] [--plain N] [--show N]; exit 1 if anything is found.
 */
const seeds = seedsOf(process.argv, "1-20");
const plain = numberOf("--plain", 24);
const shown = numberOf("--show", 20);

const known = emptyKnown();
let base: ReadonlyMap<string, string> | null = null;
for (let seed = 1; seed <= plain; seed++) {
  // Their seeds are below those of hostile pages.
  const random = randomOf(-seed);
  const made = await makePackage(drawDocs(plainWords(random), random));
  if (!isPackage(made)) throw new Error(`no package of the plain pages ${seed}: ${made.reason}`);
  const added = learn(known, made, base ?? new Map<string, string>());
  if (process.argv.includes("--verbose"))
    console.log(`plain pages ${seed}: ${added.length} new facts`, added.slice(0, 5));
  base ??= made;
}

const counts = { packages: 0, files: 0, nodes: 0, foreign: 0, "parse error": 0, "unsafe name": 0, other: 0 };
for (const seed of seeds) {
  const random = randomOf(seed);
  const words = hostileWords(random);
  const made = await makePackage(drawDocs(words, random));
  for (const finding of findingsOf(made)) {
    counts[finding.kind]++;
    if (counts.foreign + counts["parse error"] + counts["unsafe name"] + counts.other > shown) continue;
    const fields = fieldsIn(finding.text, words.fields).join(", ");
    console.log(
      `seed ${seed}: ${finding.kind} in ${finding.file}:${finding.line} (${fields === "" ? "?" : fields}): ` +
        `${finding.what}: ${JSON.stringify(finding.text)}`,
    );
  }
}
const { packages, files, nodes, foreign, other } = counts;
console.log(
  `${seeds.length} seeds, ${packages} packages, ${nodes} syntax nodes of ${files} files: ${foreign} foreign, ` +
    `${counts["parse error"]} parse errors, ${counts["unsafe name"]} unsafe names, ${other} other faults`,
);
const found = foreign + counts["parse error"] + counts["unsafe name"] + other;
process.exitCode = found === 0 && packages > 0 ? 0 : 1;

function findingsOf(made: Made): readonly Finding[] {
  if (!isPackage(made)) {
    // Docs that are refused are no fault. Code that cannot be formatted is: the formatter throws.
    const isFailure = made.reason.includes("Unexpected failure");
    return isFailure ? [{ kind: "other", file: "", line: 0, what: "failure", text: made.reason }] : [];
  }
  const checked = checkPackage(made, base ?? new Map<string, string>(), known);
  counts.packages++;
  counts.files += checked.files;
  counts.nodes += checked.nodes;
  return checked.findings;
}

function numberOf(flag: string, initial: number): number {
  const at = process.argv.indexOf(flag);
  return at === -1 ? initial : Number(process.argv[at + 1]);
}
