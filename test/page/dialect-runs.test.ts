import path from "node:path";
import { expect, it } from "vitest";
import { createProcessMemo } from "../../generator/memo/memo.ts";
import type { Dialect } from "../../generator/page/dialect.ts";
import { GRAPH_DIALECT } from "../../generator/page/dialect.ts";
import { readModel } from "../../generator/pipeline.ts";
import { createPool } from "../../generator/workers/pool.ts";
import { PLAIN_WORK } from "../../generator/workers/work.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const docs = path.resolve("/docs");

/** A service with its own words, whose pages are in one flat folder. */
const PAGES: Readonly<Record<string, string>> = {
  "beehive.md": `# The beehive\n\nA home of bees.\n\n## Felder\n\n${head("Feld", "Typ", "Sinn")}
|id|Zeichenkette|Key.|
|frames|[frame](frame.md) collection|Combs.|
|weight|Nullable Edm.Int32|Grams.|
`,
  "frame.md": `# frame\n\n## Felder\n\n${head("Feld", "Typ", "Sinn")}\n|width|Edm.Int32|Millimetres.|\n`,
  "beehive-weigh.md": `# Weigh a beehive\n\n## Rechte\n\n${head("Permission type", "Permissions")}
|Angemeldet|Hive.Read|
|Dienst|nie|

## Aufruf

\`\`\`http
GET /hives/{hive-id}
\`\`\`

## Antwort

If successful, this method returns \`200 OK\` and a [beehive](beehive.md) object.
`,
};

const BEES: Dialect = {
  namespace: "apiary.log",
  vocabulary: {
    headings: { properties: ["Felder"], permissions: ["Rechte"], httpRequest: ["Aufruf"], response: ["Antwort"] },
    columns: { name: ["Feld"], type: ["Typ"], description: ["Sinn"] },
    permissionTypes: { delegatedWork: ["Angemeldet"], application: ["Dienst"] },
    notSupported: ["nie"],
    types: { Zeichenkette: "String", "Nullable Edm.Int32": "Int32" },
  },
};

const files = Object.entries(PAGES).map(
  ([name, text]) => [path.join(docs, name), new TextEncoder().encode(text)] as const,
);
const host = createMemoryHost(Object.fromEntries(files));

function head(...titles: readonly string[]): string {
  return `|${titles.join("|")}|\n|${titles.map(() => "---").join("|")}|`;
}

it("reads the pages of another service in one flat folder", async () => {
  const { types, operations, diagnostics } = await readModel(host, { docs, root: docs, baseUrl: null, dialect: BEES });
  expect(diagnostics).toEqual([]);
  expect(
    types.map(({ namespace, identifier, module, kind, properties }) => [
      ...[namespace, identifier, module, kind],
      ...properties.map(({ name, type }) => `${name}: ${type}`),
    ]),
  ).toEqual([
    ["apiary.log", "Beehive", "beehive", "entity", "id: Edm.String", "frames: apiary.log.frame", "weight: Edm.Int32"],
    ["apiary.log", "Frame", "frame", "complex", "width: Edm.Int32"],
  ]);
  const [operation] = operations;
  expect(operation?.response.type).toBe("apiary.log.beehive");
  expect(operation?.permissions.map(({ scheme, scopes }) => [scheme, scopes])).toEqual([
    ["delegatedWork", ["Hive.Read"]],
    ["application", []],
    ["delegatedPersonal", []],
  ]);
});

it("reads the pages again when a word is added, in this thread and in others", async () => {
  const memo = createProcessMemo();
  for (const threads of [1, 2]) {
    const pool = createPool(threads, 1);
    const read = async (dialect: Dialect) => {
      const model = await readModel(host, { docs, root: docs, baseUrl: null, dialect }, undefined, {
        ...PLAIN_WORK,
        memo,
        pool,
      });
      return model.types.length;
    };
    expect([await read(GRAPH_DIALECT), await read(BEES), await read(GRAPH_DIALECT)]).toEqual([0, 2, 0]);
    await pool.close();
  }
});
