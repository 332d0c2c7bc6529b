import type { ApiModel } from "../api/model.ts";
import { compareStrings } from "../util/compare.ts";
import { described, type OpenApiDocument } from "./model.ts";

/** Describes the modules that have operations by the type that a module is about. */
export function tagsOf({ operations, types }: ApiModel): OpenApiDocument["tags"] {
  const modules = [...new Set(operations.map((operation) => operation.module))].toSorted(compareStrings);
  const about = new Map(types.filter(({ module, name }) => isAbout(module, name)).map((type) => [type.module, type]));
  return modules.map((name) => ({ name, ...described(about.get(name)?.description ?? "") }));
}

function isAbout(module: string, type: string): boolean {
  return module.split("/").at(-1)?.toLowerCase() === type.toLowerCase();
}
