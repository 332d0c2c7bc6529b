import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ApiModel } from "../../generator/api/model.ts";
import { draftPackage, type Emitted } from "../../generator/emit/emit.ts";
import type { Draft, Printed } from "../../generator/emit/draft.ts";
import { printDraft } from "../../generator/emit/package-text.ts";
import { createNodeHost } from "../../generator/node-host.ts";
import { readModel } from "../../generator/pipeline.ts";
import { isJsonObject, toJson, type Json } from "../../generator/util/json.ts";
import { changed, leaves } from "../support/leaves.ts";

const OPTIONS = { packageName: "sample", packageVersion: "1.0.0", docsFromPackage: "../docs-input" };
const MODEL = await readModel(createNodeHost(), { docs: "docs-input", root: "docs-input", baseUrl: null });
const BEFORE = draftPackage(MODEL, OPTIONS);
const PRINTED = new Map(BEFORE.drafts.map((draft) => [draft.path, { draft, ...printDraft(draft) }]));

function made(printed: Printed | undefined) {
  return [printed?.file, printed?.contribution];
}

/** Whether a later run would take a file from this one. */
function isTaken(now: Emitted, { path, content }: Draft): boolean {
  const old = PRINTED.get(path);
  const inputs = old?.parts.flatMap((part) => part.inputs) ?? [];
  return (
    old?.draft.content === content && inputs.every((input) => BEFORE.facets.digest(input) === now.facets.digest(input))
  );
}

function isModel(value: Json): value is Json & ApiModel {
  return isJsonObject(value) && "types" in value && "operations" in value;
}

/** The model as plain JSON, which it says to be. */
const JSON_MODEL = toJson(JSON.parse(JSON.stringify({ ...MODEL, diagnostics: [] })));
const LEAVES = leaves(JSON_MODEL);

describe("what a module was made of", () => {
  it("is all that it takes to make it again", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(LEAVES.length - 1), { minLength: 1, maxLength: 3 }), (picks) => {
        const model = picks.reduce<Json>((now, pick) => changed(now, LEAVES[pick] ?? []), JSON_MODEL);
        if (!isModel(model)) throw new Error("expected a model");
        const now = draftPackage(model, OPTIONS);
        const taken = now.drafts.filter((draft) => isTaken(now, draft));
        for (const draft of taken) expect(made(printDraft(draft))).toEqual(made(PRINTED.get(draft.path)));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["a property's words", (name: string) => /^properties\/\d+\/description$/.test(name)],
    ["a type's words", (name: string) => name === "description"],
  ])("hangs on %s in few other modules", (_, isPicked) => {
    const path = LEAVES.find(([kind, index, ...rest]) => kind === "types" && index === 3 && isPicked(rest.join("/")));
    const model = changed(JSON_MODEL, path ?? []);
    if (!isModel(model)) throw new Error("expected a model");
    const now = draftPackage(model, OPTIONS);
    const anew = now.drafts.filter((draft) => !isTaken(now, draft)).map((draft) => draft.path);
    expect(anew).toContain(`src/${MODEL.types[3]?.module ?? ""}.ts`);
    expect(anew.length).toBeLessThan(BEFORE.drafts.length / 10);
  });
});
