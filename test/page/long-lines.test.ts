import { expect, it } from "vitest";
import { pageTask } from "../../generator/read/page-task.ts";

const MANY = 30_000;

function resource(type: string, description: string, name = "a"): string {
  return `# t resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|${name}|${type}|${description}|\n`;
}

function operation(request: string, rest = ""): string {
  return `# T\n\n## HTTP request\n\n\`\`\`http\n${request}\n\`\`\`\n\n${rest}`;
}

const pages: readonly [name: string, path: string, text: string][] = [
  ["values", "resources", resource("String", `Possible values are: ${"`a`, ".repeat(MANY)}`)],
  ["bare values", "resources", resource("String", `Possible values are: ${"a, ".repeat(MANY)}`)],
  ["leads", "resources", resource("String", "Possible values for ".repeat(MANY))],
  ["glosses", "resources", resource("String", `Possible values are: ${"`a` - b, ".repeat(5000)}`)],
  ["spaces in a description", "resources", resource("String", `a${" ".repeat(MANY)}b is ${"\u00a0".repeat(MANY)}`)],
  ["remarks", "resources", resource("String", "Inherited from the ".repeat(MANY))],
  ["dots in a description", "resources", resource("String", "Read-only. Deprecated ".repeat(MANY))],
  ["a default", "resources", resource("String", `Default is ${"a.".repeat(MANY)}`)],
  ["nested collections", "resources", resource(`${"Collection(".repeat(MANY)}String`, "")],
  ["collection words", "resources", resource(`String${" collection".repeat(MANY)}`, "")],
  ["a type name", "resources", resource(`microsoft${".graph".repeat(MANY)}`, "")],
  ["words in a type", "resources", resource("resource type ".repeat(MANY), "")],
  ["a property name", "resources", resource("String", "", "a-".repeat(MANY))],
  ["a title", "resources", `# ${"a ".repeat(MANY)}resource type\n`],
  ["spaces in a namespace", "resources", `# t resource type\n\nNamespace: a${" ".repeat(MANY)}b\n`],
  ["dots in a namespace", "resources", `# t resource type\n\nNamespace: ${"a.".repeat(MANY)}-\n`],
  ["misspelt options", "api", operation("GET /a", `## Query parameters\n\nSupports ${"`$fliter` ".repeat(MANY)}.\n`)],
  ["a sentence about a base", "resources", `# t resource type\n\n${"Inherits all of the a ".repeat(MANY)}\n`],
  ["derived types", "resources", `# t resource type\n\nBase type for ${"[a](a.md), ".repeat(2000)}\n`],
  ["types that inherit", "resources", `# t resource type\n\n${"[a](a.md) and ".repeat(5000)}\n`],
  ["bases for many", "resources", `# t resource type\n\n${"base type for the a ".repeat(MANY)}\n`],
  ["abstract", "resources", `# t resource type\n\n${"an abstract a ".repeat(MANY)}\n`],
  ["custom data", "resources", `# t resource type\n\n${"adding data to custom properties ".repeat(MANY)}\n`],
  ["things in brackets", "resources", resource("String", "the a b(s) ".repeat(MANY))],
  ["a heading", "resources", `# T\n\n### ${"the a ".repeat(MANY)}values\n`],
  ["a delimiter row", "resources", `|a|b|\n|${":---|".repeat(MANY)}x\n`],
  ["a row of many cells", "resources", `|a|b|\n|---|---|\n|${"a|".repeat(2000)}\n`],
  ["annotations", "resources", `${"<!-- { ".repeat(2000)}\n`],
  ["an annotation", "resources", `<!-- {"a": ${"[".repeat(500)} -->\n`],
  ["placeholders", "api", operation(`GET /${"{a|b} | c/".repeat(2000)}`)],
  ["arguments", "api", operation(`GET /f(${"a=b,".repeat(2000)}c={d})`)],
  ["braces", "api", operation(`GET /${"{".repeat(MANY)}${"(".repeat(MANY)}`)],
  ["spaces in a request", "api", operation(`GET /a${" ".repeat(MANY)}b${" ".repeat(MANY)}`)],
  ["headers", "api", operation("GET /a", `## Example\n\n\`\`\`http\nGET /a\n${"A: b\n".repeat(MANY)}\`\`\`\n`)],
  [
    "a body",
    "api",
    operation("GET /a", `## Example\n\n\`\`\`http\nGET /a\n\n{ "a": "${'\\"b'.repeat(MANY)}\n\`\`\`\n`),
  ],
  [
    "a body of lines",
    "api",
    operation("GET /a", `## Example\n\n\`\`\`http\nGET /a\n\n{ ${'"a"\n'.repeat(MANY)}\n\`\`\`\n`),
  ],
  [
    "a response",
    "api",
    operation("GET /a", `## Response\n\n${"returns a 200 OK and collection of the ".repeat(8000)}\n`),
  ],
  ["a request body", "api", operation("POST /a", `## Request body\n\n${"do not a ".repeat(MANY)}\n`)],
  [
    "scopes",
    "api",
    operation(
      "GET /a",
      `## Permissions\n\n|Permission type|Permissions|\n|---|---|\n|Application|${"A.B and ".repeat(MANY)}|\n`,
    ),
  ],
  [
    "rows of permissions",
    "api",
    operation(
      "GET /a",
      `## Permissions\n\n|Permission type|Permissions|\n|---|---|\n${"|Application (a)|A.B|\n".repeat(2000)}`,
    ),
  ],
  [
    "labels in a scope cell",
    "api",
    operation(
      "GET /a",
      `## Permissions\n\n|Permission type|Permissions|\n|---|---|\n|Application|${"For a: A.B ".repeat(MANY)}|\n`,
    ),
  ],
  [
    "resources in a scope cell",
    "api",
    operation(
      "GET /a",
      `## Permissions\n\n|Permission type|Permissions|\n|---|---|\n|Application|${"For a b ".repeat(2000)}:|\n`,
    ),
  ],
];

// A busy machine may be slow once.
// A pattern that backtracks does not come to its end before the runner gives up.
it.each(pages)("reads a page with very many %s to its end", { timeout: 60_000 }, (_, folder, text) => {
  const [page, diagnostics] = pageTask({ path: `${folder}/page.md`, text, problem: null, includes: {} });
  expect(page).not.toBeNull();
  expect(diagnostics.map(({ code }) => code)).not.toContain("page-unreadable");
});
