import type { ApiModel, EnumModel, OperationModel, TypeModel } from "../model.ts";
import { plainPaths, type Pattern } from "./pattern.ts";

/** Some of a model's types, enums and operations. */
export interface Picked {
  readonly types: ReadonlySet<TypeModel>;
  readonly enums: ReadonlySet<EnumModel>;
  readonly operations: ReadonlySet<OperationModel>;
}

/** Names that select a type or an enum. */
export function namesOf({ name, namespace, identifier, module }: TypeModel | EnumModel): readonly string[] {
  return [name, `${namespace}.${name}`, identifier, module];
}

/** Files of the pages that describe a type. */
function pagesOf({ source, parts }: TypeModel): readonly string[] {
  return [source.file, ...parts.map((part) => part.source.file)];
}

/** The name of a resource selects the resource and its operations. */
function pickNames(model: ApiModel, pattern: Pattern): Picked {
  const matches = (name: string): boolean => pattern.matches(name);
  const types = model.types.filter((type) => namesOf(type).some(matches));
  const modules = new Set(types.map(({ module }) => module.toLowerCase()));
  const isPicked = ({ name, module }: OperationModel): boolean =>
    modules.has(module.toLowerCase()) || matches(name) || matches(module);
  return {
    types: new Set(types),
    enums: new Set(model.enums.filter((item) => namesOf(item).some(matches))),
    operations: new Set(model.operations.filter(isPicked)),
  };
}

function pickPages(model: ApiModel, pattern: Pattern): Picked {
  const matches = (file: string): boolean => pattern.matches(file);
  return {
    types: new Set(model.types.filter((type) => pagesOf(type).some(matches))),
    enums: new Set(model.enums.filter(({ source }) => matches(source.file))),
    operations: new Set(model.operations.filter(({ source }) => matches(source.file))),
  };
}

/** Finds the items that a pattern matches; an operation with several URLs matches if one of them does. */
export function pick(model: ApiModel, pattern: Pattern): Picked {
  switch (pattern.kind) {
    case "name":
      return pickNames(model, pattern);
    case "page":
      return pickPages(model, pattern);
    case "path": {
      const operations = model.operations.filter((item) => plainPaths(item).some((path) => pattern.matches(path)));
      return { types: new Set(), enums: new Set(), operations: new Set(operations) };
    }
  }
}

/** Union of several picks. */
export function unite(picks: readonly Picked[]): Picked {
  return {
    types: new Set(picks.flatMap(({ types }) => [...types])),
    enums: new Set(picks.flatMap(({ enums }) => [...enums])),
    operations: new Set(picks.flatMap(({ operations }) => [...operations])),
  };
}

/** Items of one pick that are not in another. */
export function without(from: Picked, taken: Picked): Picked {
  return {
    types: new Set([...from.types].filter((type) => !taken.types.has(type))),
    enums: new Set([...from.enums].filter((item) => !taken.enums.has(item))),
    operations: new Set([...from.operations].filter((operation) => !taken.operations.has(operation))),
  };
}
