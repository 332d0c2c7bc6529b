import { expect, it } from "vitest";
import { readEnums } from "../../generator/page/enum.ts";
import { columnKind, sectionKind } from "../../generator/page/content/vocabulary.ts";
import { documentOf } from "../support/markdown.ts";

const headings: readonly [heading: string, kind: string | null][] = [
  ["Permissions", "permissions"],
  ["Prerequisites", "permissions"],
  ["HTTP request", "httpRequest"],
  ["HTTP Request", "httpRequest"],
  ["HTTP Requests", "httpRequest"],
  ["HTTP request (to upload a new file)", "httpRequest"],
  ["Optional query parameters", "queryParameters"],
  ["Query parameters", "queryParameters"],
  ["OData query parameters", "queryParameters"],
  ["Optional OData query parameters", "queryParameters"],
  ["Path parameters", "pathParameters"],
  ["Function Parameters", "functionParameters"],
  ["Request Headers", "requestHeaders"],
  ["Optional request headers", "requestHeaders"],
  ["Request Body", "requestBody"],
  ["Response", "response"],
  ["Response body", "response"],
  ["Example", "examples"],
  ["Examples", "examples"],
  ["Example (file attachment)", "examples"],
  ["Example - Mute specific participant", "examples"],
  ["Exaxmple 2: A list", "examples"],
  ["Properties", "properties"],
  ["operationError Properties", "properties"],
  ["Relationships", "relationships"],
  ["Methods", "methods"],
  ["Tasks on a list", "methods"],
  ["JSON Representation", "jsonRepresentation"],
  ["Members", "members"],
  ["Derived types", "derivedTypes"],
  ["responseType values", null],
  ["Error responses", null],
  ["See also", null],
  ["Remarks", null],
  ["Request", null],
  ["", null],
];

it.each(headings)("takes the heading '%s' for %s", (heading, kind) => {
  expect(sectionKind(heading)).toBe(kind);
});

const columns: readonly [title: string, kind: string | null][] = [
  ["Property", "name"],
  ["Property name", "name"],
  ["Property Name", "name"],
  ["Name", "name"],
  ["Relationship", "name"],
  ["Parameter", "name"],
  ["Query parameter", "name"],
  ["Header", "name"],
  ["Member", "name"],
  ["Method", "name"],
  ["Common task", "name"],
  ["Type", "type"],
  ["Return Type", "returnType"],
  ["Return type", "returnType"],
  ["Description", "description"],
  ["Value", "value"],
  ["Int value", "value"],
  ["Permission Type", "permissionType"],
  ["Least privileged permissions", "least"],
  ["Higher privileged permissions", "higher"],
  ["HTTP method", null],
  ["Supported Resources", null],
  ["", null],
];

it.each(columns)("takes the column '%s' for %s", (title, kind) => {
  expect(columnKind(title)).toBe(kind);
});

const enumHeadings: readonly [heading: string, want: string | null][] = [
  ["chatType values", "chatType"],
  ["chatType Values", "chatType"],
  ["chatType value", "chatType"],
  ["The chatType values", "chatType"],
  ["chatType enum", "chatType"],
  ["chatType enumeration", "chatType"],
  ["chatType enumeration values", "chatType"],
  ["State Enumeration", "State"],
  ["Scope options", "Scope"],
  ["chatType members", "chatType"],
  ["microsoft.graph.chats.chatType values", "microsoft.graph.chats.chatType"],
  ["**chatType** values", "chatType"],
  ["Possible values", null],
  ["Values", null],
  ["What else there is", null],
  ["Group visibility options", null],
];

it.each(enumHeadings)("finds the enum of the heading '%s'", (heading, want) => {
  const [[found]] = readEnums(documentOf(`# Enums\n\n### ${heading}\n\n|Member|\n|:---|\n|a|\n|b|\n`));
  const name = found === undefined ? null : [found.namespace, found.name].filter((part) => part !== null).join(".");
  expect(name).toBe(want);
});
