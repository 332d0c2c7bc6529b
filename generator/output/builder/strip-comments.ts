import ts from "typescript";

/** Comments for bundlers and licence scanners stay. */
const KEPT = /[#@]__|@license|@vite-ignore|webpack/;

/**
 * Removes comments from JavaScript, as editors show the comments of the declarations.
 *
 * @param file path of the file, for the parser
 * @param text JavaScript that the compiler printed
 * @returns the JavaScript without comments
 */
export function stripComments(file: string, text: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext);
  const found = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (!KEPT.test(text.slice(pos, end))) found.set(pos, end);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  visit(source.endOfFileToken);
  return cut(
    text,
    [...found].sort(([a], [b]) => a - b),
  ).trimStart();
}

/** Removes ranges; for a comment on its own lines, also the indentation and the line break. */
function cut(text: string, ranges: readonly (readonly [pos: number, end: number])[]): string {
  const kept: string[] = [];
  let done = 0;
  for (const [pos, end] of ranges) {
    const before = text.slice(done, pos);
    const ownsLine = /(?:^|\n)[ \t]*$/.test(before);
    kept.push(ownsLine ? before.replace(/[ \t]+$/, "") : before);
    done = ownsLine && text[end] === "\n" ? end + 1 : end;
  }
  return kept.join("") + text.slice(done);
}
