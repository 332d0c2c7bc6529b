import { expect, it } from "vitest";
import { diffApis } from "../../generator/diff/diff.ts";
import { readModelFile } from "../../generator/diff/model-file.ts";
import { buildEnum, buildModel, buildOperation, buildProperty, buildRequest, buildType } from "../support/model.ts";

const sails = buildModel({
  types: [buildType("boat", { properties: [buildProperty("sail", "microsoft.graph.sail")] })],
  enums: [buildEnum("sail", ["jib", "GENOA"])],
});

function renamed(identifiers: readonly string[]) {
  const [sail] = sails.enums;
  const members = sail?.members.map((member, index) => ({ ...member, identifier: identifiers[index] ?? "" })) ?? [];
  return { ...sails, enums: [{ ...buildEnum("sail", []), members }] };
}

it("reports the new name of an enum member as breaking", () => {
  const changes = diffApis({ before: renamed(["Jib", "Genoa"]), after: sails });
  expect(changes).toMatchObject([
    {
      class: "breaking",
      kind: "enum-member-identifier-changed",
      subject: "sail.GENOA",
      before: "Genoa",
      after: "GENOA_",
    },
  ]);
});

it("names the members of a model file without names", () => {
  const file: unknown = JSON.parse(
    JSON.stringify(renamed([]), (key, value: unknown) => (key === "identifier" && value === "" ? undefined : value)),
  );
  const api = readModelFile(file);
  expect(typeof api === "string" ? api : diffApis({ before: api, after: sails })).toEqual([]);
});

const hoist = buildOperation("hoistSail", { requests: [buildRequest("POST", "/sails/{sailId}/hoist")] });

it("reports the new name of a function as breaking, and what else changed in it", () => {
  const raised = {
    ...hoist,
    name: "raiseSail",
    module: "mast",
    requests: [buildRequest("POST", "/sails/{sailId}/hoist")],
  };
  const changes = diffApis({
    before: buildModel({ operations: [hoist, buildOperation("getBoat")] }),
    after: buildModel({ operations: [raised, buildOperation("getBoat")] }),
  });
  expect(changes).toMatchObject([
    { class: "breaking", kind: "identifier-changed", subject: "raiseSail", before: "hoistSail", after: "raiseSail" },
    { class: "breaking", kind: "module-changed", subject: "raiseSail", before: "device", after: "mast" },
  ]);
});

it("does not guess which of two functions took the place of another", () => {
  const changes = diffApis({
    before: buildModel({ operations: [hoist] }),
    after: buildModel({
      operations: [
        { ...hoist, name: "raiseSail" },
        { ...hoist, name: "liftSail" },
      ],
    }),
  });
  expect(changes.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
    "operation-removed hoistSail",
    "operation-added liftSail",
    "operation-added raiseSail",
  ]);
});
