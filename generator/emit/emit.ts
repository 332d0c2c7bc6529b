import type { ApiModel } from "../api/model.ts";
import type { PackageInfo } from "../settings.ts";
import { areaModules, rootModule } from "./package/barrel.ts";
import { builtScripts, scriptTasks } from "./builder.ts";
import { contentOutlines, declarePart, type ContentOutlines, type Outline } from "./content.ts";
import { createPlan } from "./plan/create-plan.ts";
import type { OutputFile } from "./model.ts";
import { moduleTask, textModule } from "./print/module-order.ts";
import type { ModulePlan } from "./print/module-plan.ts";
import { joinSummaries, summaryOf, type ModuleSummary } from "./module-summary.ts";
import { packageFiles } from "./package/package.ts";
import type { Plan, PlanOptions } from "./plan/plan.ts";
import { positionsFile } from "./package/positions.ts";
import type { PrintTask } from "./print/print-item.ts";
import { readmeFile } from "./readme/readme.ts";
import { moduleSection } from "./readme/modules.ts";
import { runtimeFiles } from "./runtime.ts";

/** Name and style of the emitted package. */
export interface EmitOptions extends PlanOptions {
  readonly packageName: string;
  readonly packageVersion: string;
  /** Further fields of its `package.json`. */
  readonly packageInfo?: PackageInfo;
  /** Folder of the docs, relative to the folder of the package; declarations lead there. */
  readonly docsFromPackage?: string;
  /** Whether the pages that declarations lead to are copied into that folder. */
  readonly shipDocs?: boolean;
}

/** Everything that declaring a module may read. */
export interface ModuleInput {
  readonly plan: Plan;
  readonly shipDocs: boolean;
}

/** A module as text, and what files about the whole package need to know of it. */
export interface EmittedModule {
  readonly file: OutputFile;
  readonly summary: ModuleSummary;
}

/** A package before its modules are declared. */
export interface PackageDraft {
  /** Files that are text already. */
  readonly files: readonly OutputFile[];
  /** Files that are only to be printed. */
  readonly scripts: readonly PrintTask<OutputFile>[];
  /** Modules with the types and requests that the docs document, for `declareModule`. */
  readonly modules: readonly Outline[];
  readonly input: ModuleInput;
  /** Makes the files that are about all of the modules. */
  readonly finish: (summaries: readonly ModuleSummary[]) => readonly OutputFile[];
}

/** Modules that re-export the others. */
function barrels(outlines: ContentOutlines, plan: Plan): readonly ModulePlan[] {
  const modules = outlines.public.map(({ module }) => module);
  return [...areaModules(plan), rootModule(modules, plan)];
}

/** All modules of the package except its runtime. */
export function documentedModules(plan: Plan): readonly ModulePlan[] {
  const outlines = contentOutlines(plan);
  const content = [...outlines.public, ...outlines.permissions].map((outline) => planModule(outline, plan));
  return [...content, ...barrels(outlines, plan)];
}

function planModule({ module, parts }: Outline, plan: Plan): ModulePlan {
  return { module, declarations: parts.flatMap((part) => declarePart(part, plan)) };
}

/**
 * Plans the files of a package.
 *
 * @param model the linked and named model
 * @param options name and style of the package, and where its docs are
 */
export function draftPackage(model: ApiModel, options: EmitOptions): PackageDraft {
  const plan = createPlan(model, options);
  const outlines = contentOutlines(plan);
  const { packageName, packageInfo = {}, shipDocs = false, docsFromPackage = "docs" } = options;
  const scripts = builtScripts();
  return {
    files: [
      ...packageFiles({ ...options, baseUrl: model.baseUrl, packageInfo, shipDocs }),
      ...runtimeFiles(model.baseUrl),
      ...(scripts ?? []),
      ...barrels(outlines, plan).map(textModule),
    ],
    scripts: scripts === null ? scriptTasks() : [],
    modules: [...outlines.public, ...outlines.permissions],
    input: { plan, shipDocs },
    finish: (summaries) => {
      const { names, calls } = joinSummaries(summaries);
      const modules = moduleSection(packageName, plan);
      return [
        positionsFile(names, docsFromPackage),
        readmeFile({ packageName, baseUrl: model.baseUrl, plan, calls, modules }),
      ];
    },
  };
}

/** Declares what a module contains. */
export function declareModule(outline: Outline, { plan, shipDocs }: ModuleInput): PrintTask<EmittedModule> {
  const { item, finish } = moduleTask(planModule(outline, plan));
  const summary = joinSummaries(outline.parts.map((part) => summaryOf(part, plan, shipDocs)));
  return { item, finish: (printed) => ({ file: finish(printed), summary }) };
}
