import type { Node } from "jsonc-parser";
import type { ApiModel } from "../api/model.ts";
import { emitWireTypes, type WireTypes } from "../emit/wire-types.ts";
import { groupBy } from "../util/group.ts";
import { FUTURE_MEMBER } from "../util/odata.ts";
import { exampleBodies, type Bodies } from "./bodies.ts";
import { indexDerived, type IsDerivedProperty } from "./derived.ts";
import { readFault } from "./fault.ts";
import { bodyInputs } from "./inputs.ts";
import { isAnnotation, valueOf } from "./json-node.ts";
import { mask, noMasks } from "./mask.ts";
import type { Anchor, ExampleBody, Fault, Masks, NumberedFault } from "./model.ts";
import { printBodies, type PrintContext } from "./print.ts";
import { createModuleChecker } from "./program.ts";
import { indexTypes } from "./type-index.ts";

/** Limit for malicious pages: each round finds at least one further fault of each remaining example. */
const ROUNDS = 24;

/** All JSON bodies of the docs, with the types against which they are checked. */
export interface Examples extends Bodies {
  readonly wire: WireTypes;
  /** All dependencies of the check of each body. */
  readonly inputs: readonly string[];
  /** Checks bodies by index and returns the faults of each. */
  readonly check: (bodies: readonly number[]) => readonly (readonly NumberedFault[])[];
}

/** All JSON bodies of the docs with their faults. */
export interface Proof extends Bodies {
  readonly faults: readonly Fault[];
  readonly wire: WireTypes;
}

/**
 * Collects the JSON bodies of all examples that can be checked.
 *
 * @param model the linked and named model
 * @param wire its types
 */
export function collectExamples(model: ApiModel, wire: WireTypes): Examples {
  const bodies = exampleBodies(model, wire);
  const context = printContext(model, wire, noMasks());
  const check: Examples["check"] = (checked) => {
    const faults = checked.length === 0 ? [] : findFaults(bodies.held, checked, context, wire);
    const byBody = groupBy(faults, ({ body }) => body);
    return checked.map((body) => numberFaults(byBody.get(body) ?? [], bodies.held[body]));
  };
  return { ...bodies, wire, inputs: bodyInputs(bodies.held, context, wire), check };
}

function numberFaults(faults: readonly Fault[], body: ExampleBody | undefined): readonly NumberedFault[] {
  const nodes = body === undefined || faults.length === 0 ? [] : nodesOf(body.root);
  return faults.map(({ node, cause, stated }) => ({ node: nodes.indexOf(node), cause, stated }));
}

/** All nodes of a tree, each before its children. */
function nodesOf(root: Node): readonly Node[] {
  return [root, ...(root.children ?? []).flatMap(nodesOf)];
}

/**
 * Combines the faults of all bodies, without those that are expected.
 *
 * @param faults faults of each body, in the order of the bodies
 */
export function proofOf(model: ApiModel, examples: Examples, faults: readonly (readonly NumberedFault[])[]): Proof {
  const { held, unheld, wire } = examples;
  const isDerived = indexDerived(model, wire);
  const all = held.flatMap(({ root }, body): readonly Fault[] => {
    const found = faults[body] ?? [];
    const nodes = found.length === 0 ? [] : nodesOf(root);
    return found.flatMap(({ node: number, cause, stated }) => {
      const node = nodes[number];
      return node === undefined ? [] : [{ body, node, cause, stated }];
    });
  });
  return { held, unheld, wire, faults: all.filter((fault) => !isExpected(fault, isDerived)) };
}

/**
 * Checks all JSON bodies of the examples against their types with the TypeScript compiler. One module contains all
 * bodies; further rounds check the failing ones without their reported faults, as one fault can hide others.
 *
 * @param model the linked and named model
 * @param wire its types
 */
export function proveExamples(model: ApiModel, wire: WireTypes = emitWireTypes(model)): Proof {
  const examples = collectExamples(model, wire);
  return proofOf(model, examples, examples.check([...examples.held.keys()]));
}

/** Checks some of the bodies, in rounds. */
function findFaults(
  held: readonly ExampleBody[],
  bodies: readonly number[],
  context: PrintContext,
  wire: WireTypes,
): readonly Fault[] {
  const check = createModuleChecker(wire.files);
  const names = new Map([...wire.types].map(([fullName, { declared }]) => [declared, lastName(fullName)]));
  const faults: Fault[] = [];
  let open = bodies;
  for (let round = 0; round < ROUNDS && open.length > 0; round += 1) {
    const printed = printBodies(
      open.flatMap((index) => held[index] ?? []),
      context,
    );
    const checked = check(printed.text);
    const found = checked.errors.flatMap((error) => {
      const anchor = anchorAt(printed.anchors, error.start ?? 0);
      if (anchor === undefined) return [];
      return [readFault(error, { ...anchor, body: open[anchor.body] ?? 0 }, checked, names)];
    });
    for (const fault of found) mask(fault, context.masks);
    faults.push(...found);
    const failing = new Set(found.map(({ body }) => body));
    open = open.filter((index) => failing.has(index));
  }
  return faults;
}

/**
 * Emits types only from the tables, without additions from examples of requests and without future enum members. A
 * package accepts what its docs show; authors need to know where the docs disagree.
 */
export function emitDocumentedTypes(model: ApiModel): WireTypes {
  const operations = model.operations.map((operation) => ({
    ...operation,
    examples: operation.examples.map((example) =>
      example.request === null ? example : { ...example, request: { ...example.request, body: null } },
    ),
  }));
  // An evolvable enum accepts other text, but examples should show documented members.
  const enums = model.enums.map((each) => ({
    ...each,
    members: each.members.filter(({ name }) => name !== FUTURE_MEMBER),
  }));
  return emitWireTypes({ ...model, operations, enums });
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

/** Finds the last anchor at or before a position. */
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

/** Annotations are allowed everywhere, and an object of a base type may be of a derived type. */
function isExpected({ node, cause }: Fault, isDerived: IsDerivedProperty): boolean {
  if (cause.kind === "missing") return cause.foreign;
  if (cause.kind === "unlisted") return valueOf(node).value === FUTURE_MEMBER;
  if (cause.kind !== "surplus") return false;
  const name = String(node.children?.[0]?.value ?? "");
  return isAnnotation(name) || isDerived(cause.owners, name);
}
