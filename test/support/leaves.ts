import { isJsonArray, isJsonObject, type Json } from "../../generator/util/json.ts";

/** Steps from a value to something in it. */
export type JsonPath = readonly (string | number)[];

/** Paths of everything in a value that is no list and no object. */
export function leaves(value: Json, path: JsonPath = []): readonly JsonPath[] {
  if (isJsonArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  if (!isJsonObject(value)) return [path];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}

/** The same with another value in one place: text gets a letter more, what is true is not. */
export function changed(value: Json, [step, ...rest]: JsonPath): Json {
  if (isJsonArray(value)) return value.map((item, index) => (index === step ? changed(item, rest) : item));
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, key === step ? changed(item, rest) : item]),
    );
  }
  if (typeof value === "string") return `${value}x`;
  if (typeof value === "number") return value + 1;
  return value === null ? null : !value;
}
