import { jsonText } from "../util/visible.ts";
import type { ApiModel, TypeModel } from "./model.ts";

/** The part of a type that an additional page describes, printed as a separate entry to show its origin. */
type PrintedPart = Omit<TypeModel, "parts"> & { readonly partial: true };

/**
 * Prints the model as JSON text with a trailing newline. A type that several pages describe is preceded by one
 * `partial` entry for each additional page, with the rows of that page; the entry without `partial` is the whole type.
 */
export function printModel(model: ApiModel): string {
  const types = model.types.flatMap((type) => [...partsOf(type), type]);
  return `${jsonText({ ...model, types })}\n`;
}

function partsOf({ parts, ...type }: TypeModel): readonly PrintedPart[] {
  return parts.map(({ source, properties }) => ({
    ...type,
    partial: true,
    properties: type.properties.filter(({ name }) => properties.includes(name)),
    source,
  }));
}
