import type { ApiModel } from "../api/model.ts";
import { areaModules, rootModule } from "./barrel.ts";
import { builderDrafts } from "./builder.ts";
import { contributionOf, type Contribution } from "./contribution.ts";
import { contentOutlines, declarePart, type ContentOutlines, type Part } from "./content.ts";
import { createDigest, type Digest } from "./facets.ts";
import { packageFiles } from "./package.ts";
import { createPlan } from "./create-plan.ts";
import type { Plan, PlanOptions } from "./plan.ts";
import { positionsFile } from "./positions.ts";
import { modulePath, type ModulePlan } from "./module-plan.ts";
import { readmeFile } from "./readme.ts";
import { recordPlan } from "./recording.ts";
import { runtimeFiles } from "./runtime.ts";
import type { PackageInfo } from "../settings.ts";
import type { Draft, PartOrder } from "./draft.ts";
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
  /** What stands behind an input of a draft now; the same text where nothing has changed. */
  readonly digest: Digest;
  /** Makes the files that need what all of the others add. */
  readonly finish: (contribution: Contribution) => readonly OutputFile[];
}

/** The modules that pass on what the others declare. */
function passingModules(outlines: ContentOutlines, plan: Plan): readonly ModulePlan[] {
  const modules = outlines.public.map(({ module }) => module);
  return [...areaModules(plan), rootModule(modules, plan)];
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
 */
export function draftPackage(model: ApiModel, options: EmitOptions): Emitted {
  const plan = createPlan(model, options);
  const outlines = contentOutlines(plan);
  const { packageName, packageInfo = {}, shipDocs = false, docsFromPackage = "docs" } = options;
  const files = [
    ...packageFiles({ ...options, baseUrl: model.baseUrl, packageInfo, shipDocs }),
    ...runtimeFiles(model.baseUrl),
  ];
  const drafts = [
    ...builderDrafts(),
    ...files.map(fileDraft),
    ...passingModules(outlines, plan).map(passingDraft),
    ...contentDrafts(outlines, plan, shipDocs),
  ];
  return {
    drafts,
    digest: createDigest(plan),
    finish: ({ names, calls }) => [
      positionsFile(names, docsFromPackage),
      readmeFile(packageName, model.baseUrl, plan, calls),
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
function contentDrafts(outlines: ContentOutlines, plan: Plan, shipDocs: boolean): readonly Draft[] {
  const record = recordPlan(plan);
  const { runtime, selectParameter, promise, pageUrl } = plan;
  const common = sha256(JSON.stringify([[...runtime], selectParameter, promise, pageUrl, shipDocs]));
  const orderPart = (part: Part): PartOrder => {
    const { made, inputs } = record((view) => ({
      order: orderDeclarations(declarePart(part, view)),
      contribution: contributionOf(part, view, shipDocs),
    }));
    const { order, contribution } = made;
    return { item: order.item, finish: (printed) => ({ ...order.finish(printed), contribution, inputs }) };
  };
  return [...outlines.public, ...outlines.permissions].map(({ module, parts }) => ({
    path: modulePath({ module }),
    content: `${common}${JSON.stringify(parts)}`,
    making: {
      kind: "module",
      parts: parts.map((part) => ({ content: `${common}${part.join(" ")}`, order: () => orderPart(part) })),
      join: (printed) => joinModule(module, printed),
    },
  }));
}
