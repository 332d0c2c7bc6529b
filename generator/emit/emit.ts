// Turns the linked model into the files of a package: `draftPackage` plans them, `declareModule` declares one module,
// and the `finish` function of the draft creates the files that need a summary of every module.

import type { ApiModel } from "../api/model.ts";
import type { PackageInfo } from "../settings.ts";
import { areaModules, rootModule } from "./package/barrel.ts";
import { builtScripts, scriptTasks } from "./builder.ts";
import { contentOutlines, declarePart, type ContentOutlines, type Outline } from "./content.ts";
import { createPlan } from "./plan/create-plan.ts";
import type { OutputFile, SurfaceItem } from "./model.ts";
import { moduleTask, textModule } from "./print/module-order.ts";
import type { ModulePlan } from "./print/module-plan.ts";
import { joinSummaries, summaryOf, type DeclaredPart, type ModuleSummary } from "./module-summary.ts";
import { packageFiles } from "./package/package.ts";
import type { Plan, PlanOptions } from "./plan/plan.ts";
import { positionsFile } from "./package/positions.ts";
import { printRecord } from "./package/record.ts";
import { RUNTIME_SURFACE, surfaceOf } from "./package/surface.ts";
import type { PrintTask } from "./print/print-item.ts";
import { readmeContext, readmeFile } from "./readme/readme.ts";
import { skillFile } from "./readme/skill.ts";
import { copiedTestingFiles, permissionFiles, runtimeFiles } from "./runtime.ts";
import { testingFiles } from "./package/testing.ts";

/** Name and style of the emitted package. */
export interface EmitOptions extends PlanOptions {
  readonly packageName: string;
  readonly packageVersion: string;
  /** Additional fields of its `package.json`. */
  readonly packageInfo?: PackageInfo;
  /** Folder of the docs that declarations link to, relative to the folder of the package. */
  readonly docsFromPackage?: string;
  /** Whether the pages that declarations link to are copied into that folder. */
  readonly shipDocs?: boolean;
}

/** Input of `declareModule` that all modules share. */
export interface ModuleInput {
  readonly plan: Plan;
  readonly shipDocs: boolean;
}

/** The file of a module, and the module's summary for the files about the whole package. */
export interface EmittedModule {
  readonly file: OutputFile;
  readonly summary: ModuleSummary;
}

/** A package before its modules are declared. */
export interface PackageDraft {
  /** Files whose text is complete. */
  readonly files: readonly OutputFile[];
  /** Build scripts that must be printed. */
  readonly scripts: readonly PrintTask<OutputFile>[];
  /** Modules of the documented API, for `declareModule`. */
  readonly modules: readonly Outline[];
  readonly input: ModuleInput;
  /** Creates the files about the whole package. */
  readonly finish: (summaries: readonly ModuleSummary[]) => readonly OutputFile[];
}

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
 * @param options name and style of the package, and the location of its docs
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
      ...permissionFiles(),
      ...copiedTestingFiles(),
      ...(scripts ?? []),
      ...barrels(outlines, plan).map(textModule),
    ],
    scripts: scripts === null ? scriptTasks() : [],
    modules: [...outlines.public, ...outlines.permissions],
    input: { plan, shipDocs },
    finish: (summaries) => {
      const { names, examples, surface } = joinSummaries(summaries);
      const context = readmeContext(packageName, model.baseUrl, plan);
      return [
        positionsFile(names, docsFromPackage),
        printRecord([RUNTIME_SURFACE, ...surface]),
        ...testingFiles(plan, examples.toSorted()),
        readmeFile(context),
        skillFile(context),
      ];
    },
  };
}

/**
 * Lists the public API of a package without printing it.
 *
 * @param model the linked and named model
 */
export function packageSurface(model: ApiModel, options: PlanOptions): readonly SurfaceItem[] {
  const plan = createPlan(model, options);
  const parts = contentOutlines(plan).public.flatMap((outline) => outline.parts);
  return [RUNTIME_SURFACE, ...parts.flatMap((part) => surfaceOf(part, declarePart(part, plan), plan))];
}

/** Declares the contents of a module, to be printed on any thread. */
export function declareModule(outline: Outline, { plan, shipDocs }: ModuleInput): PrintTask<EmittedModule> {
  const parts = outline.parts.map((part): DeclaredPart => ({ part, declarations: declarePart(part, plan) }));
  const declarations = parts.flatMap((part) => part.declarations);
  const { item, finish } = moduleTask({ module: outline.module, declarations });
  const summary = joinSummaries(parts.map((part) => summaryOf(part, plan, shipDocs)));
  return { item, finish: (printed) => ({ file: finish(printed), summary }) };
}
