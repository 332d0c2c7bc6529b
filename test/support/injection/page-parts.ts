import type { Random } from "../seeds.ts";
import type { Words } from "./words.ts";

/** A resource or an enum, to which other pages link. */
export interface Named {
  readonly name: string;
  /** File name without extension. */
  readonly file: string;
}

/** What the texts of a page are drawn from. */
export interface Scene {
  readonly words: Words;
  readonly random: Random;
  readonly namespace: string;
  readonly resources: readonly [Named, ...Named[]];
  readonly enums: readonly [Named, ...Named[]];
}

/** One of several texts, drawn in `outOf - 1` of `outOf` cases; otherwise none. */
export function maybe(random: Random, outOf: number, text: () => string): string {
  return random.below(outOf) === 0 ? "" : text();
}

/** Lines that a number of draws make. */
export function lines(count: number, make: () => string): string {
  return Array.from({ length: count }, make).join("\n");
}

export function frontMatter({ words, random }: Scene, title: string, type: string): string {
  const text = (field: string): string => words.text("front matter", `front matter ${field}`);
  return [
    "---",
    random.below(3) === 0 ? `title: "${text("title")}"` : `title: "${title}"`,
    `description: "${text("description")}"`,
    `author: ${text("author")}`,
    maybe(random, 2, () => `${words.text("file", "front matter key")}: ${text("value")}`),
    `doc_type: ${random.below(10) === 0 ? text("type") : type}`,
    "---",
  ].join("\n");
}

/** A link to a page of a resource or an enum, seen from the resource pages or from the operation pages. */
export function linkTo({ words, random }: Scene, { name, file }: Named, folder: "" | "../resources/"): string {
  const anchor = maybe(random, 2, () => `#${words.text("path", "link anchor")}`);
  const target = random.below(12) === 0 ? words.text("path", "link target") : `${folder}${file}.md`;
  return `[${name}](${target}${random.below(6) === 0 ? anchor : ""})`;
}

/** A name in a column of names; outside a code span, underscores around a name are marks. */
export function nameCell(name: string, { random }: Scene): string {
  return random.below(3) === 0 || name.startsWith("__") ? `\`${name}\`` : name;
}

const PRIMITIVES = [
  ...(["String", "String", "String", "Int32", "Int64", "Boolean", "DateTimeOffset", "Guid", "Binary"] as const),
  ...(["Edm.String", "Double", "Stream", "Date", "Duration", "String collection", "Collection(Edm.Int32)"] as const),
] as const;

/** What stands in a column of types. */
export function typeCell(scene: Scene, folder: "" | "../resources/"): string {
  const { words, random } = scene;
  switch (random.below(8)) {
    case 0:
      return linkTo(scene, random.of(scene.resources), folder);
    case 1:
      return `${linkTo(scene, random.of(scene.resources), folder)} collection`;
    case 2:
      return linkTo(scene, random.of(scene.enums), folder);
    case 3:
      return random.below(3) === 0 ? words.text("name", "type name") : random.of(scene.enums).name;
    default:
      return random.of([
        PRIMITIVES[0],
        ...PRIMITIVES.slice(1),
        `${scene.namespace}.${random.of(scene.resources).name}`,
        `Collection(${scene.namespace}.${random.of(scene.enums).name})`,
      ]);
  }
}

/** What stands in a column of descriptions: a text, and remarks that the generator reads. */
export function descriptionCell(scene: Scene): string {
  const { words, random } = scene;
  if (random.below(3) === 0) return "";
  const text = (field: string): string => words.text("cell", field);
  const values = (): string => lines(2 + random.below(4), () => `\`${words.text("name", "listed value")}\``);
  const remark = [
    () => "Read-only.",
    () => "Required.",
    () => "Nullable.",
    () => "Optional. Not nullable.",
    () => `The default value is \`${text("default")}\`.`,
    () => `Default value: ${text("default")}`,
    () => `Possible values are: ${values().replaceAll("\n", ", ")}.`,
    () => `Allowed values: ${values().replaceAll("\n", ", ")}. Multiple values can be separated by commas.`,
    () => `**Deprecated.** ${text("deprecated note")}`,
    () => `(deprecated) ${text("deprecated note")}`,
    () => `Inherited from ${linkTo(scene, random.of(scene.resources), "")}`,
    () => `See [${text("link text")}](${words.text("path", "link target")}).`,
    () => `Supports \`$filter\` (\`${text("filter operators")}\`).`,
    () => `Key of the ${text("key description")}.`,
  ][random.below(28)];
  return `${text("description")}${remark === undefined ? "" : ` ${remark()}`}`;
}

/** A JSON value as a page writes it, of a few levels. */
export function jsonValue(scene: Scene, depth: number): string {
  const { words, random } = scene;
  const text = (): string => `"${words.text("json", "JSON string")}"`;
  switch (random.below(depth > 0 ? 9 : 6)) {
    case 0:
      return random.of(["1", "-7", "2.5", "true", "false", "null", "1e3", "12345678901234567890"]);
    case 1:
      return `"${random.of(["String", "2024-01-01T00:00:00Z", "00000000-0000-0000-0000-000000000000", "P1D"])}"`;
    case 2:
      return `"#${scene.namespace}.${random.of(scene.resources).name}"`;
    case 6:
      return `[${lines(random.below(6), () => jsonValue(scene, depth - 1)).replaceAll("\n", ", ")}]`;
    case 7:
    case 8:
      return jsonObject(scene, depth - 1);
    default:
      return text();
  }
}

/** A JSON object, whose names may be those of properties. */
export function jsonObject(scene: Scene, depth: number, names: readonly string[] = []): string {
  const { words, random } = scene;
  const keys = [
    ...names.filter(() => random.below(2) === 0),
    ...Array.from({ length: 4 + random.below(16) }, () => words.text("json", "JSON key")),
  ];
  const members = keys.map((key) => `  "${key}": ${jsonValue(scene, depth)}`);
  const type = `  "@odata.type": "#${scene.namespace}.${random.of(scene.resources).name}"`;
  return `{\n${[...(random.below(3) === 0 ? [type] : []), ...members].join(",\n")}\n}`;
}
