import { expect, it } from "vitest";
import { MetadataError, readMetadata } from "../../generator/metadata/read.ts";

const read = (body: string, version = "4.0") =>
  readMetadata(
    `<?xml version="1.0"?>\n<edmx:Edmx Version="${version}" xmlns:edmx="e"><edmx:DataServices>\n${body}\n</edmx:DataServices></edmx:Edmx>`,
    "m.xml",
  );

it("resolves the aliases of all schemas, and the annotations of one schema about another", () => {
  const { types } = read(`<Schema Namespace="a.b" Alias="x"><EntityType Name="T" BaseType="y.U"/></Schema>
<Schema Namespace="c.d" Alias="y"><EntityType Name="U" OpenType="true"><Property Name="p" Type="Collection(x.T)" Nullable="false"/></EntityType>
<Annotations Target="x.T"><Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record><PropertyValue Property="Kind" EnumMember="Org.OData.Core.V1.RevisionKind/Deprecated"/></Record></Collection></Annotation></Annotations></Schema>`);
  expect(types.get("a.b.t")).toMatchObject({ name: "a.b.T", base: "c.d.U", deprecated: true, line: 3 });
  expect(types.get("c.d.u")).toMatchObject({ open: true, deprecated: false });
  expect(types.get("c.d.u")?.properties.get("p")).toMatchObject({ type: "a.b.T", collection: true, nullable: false });
});

it("keeps the overloads of an operation, without their binding parameters", () => {
  const { operations } =
    read(`<Schema Namespace="a"><Action Name="go" IsBound="true"><Parameter Name="it" Type="a.T"/></Action>
<Action Name="go"><Parameter Name="at" Type="Edm.Date"/></Action></Schema>`);
  const overloads = operations.get("go") ?? [];
  expect(overloads.map(({ bound, parameters }) => [bound, [...parameters.keys()]])).toEqual([
    ["a.T", []],
    [null, ["at"]],
  ]);
});

it("reads elements with a prefix", () => {
  const { types } = read('<edm:Schema Namespace="a" xmlns:edm="e"><edm:ComplexType Name="T"/></edm:Schema>');
  expect([...types.keys()]).toEqual(["a.t"]);
});

const SCHEMA = '<Schema Namespace="a"/>';
const wrong: readonly (readonly [title: string, text: string, message: string])[] = [
  ["JSON", '{ "openapi": "3.1.0" }', "m.xml: Unexpected JSON, expected the XML that the service returns for $metadata"],
  ["another document", "<html/>", "m.xml: Unexpected root element <html>, expected <edmx:Edmx> with a <Schema>"],
  ["an empty file", "", "m.xml"],
  ["broken XML", `<a>\n<b></a>`, "m.xml:2:"],
  ["a document type", `<!DOCTYPE a [<!ENTITY b "c">]><a/>`, "m.xml: Unexpected document type, expected plain XML"],
  [
    "version 2",
    `<Edmx Version="1.0">${SCHEMA}</Edmx>`,
    'm.xml: Unexpected version "1.0" of the metadata, expected 4.0 or later',
  ],
  ["deep nesting", "<a>".repeat(50_000) + "</a>".repeat(50_000), "m.xml: Unexpected nesting"],
];

it.each(wrong)("refuses %s", (_, text, message) => {
  expect(() => readMetadata(text, "m.xml")).toThrow(MetadataError);
  expect(() => readMetadata(text, "m.xml")).toThrow(message);
});
