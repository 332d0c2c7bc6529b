import { expect, it } from "vitest";
import { pageTask } from "../../generator/read/page-task.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";

const HEADERS = "## Request headers\n\n|Name|Description|\n|:---|:---|\n|Authorization|Bearer {token}. Required.|\n\n";
const BODY =
  "## Request body\n\nSupply these.\n\n|Property|Type|Description|\n|:---|:---|:---|\n|doors|String|Doors.|\n\n";
const UPDATE = OPERATION_PAGE.replace("GET /badges", "PATCH /badges").replace(
  /## Request body\n\n.*\n\n/,
  () => HEADERS + BODY,
);
const ENUM = `---
title: "badgeState enum type"
description: "States of a badge."
---

# badgeState enum type

States of a badge.

## Members

|Member|Value|
|:---|:---|
|lost|0|
|found|1|
`;
const RELATED = RESOURCE_PAGE.replace(
  "## JSON",
  "## Relationships\n\n|Relationship|Type|\n|:---|:---|\n|owner|[user](user.md)|\n\n## JSON",
);

function read(path: string, text: string) {
  const [page, diagnostics] = pageTask({ path, text, problem: null, includes: {} });
  const codes = diagnostics.map(({ severity, code }) => `${severity} ${code}`);
  return { page: { ...page, types: page?.types.map(({ properties }) => properties.map(describe)) }, codes };
}

function describe({ name, relationship, type }: { name: string; relationship: boolean; type: { name: string } }) {
  return `${name} ${type.name} ${relationship}`;
}

const moved: readonly [name: string, path: string, text: string, before: string | RegExp, after: string][] = [
  ["Permissions is missing", "api/badge-update.md", UPDATE, "## Permissions\n", ""],
  [
    "Permissions is above another heading",
    "api/badge-update.md",
    UPDATE,
    "|Permission type",
    "## Details\n|Permission type",
  ],
  ["Request headers is missing", "api/badge-update.md", UPDATE, "## Request headers\n", ""],
  ["Request headers is above another heading", "api/badge-update.md", UPDATE, "|Name|", "## Details\n|Name|"],
  ["Request body is missing", "api/badge-update.md", UPDATE, "## Request body\n", ""],
  ["Request body is above another heading", "api/badge-update.md", UPDATE, "|Property|", "## Details\n\n|Property|"],
  ["Relationships is missing", "resources/badge.md", RELATED, "## Relationships\n", ""],
  ["Members is missing", "resources/badgestate.md", ENUM, "## Members\n", ""],
  ["Members is above another heading", "resources/badgestate.md", ENUM, "|Member|", "### Details\n|Member|"],
];

it.each(moved)("reads the same facts if the heading %s", (_, path, text, before, after) => {
  const whole = read(path, text);
  const edited = read(path, text.replace(before, after));
  expect(whole.codes).toEqual([]);
  expect(edited.codes).toEqual(["warning table-heading-missing"]);
  const facts = ({ page: { operation, enums, types } }: typeof whole) => ({
    types,
    members: enums?.flatMap(({ members }) => members.map(({ name, value }) => [name, value])),
    permissions: operation?.permissions.map(({ scheme, scopes }) => [scheme, scopes]),
    headers: operation?.headers.map(({ name }) => name),
    query: operation?.query.map(({ name }) => name),
    body: operation?.requestBody?.properties.map(({ name }) => name),
  });
  expect(facts(edited)).toEqual(facts(whole));
});

it("takes the title of a page without one from its front matter", () => {
  const { page } = read("resources/badgestate.md", ENUM.replace("# badgeState enum type\n", ""));
  expect(page.enums?.map(({ name, members }) => [name, members.length])).toEqual([["badgeState", 2]]);
});

const swallowed: readonly [name: string, text: string, before: string, after: string, code: string][] = [
  ["the beginning of a fence", OPERATION_PAGE, "```http\n", "", "error fence-nested"],
  ["the end of a fence", OPERATION_PAGE, "\n```\n", "\n", "error fence-nested"],
  ["the end of a comment", RESOURCE_PAGE, "\n-->", "", "error comment-unclosed"],
];

it.each(swallowed)("reports a page without %s", (_, text, before, after, code) => {
  expect(read("api/badge-get.md", text.replace(before, after)).codes).toContain(code);
});
