import path from "node:path";
import { expect, it } from "vitest";
import { readModel } from "../../generator/pipeline.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const docs = path.resolve("/docs");

/** Diagnostics of docs: code, place and words in quotes. */
async function diagnose(pages: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = Object.entries(pages).map(
    ([name, text]) => [path.join(docs, name), new TextEncoder().encode(text)] as const,
  );
  const host = createMemoryHost(Object.fromEntries(files));
  const { diagnostics } = await readModel(host, { docs, root: docs, baseUrl: null });
  return diagnostics.map(({ code, severity, place }) => `${severity} ${code} ${place.file}:${place.line}`);
}

function table(header: string, ...rows: readonly string[]): string {
  return [header, header.replace(/[^|]+/g, "---"), ...rows].join("\n");
}

const fence = (text: string) => `\`\`\`http\n${text}\n\`\`\``;
const dutchResource = (name: string) =>
  `# ${name} brontype\n\n## Eigenschappen\n\n${table("|Eigenschap|Soort|Uitleg|", "|hoogte|Double|Meters.|")}\n\n## JSON\n`;
const dutchOperation = (name: string) =>
  `# Lees ${name}\n\n## Rechten\n\n${table("|Aanmelding|Recht|", "|Toepassing|Tide.Read|")}\n\n## Aanroep\n\n${fence(`GET /${name}`)}\n\n## Antwoord\n`;
const resource = (name: string) =>
  `# ${name} resource type\n\n## Properties\n\n${table("|Property|Type|Description|", "|height|Double|Metres.|")}\n`;

it("reports translated docs once, with the words that it does not know", async () => {
  const host = createMemoryHost(
    Object.fromEntries(
      Object.entries({
        "resources/getij.md": dutchResource("getij"),
        "resources/haven.md": dutchResource("haven"),
        "api/getij-get.md": dutchOperation("getijden"),
      }).map(([name, text]) => [path.join(docs, name), new TextEncoder().encode(text)] as const),
    ),
  );
  const { diagnostics } = await readModel(host, { docs, root: docs, baseUrl: null });
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    [
      "docs-unknown",
      'Unexpected sections "Eigenschappen", "JSON", "Rechten", "Aanroep", "Antwoord" and tables "Eigenschap | Soort | Uitleg", "Aanmelding | Recht" on 3 of 3 pages, expected the headings and column titles of the dialect: add the words of the docs to vocabulary in the config file',
    ],
  ]);
});

it("reports a single table that most pages share", async () => {
  const rights = `## Rechten\n\n${table("|Wie|Recht|", "|Toepassing|Tide.Read|")}\n`;
  const names = ["a", "b", "c", "d"];
  const operation = (name: string) =>
    `# Get ${name}\n\n${rights}\n## HTTP request\n\n${fence(`GET /${name}`)}\n\n## Response\n\nNone.\n`;
  const pages = Object.fromEntries(names.map((name) => [`api/${name}-get.md`, operation(name)]));
  expect(await diagnose(pages)).toContain("error docs-unknown api/a-get.md:5");
});

it("accepts docs without permissions and bodies, and a page with other words among many", async () => {
  const pages = Object.fromEntries(["a", "b", "c"].map((name) => [`resources/${name}.md`, resource(name)]));
  expect(await diagnose(pages)).toEqual([]);
  const operation = `# Get a\n\n## HTTP request\n\n${fence("GET /a")}\n`;
  expect(await diagnose({ ...pages, "api/a-get.md": operation })).toEqual([]);
  expect(await diagnose({ ...pages, "resources/d.md": dutchResource("d") })).toEqual([
    "error table-unknown resources/d.md:5",
  ]);
});

const lost: readonly [page: string, text: string, want: readonly string[]][] = [
  ["a table of unknown columns", dutchResource("getij"), ["error table-unknown resources/x.md:5"]],
  [
    "a table of unknown columns above JSON that shows the same",
    `${dutchResource("getij")}\n<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.tide" } -->\n\`\`\`json\n{ "hoogte": 1.5 }\n\`\`\`\n`,
    ["error table-unknown resources/x.md:5"],
  ],
  [
    "a property table without a type",
    `# All about the tides\n\nHow high it is.\n\n${table("|Property|Type|Description|", "|height|Double|Metres.|")}\n`,
    ["error table-unknown resources/x.md:5"],
  ],
  [
    "a request",
    `# Tides\n\n## How to call\n\n${fence("GET https://host.example/tides")}\n`,
    ["error operation-without-request resources/x.md:3"],
  ],
  ["prose", "# Tides\n\nHigh and low.\n\n## Why\n\nThe moon.\n", ["info page-without-facts resources/x.md:1"]],
  [
    "an overview in a table",
    `# Tides\n\n## Tasks\n\n${table("|Use case|Resource|", "|Ask for a tide|Tides|", "|Plan a trip|Trips|")}\n`,
    ["info page-without-facts resources/x.md:1"],
  ],
];

it.each(lost)("reports a page that only has %s", async (_, text, want) => {
  const others = Object.fromEntries(["a", "b", "c"].map((name) => [`resources/${name}.md`, resource(name)]));
  expect(await diagnose({ ...others, "resources/x.md": text })).toEqual(want);
});

const flat: readonly [file: string, text: string, want: string][] = [
  [
    "an operation in a folder of resources",
    `# Get a tide\n\n## Permissions\n\nNone.\n\n## Response\n\nNone.\n\n## Call\n\n${fence("GET /tides")}\n`,
    "GET /tides",
  ],
  ["a resource in a folder of operations", resource("tide"), "tide"],
];

it.each(flat)("reads %s by its content", async (_, text, want) => {
  for (const file of ["api/x.md", "resources/x.md", "x.md"]) {
    const host = createMemoryHost({ [path.join(docs, file)]: new TextEncoder().encode(text) });
    const { types, operations } = await readModel(host, { docs, root: docs, baseUrl: null });
    const found = [
      ...types.map(({ name }) => name),
      ...operations.flatMap(({ requests }) => requests.map((request) => `${request.method} ${request.path}`)),
    ];
    expect(found).toEqual([want]);
  }
});
