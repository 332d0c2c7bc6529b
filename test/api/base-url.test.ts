import { expect, it } from "vitest";
import { link, operation } from "../support/linked-pages.ts";

/** A page with one example for each URL that it calls, and links in its response. */
function page(calls: readonly string[], links: readonly string[] = []): string {
  const request = (url: string): string => `### Request\n\n\`\`\`http\nGET ${url}\n\`\`\`\n`;
  const body = JSON.stringify(Object.fromEntries(links.map((url) => ["@odata.nextLink", url])));
  const response = links.length === 0 ? "" : `### Response\n\n\`\`\`http\nHTTP/1.1 200 OK\n\n${body}\n\`\`\`\n`;
  return `${operation("GET /birds")}\n## Example\n\n${calls.map(request).join("\n")}\n${response}`;
}

const OURS = page(["https://birds.example/v2/birds"]);
const RELATIVE = page(["/birds"]);
const OTHER = page(["https://cats.example/v2/birds"]);
const OLDER = page(["https://birds.example/v1/birds"]);

interface Docs {
  /** Pages, with the number of each. */
  readonly pages: readonly (readonly [text: string, count: number])[];
  readonly set?: string;
  readonly want: string | null;
  /** Each expected diagnostic as `code file:line`. */
  readonly found?: readonly string[];
}

const docs: readonly (readonly [name: string, docs: Docs])[] = [
  ["the URL of the only page", { pages: [[OURS, 1]], want: "https://birds.example/v2" }],
  ["none where no example has a host", { pages: [[RELATIVE, 20]], want: null }],
  [
    "the URL of most pages, however many examples another page has",
    {
      pages: [
        [OURS, 2],
        [page(["a", "b", "c", "d", "e"].map((path) => `https://cats.example/v2/${path}`)), 1],
      ],
      want: "https://birds.example/v2",
      found: ["base-url-differs api/c-1.md:13"],
    },
  ],
  [
    "the version of most pages",
    {
      pages: [
        [OLDER, 2],
        [OURS, 3],
      ],
      want: "https://birds.example/v2",
    },
  ],
  ...["http://cats.example/v2", "https://cats.example:8443/v2", "https://birds.example@cats.example/v2"].map(
    (base): readonly [string, Docs] => [
      `the URL of most pages beside ${base}`,
      {
        pages: [
          [OURS, 3],
          [page([`${base}/birds`]), 1],
        ],
        want: "https://birds.example/v2",
        found: ["base-url-differs api/c-1.md:13"],
      },
    ],
  ),
  [
    "none if the URL of most pages has a port",
    {
      pages: [[page(["https://birds.example:8443/v2/birds"]), 3]],
      want: null,
      found: ["base-url-unclear api/b-1.md:13"],
    },
  ],
  [
    "none if two hosts are equally common",
    {
      pages: [
        [OURS, 2],
        [OTHER, 2],
      ],
      want: null,
      found: ["base-url-unclear api/b-1.md:13"],
    },
  ],
  [
    "none if a single page of many names a host",
    {
      pages: [
        [RELATIVE, 11],
        [OTHER, 1],
      ],
      want: null,
      found: ["base-url-unclear api/c-1.md:13"],
    },
  ],
  [
    "the URL of two pages, one of which only has it in a response",
    {
      pages: [
        [RELATIVE, 11],
        [OURS, 1],
        [page(["/birds"], ["https://birds.example/v2/birds?page=2"]), 1],
      ],
      want: "https://birds.example/v2",
    },
  ],
  [
    "none if only few pages name a host",
    {
      pages: [
        [RELATIVE, 70],
        [OTHER, 2],
      ],
      want: null,
      found: ["base-url-unclear api/c-1.md:13"],
    },
  ],
  [
    "the URL that the user set",
    {
      pages: [
        [OURS, 1],
        [OTHER, 1],
      ],
      set: "https://birds.example/v3",
      want: "https://birds.example/v3",
      found: ["base-url-differs api/c-1.md:13"],
    },
  ],
  [
    "the URL that the user set, if no page calls its host",
    { pages: [[OTHER, 3]], set: "https://dogs.example/v1", want: "https://dogs.example/v1" },
  ],
];

it.each(docs)("uses %s", async (_, { pages, set, want, found = [] }) => {
  const files = pages.flatMap(([text, count], kind) =>
    Array.from({ length: count }, (_, index) => [`api/${"bcd".charAt(kind)}-${index + 1}.md`, text] as const),
  );
  const { baseUrl, diagnostics } = await link(Object.fromEntries(files), set);
  const reported = diagnostics.filter(({ code }) => code.startsWith("base-url-"));
  expect(baseUrl).toBe(want);
  expect(reported.map(({ code, place }) => `${code} ${place.file}:${place.line}`)).toEqual(found);
});

it("names all pages that call another host", async () => {
  const { diagnostics } = await link({
    "api/a.md": OURS,
    "api/b.md": OURS,
    "api/c.md": OURS,
    "api/d.md": OTHER,
    "api/e.md": OTHER,
  });
  const [found] = diagnostics.filter(({ code }) => code === "base-url-differs");
  expect(found?.message).toBe(
    "Unexpected host cats.example in the examples of api/d.md, api/e.md, expected birds.example as on other pages",
  );
  expect(found?.related.map(({ place }) => place.file)).toEqual(["api/e.md"]);
});
