import type { ApiModel, TypeModel } from "./model.ts";

/** The part of a type that a further page states, printed as a separate entry to show which page states what. */
type PrintedPart = Omit<TypeModel, "parts"> & { readonly partial: true };

/**
 * Prints the model as JSON text with a line end. A type that several pages state is preceded by one `partial` entry
 * for each further page, which holds that page's rows; the entry without `partial` is the whole type.
 */
export function printModel(model: ApiModel): string {
  const types = model.types.flatMap((type) => [...partsOf(type), type]);
  return `${JSON.stringify({ ...model, types }, null, 2)}\n`;
}

function partsOf({ parts, ...type }: TypeModel): readonly PrintedPart[] {
  return parts.map(({ source, properties }) => ({
    ...type,
    partial: true,
    properties: type.properties.filter(({ name }) => properties.includes(name)),
    source,
  }));
}
