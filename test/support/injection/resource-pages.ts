import {
  descriptionCell,
  frontMatter,
  jsonObject,
  lines,
  linkTo,
  maybe,
  nameCell,
  typeCell,
  type Named,
  type Scene,
} from "./page-parts.ts";

/** Writes the page of a resource. */
export function resourcePage(scene: Scene, { name, file }: Named): string {
  const { words, random, namespace } = scene;
  const properties = Array.from({ length: 30 + random.below(60) }, () => words.text("name", "property name"));
  const row = (property: string): string =>
    `|${nameCell(property, scene)}|${typeCell(scene, "")}|${descriptionCell(scene)}|`;
  const base = linkTo(scene, random.of(scene.resources), "");
  return [
    frontMatter(scene, `${name} resource type`, "resourcePageType"),
    `# ${name} resource type`,
    maybe(random, 8, () => `Namespace: ${random.below(8) === 0 ? words.text("name", "namespace") : namespace}`),
    random.below(6) === 0 ? `> [!NOTE]\n> ${words.text("line", "note")}` : "",
    random.below(5) === 0 ? `> **Deprecated:** ${words.text("line", "deprecated note of a type")}` : "",
    words.text("prose", "introduction of a resource"),
    random.below(3) === 0 ? `Inherits from ${base}.` : "",
    random.below(8) === 0 ? "This is an open type." : "",
    random.below(8) === 0 ? "This is an abstract type." : "",
    maybe(random, 3, () => methods(scene)),
    "## Properties",
    "|Property|Type|Description|\n|:---|:---|:---|",
    properties.map(row).join("\n"),
    maybe(random, 2, () => relationships(scene)),
    random.below(4) === 0 ? valueTable(scene) : "",
    "## JSON representation",
    annotation(scene, name),
    `\`\`\`${random.below(4) === 0 ? words.text("line", "fence info") : "json"}`,
    jsonObject(scene, 1, ["id", ...properties]),
    "```",
    random.below(4) === 0 ? `[${words.text("line", "link label")}]: ${file}.md "${words.text("line", "title")}"` : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .replaceAll("|\n\n|", "|\n|");
}

function methods(scene: Scene): string {
  const { words, random } = scene;
  const row = (): string => {
    const target = words.text("path", "method target");
    const returns = random.below(3) === 0 ? "None" : typeCell(scene, "");
    return `|[${words.text("cell", "method title")}](../api/${target}.md)|${returns}|${descriptionCell(scene)}|`;
  };
  return `## Methods\n\n|Method|Return type|Description|\n|:---|:---|:---|\n${lines(3, row)}`;
}

function relationships(scene: Scene): string {
  const row = (): string => {
    const type = `${linkTo(scene, scene.random.of(scene.resources), "")}${scene.random.below(2) === 0 ? " collection" : ""}`;
    return `|${nameCell(scene.words.text("name", "relationship name"), scene)}|${type}|${descriptionCell(scene)}|`;
  };
  return `## Relationships\n\n|Relationship|Type|Description|\n|:---|:---|:---|\n${lines(1 + scene.random.below(4), row)}`;
}

/** A table of values below a heading that names an enum. */
function valueTable(scene: Scene): string {
  return `### ${scene.words.text("name", "heading of values")} values\n\n${members(scene)}`;
}

function annotation({ words, random, namespace, resources }: Scene, name: string): string {
  const type = random.below(5) === 0 ? words.text("json", "annotated type") : `${namespace}.${name}`;
  const base =
    random.below(4) === 0 ? words.text("json", "annotated base") : `${namespace}.${random.of(resources).name}`;
  return [
    "<!-- {",
    '  "blockType": "resource",',
    `  "keyProperty": "${random.below(3) === 0 ? words.text("json", "key property") : "id"}",`,
    random.below(3) === 0 ? `  "baseType": "${base}",` : "",
    random.below(4) === 0 ? '  "openType": true,' : "",
    random.below(4) === 0 ? `  "${words.text("json", "annotation key")}": "${words.text("json", "annotation")}",` : "",
    `  "@odata.type": "${type}"`,
    "}",
    "-->",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** Writes the page of an enum. */
export function enumPage(scene: Scene, { name }: Named): string {
  const { words, random, namespace } = scene;
  return [
    frontMatter(scene, `${name} enum type`, "enumPageType"),
    `# ${name} enum type`,
    `Namespace: ${namespace}`,
    words.text("prose", "introduction of an enum"),
    random.below(4) === 0 ? "The values are flags." : "",
    "## Members",
    members(scene),
  ].join("\n\n");
}

function members(scene: Scene): string {
  const { words, random } = scene;
  const value = (index: number): string =>
    random.below(5) === 0 ? words.text("cell", "member value") : String(random.below(2) === 0 ? index : 2 ** index);
  const rows = Array.from({ length: 20 + random.below(100) }, (_, index) => {
    return `|${nameCell(words.text("name", "enum member"), scene)}|${value(index)}|${descriptionCell(scene)}|`;
  });
  return `|Member|Value|Description|\n|:---|:---|:---|\n${rows.join("\n")}`;
}
