import type { ApiModel } from "../api/model.ts";
import { areaModules, rootModule } from "./barrel.ts";
import { sortBy } from "./compare.ts";
import { builderDrafts } from "./builder.ts";
import { contentModules } from "./content.ts";
import { packageFiles } from "./package.ts";
import { createPlan } from "./create-plan.ts";
import type { Plan, PlanOptions } from "./plan.ts";
import { createPositions, pagesOf, positionsFile } from "./positions.ts";
import { modulePath, type ModulePlan } from "./module-plan.ts";
import { readmeFile } from "./readme.ts";
import { runtimeFiles } from "./runtime.ts";
import type { PackageInfo } from "../settings.ts";
import type { Draft, Printer } from "./draft.ts";

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
  /** Files in the order of their paths. */
  readonly drafts: readonly Draft[];
  /** Pages that its declarations lead to, as POSIX paths from the folder of the docs. */
  readonly pages: readonly string[];
}

/** The modules of the package that say what the docs say. */
export function documentedModules(plan: Plan): readonly ModulePlan[] {
  const content = contentModules(plan);
  const root = rootModule(
    content.public.map(({ module }) => module),
    plan,
  );
  return [...content.public, ...content.permissions, ...areaModules(plan), root];
}

/**
 * Turns the model into the files of the package, unformatted.
 *
 * @param model the linked and named model
 * @param options name and version of the package, its style, and where its docs are
 */
export function draftPackage(model: ApiModel, options: EmitOptions): Emitted {
  const plan = createPlan(model, options);
  const modules = documentedModules(plan);
  const positions = createPositions(plan, options.shipDocs ?? false);
  const files = [
    readmeFile(options.packageName, model, plan),
    ...packageFiles({
      ...options,
      baseUrl: model.baseUrl,
      packageInfo: options.packageInfo ?? {},
      shipDocs: options.shipDocs ?? false,
    }),
    positionsFile(positions, options.docsFromPackage ?? "docs"),
    ...runtimeFiles(model.baseUrl),
  ];
  const drafts = [
    ...builderDrafts(),
    ...files.map((file) => ({ path: file.path, content: file.text, file })),
    ...modules.map((plan) => ({
      path: modulePath(plan),
      content: JSON.stringify(plan),
      file: (printer: Printer) => printer.module(plan),
    })),
  ];
  return { drafts: sortBy(drafts, (file) => file.path), pages: pagesOf(positions) };
}
