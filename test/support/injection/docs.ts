import type { Random } from "../seeds.ts";
import { operationPage } from "./operation-pages.ts";
import type { Named, Scene } from "./page-parts.ts";
import { enumPage, resourcePage } from "./resource-pages.ts";
import type { Words } from "./words.ts";

/** A set of pages, and the flags with which a package is made of it. */
export interface DrawnDocs {
  /** Contents by absolute path. */
  readonly files: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
}

const DOCS = "/project/docs-input";
const OPERATIONS = 8;

/** Draws pages of all kinds, which link to each other. */
export function drawDocs(words: Words, random: Random): DrawnDocs {
  const flags = drawFlags(random);
  const fileName = (kind: string): string => {
    const name = words.text("file", `file name of ${kind}`).toLowerCase();
    // Pages with other names cannot be copied.
    return flags.includes("--ship-docs") ? name.replace(/[^\w '()$@!#&=+,;`^%-]/g, "") : name;
  };
  const named = (kind: string, index: number): Named => ({
    name: `${words.text("name", `${kind} name`)}${random.below(3) === 0 ? "" : String(index)}`,
    file: `${fileName(kind)}${index}`,
  });
  const scene: Scene = {
    words,
    random,
    namespace: random.of(["microsoft.graph", "microsoft.graph", "microsoft.graph.ports", "harbour.log"]),
    resources: [named("resource", 0), ...[1, 2, 3].map((index) => named("resource", index))],
    enums: [named("enum", 4), named("enum", 5)],
  };
  const pages = [
    ...scene.resources.map((each) => [`resources/${each.file}.md`, resourcePage(scene, each)] as const),
    ...scene.enums.map((each) => [`resources/${each.file}.md`, enumPage(scene, each)] as const),
    ...Array.from({ length: OPERATIONS }, (_, index) => {
      const file = `api/${fileName("an operation")}-${index}.md`;
      return [file, operationPage(scene, random.of(scene.resources))] as const;
    }),
  ];
  const files = pages.map(([file, text]) => [`${DOCS}/${file}`, damage(text, random)] as const);
  return { files: Object.fromEntries(files), flags };
}

function drawFlags(random: Random): readonly string[] {
  return [
    ...["--enum-style", random.of(["enum", "const", "union"])],
    ...random.of([[], ["--page-url", "https://docs.example/{page}"], ["--page-url", "https://docs.example/{file}#x"]]),
    ...random.of([[], [], [], ["--ship-docs"]]),
    ...random.of([[], [], [], ["--base-url", "https://service.example/v2"]]),
    ...random.of([[], [], [], ["--namespace", "harbour.log"]]),
  ];
}

/** Removes or repeats a line of some pages, so that a page also lacks or repeats what others state. */
function damage(text: string, random: Random): string {
  if (random.below(3) > 0) return text;
  const all = text.split("\n");
  const at = random.below(all.length);
  return all
    .toSpliced(at, random.below(2), ...(random.below(2) === 0 ? [all[random.below(all.length)] ?? ""] : []))
    .join("\n");
}
