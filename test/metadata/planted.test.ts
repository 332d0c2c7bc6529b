import path from "node:path";
import { expect, it } from "vitest";
import { findDiagnostics } from "../../generator/commands/lint/find.ts";
import { readMetadata } from "../../generator/metadata/read.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { createContext } from "../support/command-line.ts";
import { readInputs } from "../support/fixtures.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const METADATA = "metadata.xml";
const FILES = new Map(
  Object.entries(readInputs({ name: "metadata", folder: "metadata" })).map(([file, bytes]) => [
    file,
    new TextDecoder().decode(bytes),
  ]),
);

const BOAT = "docs/resources/boat.md";
const SAILOR = "docs/resources/sailor.md";
const SKIPPER = "docs/resources/skipper.md";
const RIG = "docs/resources/boatrig.md";
const LAUNCH = "docs/api/boat-launch.md";
const RANGE = "docs/api/boat-range.md";

/** A difference between docs and metadata: what is changed in one of them, and the findings with both of their places. */
type Planted = readonly [title: string, file: string, ok: string, notOk: string, ...want: readonly string[]];

/** `page:line:column code → line of the metadata`. What the docs leave out entirely has no page: `--undocumented` lists it. */
const planted: readonly Planted[] = [
  [
    "a type is missing in the metadata",
    METADATA,
    'ComplexType Name="skipper"',
    'ComplexType Name="captain"',
    "resources/skipper.md:7:1 metadata-type-unknown",
  ],
  [
    "an enum is missing in the metadata",
    METADATA,
    'EnumType Name="boatRig"',
    'EnumType Name="rig"',
    "resources/boatrig.md:7:1 metadata-type-unknown",
  ],
  [
    "a property is missing in the docs",
    METADATA,
    '<Property Name="licence"',
    '<Property Name="rank" Type="Edm.String" />\n        <Property Name="licence"',
    "resources/skipper.md:7:1 metadata-property-undocumented → 31",
  ],
  [
    "a property is missing in the metadata",
    METADATA,
    'Name="licence"',
    'Name="license"',
    "resources/skipper.md:7:1 metadata-property-undocumented → 31",
    "resources/skipper.md:20:2 metadata-property-unknown → 30",
  ],
  [
    "a relationship is missing in the docs",
    METADATA,
    '<Property Name="crew"',
    '<NavigationProperty Name="owner" Type="graph.boat" />\n        <Property Name="crew"',
    "resources/boat.md:7:1 metadata-property-undocumented → 25",
  ],
  [
    "a property has another casing",
    METADATA,
    'Name="isAfloat"',
    'Name="isAFloat"',
    "resources/boat.md:27:2 metadata-case-differs → 13",
  ],
  [
    "a property has another type",
    METADATA,
    'Name="length" Type="Edm.Int32"',
    'Name="length" Type="Edm.Int64"',
    "resources/boat.md:26:2 metadata-property-type-differs → 12",
  ],
  [
    "a property is a collection",
    METADATA,
    'Name="builder" Type="Edm.String"',
    'Name="builder" Type="Collection(Edm.String)"',
    "resources/boat.md:29:2 metadata-property-type-differs → 15",
  ],
  [
    "an enum member is missing in the docs",
    METADATA,
    '<Member Name="gaff" Value="1" />',
    '<Member Name="gaff" Value="1" />\n        <Member Name="lug" Value="2" />',
    "resources/boatrig.md:7:1 metadata-member-undocumented → 8",
  ],
  [
    "an enum member is missing in the metadata",
    RIG,
    "|gaff|",
    "|lug|",
    "resources/boatrig.md:7:1 metadata-member-undocumented → 7",
    "resources/boatrig.md:18:2 metadata-member-unknown → 5",
  ],
  ["an enum member has another casing", RIG, "|gaff|", "|Gaff|", "resources/boatrig.md:18:2 metadata-case-differs → 7"],
  [
    "a base is missing in the docs",
    METADATA,
    'ComplexType Name="sailor"',
    'ComplexType Name="sailor" BaseType="graph.skipper"',
    "resources/sailor.md:7:1 metadata-base-differs → 27",
  ],
  [
    "a base is missing in the metadata",
    METADATA,
    ' BaseType="graph.sailor"',
    "",
    "resources/skipper.md:7:1 metadata-base-differs → 30",
  ],
  [
    "a base differs",
    METADATA,
    ' BaseType="graph.sailor"',
    ' BaseType="graph.boat"',
    "resources/skipper.md:7:1 metadata-base-differs → 30",
  ],
  [
    "a complex type is an entity",
    METADATA,
    '<ComplexType Name="sailor">\n        <Property Name="name" Type="Edm.String" />\n      </ComplexType>',
    '<EntityType Name="sailor">\n        <Property Name="name" Type="Edm.String" />\n      </EntityType>',
    "resources/sailor.md:7:1 metadata-kind-differs → 27",
  ],
  [
    "a complex type is an enum",
    METADATA,
    '<ComplexType Name="sailor">\n        <Property Name="name" Type="Edm.String" />\n      </ComplexType>',
    '<EnumType Name="sailor">\n        <Member Name="name" />\n      </EnumType>',
    "resources/sailor.md:7:1 metadata-kind-differs → 27",
  ],
  [
    "an action is missing in the docs",
    METADATA,
    '<Action Name="launch"',
    '<Action Name="sink" IsBound="true">\n        <Parameter Name="it" Type="graph.boat" />\n      </Action>\n      <Action Name="launch"',
    "resources/boat.md:7:1 metadata-operation-undocumented → 33",
  ],
  [
    "an action is missing in the metadata",
    METADATA,
    'Action Name="launch"',
    'Action Name="lift"',
    "api/boat-launch.md:24:1 metadata-operation-unknown",
    "resources/boat.md:7:1 metadata-operation-undocumented → 33",
  ],
  [
    "an action is a function",
    METADATA,
    '<Action Name="launch" IsBound="true">\n        <Parameter Name="bindingParameter" Type="graph.boat" />\n        <Parameter Name="speed" Type="Edm.Int32" />\n        <Parameter Name="slip" Type="Edm.String" />\n      </Action>',
    '<Function Name="launch" IsBound="true">\n        <Parameter Name="bindingParameter" Type="graph.boat" />\n        <Parameter Name="speed" Type="Edm.Int32" />\n        <Parameter Name="slip" Type="Edm.String" />\n      </Function>',
    "api/boat-launch.md:24:1 metadata-operation-kind-differs → 33",
  ],
  [
    "a function is missing in the docs",
    METADATA,
    '<Function Name="range"',
    '<Function Name="draught" IsBound="true">\n        <Parameter Name="it" Type="graph.boat" />\n      </Function>\n      <Function Name="range"',
    "resources/boat.md:7:1 metadata-operation-undocumented → 38",
  ],
  [
    "a function is missing in the metadata",
    METADATA,
    'Function Name="range"',
    'Function Name="distance"',
    "api/boat-range.md:24:1 metadata-operation-unknown",
    "resources/boat.md:7:1 metadata-operation-undocumented → 38",
  ],
  [
    "a function is an action",
    METADATA,
    '<Function Name="range" IsBound="true">\n        <Parameter Name="bindingParameter" Type="graph.boat" />\n        <Parameter Name="days" Type="Edm.Int32" />\n        <ReturnType Type="Edm.Int32" />\n      </Function>',
    '<Action Name="range" IsBound="true">\n        <Parameter Name="bindingParameter" Type="graph.boat" />\n        <Parameter Name="days" Type="Edm.Int32" />\n      </Action>',
    "api/boat-range.md:24:1 metadata-operation-kind-differs → 38",
  ],
  [
    "a parameter is missing in the docs",
    METADATA,
    '<Parameter Name="slip"',
    '<Parameter Name="heading" Type="Edm.Int32" />\n        <Parameter Name="slip"',
    "api/boat-launch.md:29:1 metadata-parameter-undocumented → 36",
  ],
  [
    "a parameter is missing in the metadata",
    LAUNCH,
    "|slip|",
    "|berth|",
    "api/boat-launch.md:29:1 metadata-parameter-undocumented → 36",
    "api/boat-launch.md:34:2 metadata-parameter-unknown → 33",
  ],
  [
    "a parameter has another type",
    LAUNCH,
    "|slip|String|",
    "|slip|Boolean|",
    "api/boat-launch.md:34:2 metadata-parameter-type-differs → 36",
  ],
  [
    "a parameter of a function has another type",
    RANGE,
    "|days|Int32|",
    "|days|String|",
    "api/boat-range.md:31:2 metadata-parameter-type-differs → 40",
  ],
  [
    "the docs state that a value is never null",
    SAILOR,
    "Name of the sailor.",
    "Name of the sailor. Not nullable.",
    "resources/sailor.md:17:2 metadata-nullability-differs → 28",
  ],
  [
    "the docs do not state that a property is read-only",
    BOAT,
    "Name of the builder. Read-only.",
    "Name of the builder.",
    "resources/boat.md:29:2 metadata-read-only-undocumented → 15",
  ],
  [
    "a deprecation is missing in the docs",
    BOAT,
    "(Deprecated) Number on the bow.",
    "Number on the bow.",
    "resources/boat.md:30:2 metadata-deprecation-undocumented → 16",
  ],
  [
    "a deprecation is missing in the metadata",
    SKIPPER,
    "Number of the licence.",
    "(Deprecated) Number of the licence.",
    "resources/skipper.md:20:2 metadata-deprecation-unknown → 31",
  ],
];

it.each(planted)("finds that %s", async (_, file, ok, notOk, ...want) => {
  const text = FILES.get(file) ?? "";
  expect(text).toContain(ok);
  const found = await compare(new Map([...FILES, [file, text.replace(ok, () => notOk)]]));
  expect(found).toEqual(want);
});

it("finds no difference where there is none", async () => {
  expect(await compare(FILES)).toEqual([]);
});

/** The findings of the comparison, sorted by place. */
async function compare(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const text = files.get(METADATA) ?? "";
  const pages = [...files].filter(([file]) => file.startsWith("docs/"));
  const host = createMemoryHost(
    Object.fromEntries(pages.map(([file, page]) => [path.resolve("/project", file), page])),
  );
  const { context } = createContext(host);
  const settings = await resolveSettings(context.host, context.cwd, { docs: "docs" });
  const compared = { text, metadata: readMetadata(text, `../${METADATA}`) };
  const found = await findDiagnostics(context, settings, false, compared);
  return found
    .filter(({ code }) => code.startsWith("metadata-"))
    .map(({ code, place, related }) => {
      const line = related.map((each) => ` → ${String(each.place.line)}`).join("");
      return `${place.file}:${String(place.line)}:${String(place.column)} ${code}${line}`;
    });
}
