import path from "node:path";
import process from "node:process";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { findAllPages, loadPages } from "../../generator/source/find.ts";
import { EDIT_KINDS, tryEdit } from "../support/line-edits.ts";
import { drawFrom } from "../support/random.ts";

/**
 * Changes one line of a page at a time: removes it, doubles it, or inserts a blank line, a note, a comment or a heading
 * above it. No fact of another line may be lost without an error. Usage: tsx test/corpus/line-edits.ts TIMES SEED DOCS
 * ROOT [DOCS ROOT …]; exit 1 when a fact is lost silently.
 */
const [times = "1000", seed = "1", ...folders] = process.argv.slice(2);
const host = createNodeHost();
const sources = [];
for (let index = 0; index < folders.length; index += 2) {
  const docs = path.resolve(folders[index] ?? "");
  const context = { host, docs, root: path.resolve(folders[index + 1] ?? docs) };
  sources.push(...(await loadPages(await findAllPages(context))));
}

const draw = drawFrom(Number(seed));
let silent = 0;
let excused = 0;
const codes = new Map<string, number>();
const kinds = new Map<string, number>();
for (let turn = 0; turn < Number(times); turn++) {
  const source = sources[draw(sources.length)];
  const lines = source?.text?.split("\n") ?? [];
  const kind = EDIT_KINDS[draw(EDIT_KINDS.length)];
  if (source === undefined || kind === undefined) continue;
  const edit = { kind, line: 1 + draw(lines.length) };
  const { lost, errors } = tryEdit(source, edit);
  if (lost.length === 0) continue;
  for (const { code } of errors.slice(0, 1)) codes.set(code, (codes.get(code) ?? 0) + 1);
  if (errors.length > 0) {
    excused++;
    continue;
  }
  silent++;
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const shown = lost.slice(0, 3).map(({ text, source: { line } }) => `${text.trim()} (line ${line})`);
  console.log(`${kind} ${source.path}:${edit.line} ${JSON.stringify(lines[edit.line - 1])}`);
  console.log(`    loses ${lost.length}: ${shown.join(", ")}`);
}
const reported = [...codes].map(([code, count]) => `${code} ${count}`).join(", ");
console.log(`${times} edits with seed ${seed} on ${sources.length} pages: ${silent} lose facts silently`);
console.log(`${excused} lose facts with an error: ${reported}`);
if (silent > 0) console.log([...kinds].map(([kind, count]) => `${kind} ${count}`).join(", "));
process.exitCode = silent === 0 ? 0 : 1;
