/** Replaces code, comments and front matter with spaces, so that all columns stay the same. */
export function proseLines(lines: readonly string[]): readonly string[] {
  let fence: string | null = null;
  let inComment = false;
  const matter = frontMatterEnd(lines);
  return lines.map((line, index) => {
    if (index <= matter) return "";
    const marker = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (marker?.startsWith(fence) === true) fence = null;
      return "";
    }
    if (marker !== undefined && !inComment) {
      fence = marker;
      return "";
    }
    const [prose, open] = withoutComments(line, inComment);
    inComment = open;
    return prose.replace(/(`+)(?!`)[^`]*\1/g, (code) => " ".repeat(code.length));
  });
}

/** Index of the line that closes the front matter, or -1. */
function frontMatterEnd(lines: readonly string[]): number {
  return /^---\s*$/.test(lines[0] ?? "") ? lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line)) : -1;
}

function withoutComments(line: string, open: boolean): readonly [prose: string, open: boolean] {
  let prose = "";
  let rest = line;
  let inside = open;
  while (rest !== "") {
    const end = rest.indexOf(inside ? "-->" : "<!--");
    const piece = end === -1 ? rest : rest.slice(0, end + (inside ? 3 : 0));
    prose += inside ? " ".repeat(piece.length) : piece;
    rest = rest.slice(piece.length);
    if (end !== -1) inside = !inside;
  }
  return [prose, inside];
}
