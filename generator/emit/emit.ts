import type { ApiModel } from "../api/model.ts";
import type { OutputFile } from "./model.ts";

/** What the emitted package is called. */
export interface EmitOptions {
  readonly packageName: string;
  readonly packageVersion: string;
}

/**
 * Turns the model into the files of the package, unformatted.
 *
 * @param model the linked and named model
 * @param options name and version of the package
 * @returns files in the order of their paths
 */
export function emitPackage(model: ApiModel, options: EmitOptions): readonly OutputFile[] {
  void model;
  void options;
  return [];
}
