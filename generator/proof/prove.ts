import type { ApiModel } from "../api/model.ts";
import { emitWireTypes, type WireTypes } from "../emit/wire-types.ts";
import { exampleBodies, type Bodies } from "./bodies.ts";
import { indexDerived, type IsDerivedProperty } from "./derived.ts";
import { readFault } from "./fault.ts";
import { isAnnotation } from "./json-node.ts";
import { mask, noMasks } from "./mask.ts";
import type { Anchor, Fault, Masks } from "./model.ts";
import { printBodies, type PrintContext } from "./print.ts";
import { createModuleChecker } from "./program.ts";
import { indexTypes } from "./type-index.ts";

/** Each round uncovers at least one more fault of each example that has any; no honest example has so many. */
const ROUNDS = 24;

/** Every JSON body of the docs, and what is wrong with some. */
export interface Proof extends Bodies {
  readonly faults: readonly Fault[];
  readonly wire: WireTypes;
}

/**
 * Holds every JSON body of the examples against its type, by the TypeScript compiler: one module for all, and again
 * for those that fail, without what is reported already, as one fault hides others.
 *
 * @param model the linked and named model
 * @param wire its types
 */
export function proveExamples(model: ApiModel, wire: WireTypes = emitWireTypes(model)): Proof {
  const bodies = exampleBodies(model, wire);
  const check = createModuleChecker(wire.files);
  const isDerived = indexDerived(model, wire);
  const masks = noMasks();
  const context = printContext(model, wire, masks);
  const names = new Map([...wire.types].map(([fullName, { declared }]) => [declared, lastName(fullName)]));
  const faults: Fault[] = [];
  let open = bodies.held.map((_, index) => index);
  for (let round = 0; round < ROUNDS && open.length > 0; round += 1) {
    const printed = printBodies(
      open.flatMap((index) => bodies.held[index] ?? []),
      context,
    );
    const checked = check(printed.text);
    const found = checked.errors.flatMap((error) => {
      const anchor = anchorAt(printed.anchors, error.start ?? 0);
      if (anchor === undefined) return [];
      return [readFault(error, { ...anchor, body: open[anchor.body] ?? 0 }, checked, names)];
    });
    for (const fault of found) mask(fault, masks);
    faults.push(...found.filter((fault) => !isExpected(fault, isDerived)));
    const failing = new Set(found.map(({ body }) => body));
    open = open.filter((index) => failing.has(index));
  }
  return { ...bodies, faults, wire };
}

/**
 * Types that say what the tables say, and not what the examples of requests add to them: a package takes what its
 * docs show, while authors want to hear of it.
 */
export function emitDocumentedTypes(model: ApiModel): WireTypes {
  const operations = model.operations.map((operation) => ({
    ...operation,
    examples: operation.examples.map((example) =>
      example.request === null ? example : { ...example, request: { ...example.request, body: null } },
    ),
  }));
  return emitWireTypes({ ...model, operations });
}

function lastName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf(".") + 1);
}

function printContext(model: ApiModel, wire: WireTypes, masks: Masks): PrintContext {
  const rows = [
    ...model.types.flatMap(({ properties }) => properties),
    ...model.operations.flatMap(({ requestBody }) => requestBody?.properties ?? []),
  ];
  return {
    index: "./wire/index.js",
    typeOf: indexTypes(model, wire),
    annotations: new Set(["@odata.id", ...rows.map(({ name }) => name).filter(isAnnotation)]),
    masks,
  };
}

/** The last anchor that begins at a position or before. */
function anchorAt(anchors: readonly Anchor[], position: number): Anchor | undefined {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchors[middle]?.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return anchors[low - 1];
}

/** Annotations may stand anywhere, and an object of a base may be one of a derived type. */
function isExpected({ node, cause }: Fault, isDerived: IsDerivedProperty): boolean {
  if (cause.kind === "missing") return cause.foreign;
  if (cause.kind !== "surplus") return false;
  const name = String(node.children?.[0]?.value ?? "");
  return isAnnotation(name) || isDerived(cause.owners, name);
}
