import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ApiModel } from "../../generator/api/model.ts";
import { printPackage } from "../../generator/commands/package/print-package.ts";
import { draftPackage } from "../../generator/emit/emit.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { openMemo, type Memo } from "../../generator/memo/memo.ts";
import { readModel } from "../../generator/pipeline.ts";
import { isJsonObject, toJson, type Json } from "../../generator/util/json.ts";
import { PLAIN_WORK } from "../../generator/workers/work.ts";
import { changed, leaves } from "../support/leaves.ts";
import { createContext } from "../support/command-line.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";

const OPTIONS = { packageName: "sample", packageVersion: "1.0.0", docsFromPackage: "../docs-input" };
const MODEL = await readModel(createNodeHost(), { docs: "docs-input", root: "docs-input", baseUrl: null });

function isModel(value: Json): value is Json & ApiModel {
  return isJsonObject(value) && "types" in value && "operations" in value;
}

/** The model as plain JSON, which it says to be. */
const JSON_MODEL = toJson(JSON.parse(JSON.stringify({ ...MODEL, diagnostics: [] })));
const LEAVES = leaves(JSON_MODEL);

/** Prints a package, and lists the modules that were declared for it. */
async function print(model: Json, memo: Memo) {
  if (!isModel(model)) throw new Error("expected a model");
  const declared: string[] = [];
  const spy: Memo = {
    ...memo,
    runAll: (step, keys, input, make) =>
      memo.runAll(step, keys, input, (missing) => {
        if (step.name === "modules") declared.push(...missing.map(({ index }) => keys[index]?.split("\n")[1] ?? ""));
        return make(missing);
      }),
  };
  const { progress } = createContext(createMemoryHost({})).context;
  const printed = await printPackage(draftPackage(model, OPTIONS), "/out", { ...PLAIN_WORK, memo: spy }, progress);
  await memo.save();
  return { printed, declared };
}

const openMemory = (host: MemoryHost): Memo =>
  openMemo(host, { folder: "/cache", prefix: "docs", stamp: "1", isLasting: false });

/** Cached results of the unchanged model. */
const FIRST = createMemoryHost({});
const all = await print(JSON_MODEL, openMemory(FIRST));

async function printAfter(model: Json) {
  return print(model, openMemory(createMemoryHost(Object.fromEntries(FIRST.files))));
}

function messageOf(error: unknown): { readonly message: string } {
  return { message: String(error) };
}

describe("cached modules", () => {
  it("are what printing them again gives, whatever changes in the model", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(LEAVES.length - 1), { minLength: 1, maxLength: 3 }), async (picks) => {
        const model = picks.reduce<Json>((now, pick) => changed(now, LEAVES[pick] ?? []), JSON_MODEL);
        // A random change can make a model that no docs give, which the emitter then refuses with and without results.
        const fresh = await print(model, PLAIN_WORK.memo).catch(messageOf);
        const again = await printAfter(model).catch(messageOf);
        expect("printed" in again ? again.printed : again).toEqual("printed" in fresh ? fresh.printed : fresh);
      }),
      { numRuns: 40 },
    );
  });

  it("are all used where nothing changes", async () => {
    expect(all.declared.length).toBeGreaterThan(20);
    expect((await printAfter(JSON_MODEL)).declared).toEqual([]);
  });

  it.each([
    ["the description of a property", (name: string) => /^properties\/\d+\/description$/.test(name)],
    ["the description of a type", (name: string) => name === "description"],
  ])("depend on %s in few other modules", async (_, isPicked) => {
    const path = LEAVES.find(([kind, index, ...rest]) => kind === "types" && index === 3 && isPicked(rest.join("/")));
    const { declared } = await printAfter(changed(JSON_MODEL, path ?? []));
    expect(declared).toContain(MODEL.types[3]?.module);
    expect(declared.length).toBeLessThan(all.declared.length / 5);
  });
});
