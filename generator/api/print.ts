import type { ApiModel } from "./model.ts";

/** Prints the model as JSON text with a line end. */
export function printModel(model: ApiModel): string {
  return `${JSON.stringify(model, null, 2)}\n`;
}
