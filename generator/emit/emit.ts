import type { ApiModel } from "../api/model.ts";
import { areaModules, rootModule } from "./barrel.ts";
import { builderDrafts } from "./builder.ts";
import { contributionOf, type Contribution } from "./contribution.ts";
import { contentOutlines, declarePart, outlineInputs, type ContentOutlines, type Part } from "./content.ts";
import { createDigest } from "./facets.ts";
import type { Facets } from "./changes.ts";
import { NO_EMIT_MEMORY, type EmitMemory } from "./emit-memory.ts";
import { packageFiles } from "./package.ts";
import { createPlan } from "./create-plan.ts";
import type { Plan, PlanOptions } from "./plan.ts";
import { positionsFile } from "./positions.ts";
import { modulePath, type ModulePlan } from "./module-plan.ts";
import { readmeFile } from "./readme.ts";
import { hasUnions, moduleSection } from "./readme-modules.ts";
import { recordPlan } from "./recording.ts";
import { runtimeFiles } from "./runtime.ts";
import type { PackageInfo } from "../settings.ts";
import type { Draft, PartDraft, PartOrder } from "./draft.ts";
import { joinModule, orderDeclarations } from "./module-order.ts";
import type { OutputFile } from "./model.ts";
import { sha256 } from "../util/hash.ts";

/** What the emitted package is called, and how it is written. */
export interface EmitOptions extends PlanOptions {
  readonly packageName: string;
  readonly packageVersion: string;
  /** Further fields of its `package.json`. */
  readonly packageInfo?: PackageInfo;
  /** Folder of the docs, from the folder of the package; what declarations lead to lies there. */
  readonly docsFromPackage?: string;
  /** Whether the pages that declarations lead to are copied into that folder. */
  readonly shipDocs?: boolean;
}

/** An emitted package. */
export interface Emitted {
  /** Files that can be made one by one. */
  readonly drafts: readonly Draft[];
  /** What stands behind the inputs of drafts now. */
  readonly facets: Facets;
  /** Makes the files that need what all of the others add. */
  readonly finish: (contribution: Contribution) => readonly OutputFile[];
}

/** The modules that pass on what the others declare. */
function passingModules(outlines: ContentOutlines, plan: Plan): readonly ModulePlan[] {
  const modules = outlines.public.map(({ module }) => module);
  return [...areaModules(plan), rootModule(modules, plan)];
}

/** What tells which modules there are, which URLs they call, and what the runtime is called in them. */
function moduleInputs(outlines: ContentOutlines, plan: Plan): readonly unknown[] {
  const called = [...plan.operations.values()].flatMap(({ model, symbol }) => [model.requests, symbol.module]);
  return [outlines, ...called, ...[...plan.runtime.values()].map(({ local }) => local)];
}

/** The modules of the package that say what the docs say. */
export function documentedModules(plan: Plan): readonly ModulePlan[] {
  const outlines = contentOutlines(plan);
  const content = [...outlines.public, ...outlines.permissions].map(({ module, parts }) => ({
    module,
    declarations: parts.flatMap((part) => declarePart(part, plan)),
  }));
  return [...content, ...passingModules(outlines, plan)];
}

/**
 * Turns the model into the files of the package, unformatted.
 *
 * @param model the linked and named model
 * @param options name and version of the package, its style, and where its docs are
 * @param memory what is known of the package that was made last
 */
export function draftPackage(model: ApiModel, options: EmitOptions, memory: EmitMemory = NO_EMIT_MEMORY): Emitted {
  const plan = createPlan(model, options, memory.plan);
  const outlines = memory.outlines(outlineInputs(plan), () => contentOutlines(plan));
  const inputs = moduleInputs(outlines, plan);
  const { packageName, packageInfo = {}, shipDocs = false, docsFromPackage = "docs" } = options;
  const files = [
    ...packageFiles({ ...options, baseUrl: model.baseUrl, packageInfo, shipDocs }),
    ...runtimeFiles(model.baseUrl),
  ];
  const drafts = [
    ...builderDrafts(),
    ...files.map(fileDraft),
    ...memory.passing(inputs, () => passingModules(outlines, plan).map(passingDraft)),
    ...contentDrafts(outlines, plan, shipDocs, memory),
  ];
  return {
    drafts,
    facets: { plan, digest: createDigest(plan) },
    finish: ({ names, calls }) => [
      memory.positions([names, docsFromPackage], () => positionsFile(names, docsFromPackage)),
      readmeFile({
        ...{ packageName, baseUrl: model.baseUrl, plan, calls },
        modules: memory.modules([...inputs, packageName, hasUnions(plan)], () => moduleSection(packageName, plan)),
      }),
    ],
  };
}

function fileDraft(file: OutputFile): Draft {
  return { path: file.path, content: file.text, making: { kind: "file", file } };
}

/** What only passes on is text before it is printed. */
function passingDraft({ module, declarations }: ModulePlan): Draft {
  const text = declarations.map(({ structure }) => (typeof structure === "string" ? structure : "")).join("\n");
  return fileDraft(joinModule(module, [{ text, edges: [true, true], types: [], values: [] }]));
}

/** A module depends on names that belong to the package as a whole, and its parts on what they turn out to read. */
function contentDrafts(outlines: ContentOutlines, plan: Plan, shipDocs: boolean, memory: EmitMemory): readonly Draft[] {
  const record = recordPlan(plan);
  const { runtime, selectParameter, promise, pageUrl } = plan;
  const text = sha256(JSON.stringify([[...runtime], selectParameter, promise, pageUrl, shipDocs]));
  const common = memory.common([text], () => ({ text }));
  const orderPart = (part: Part): PartOrder => {
    const { made, inputs } = record((view) => ({
      order: orderDeclarations(declarePart(part, view)),
      contribution: contributionOf(part, view, shipDocs),
    }));
    const { order, contribution } = made;
    return { item: order.item, finish: (printed) => ({ ...order.finish(printed), contribution, inputs }) };
  };
  const partDraft = (part: Part): PartDraft => ({
    content: `${text}${part.join(" ")}`,
    order: () => orderPart(part),
  });
  return [...outlines.public, ...outlines.permissions].map((outline) => {
    const { module, parts } = outline;
    return {
      path: modulePath({ module }),
      content: memory.content(common, outline, () => `${text}${JSON.stringify(parts)}`),
      making: {
        kind: "module",
        get parts() {
          return parts.map(partDraft);
        },
        join: (printed) => joinModule(module, printed),
      },
    };
  });
}
