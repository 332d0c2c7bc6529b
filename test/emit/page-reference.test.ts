import { expect, it } from "vitest";
import { pageReference } from "../../generator/emit/types/page-reference.ts";

const references: readonly [name: string, file: string, pageUrl: string | null, expected: string][] = [
  ["a path where pages have no address", "api/door-get.md", null, "`api/door-get.md`"],
  ["a path with characters that would end code or a comment", "api/`*/.md", null, "`api/%60%2A/.md`"],
  ["a file", "api/door-get.md", "https://host/docs/{file}", "[api/door-get.md](https://host/docs/api/door-get.md)"],
  ["a path", "api/door-get.md", "https://host/{path}", "[api/door-get.md](https://host/api/door-get)"],
  ["a page of api/", "api/door-get.md", "https://host/api/{page}", "[api/door-get.md](https://host/api/door-get)"],
  [
    "a page of another folder",
    "resources/door.md",
    "https://host/api/{page}?view=v1",
    "[resources/door.md](https://host/api/resources/door?view=v1)",
  ],
  ["folder and name", "a/b/c.md", "https://host/{folder}#{name}", "[a/b/c.md](https://host/a/b#c)"],
  ["a file without a folder", "c.md", "https://host/{folder}/{name}", "[c.md](https://host//c)"],
  [
    "characters beyond ASCII",
    "api/tür (1).md",
    "https://host/{name}",
    "[api/t%C3%BCr%20%281%29.md](https://host/t%C3%BCr%20%281%29)",
  ],
];

it.each(references)("refers to %s", (_, file, pageUrl, expected) => {
  expect(pageReference(file, pageUrl)).toBe(expected);
});
