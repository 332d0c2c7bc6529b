import { DATA } from "./data.js";
import type { MockOperation } from "./model.js";
import type { FunctionName } from "./types.js";

/** Parses JSON whose type the generator of the package ensures. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function parse<T>(text: string): T {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return
  return JSON.parse(text);
}

/** Texts of the operations, by the names of their functions. */
const TEXTS: ReadonlyMap<string, string> = new Map(
  DATA.split("\n").flatMap((line) => {
    const name = /^\{"name":"([^"]+)"/.exec(line)?.[1];
    return name === undefined ? [] : [[name, line] as const];
  }),
);

/** Returns a new copy of an operation. */
export function operationOf(name: FunctionName): MockOperation {
  return parse(TEXTS.get(name) ?? "");
}

let all: readonly MockOperation[] | undefined;

/** Returns all operations of the package, which are parsed once. */
export function allOperations(): readonly MockOperation[] {
  all ??= [...TEXTS.values()].map((text) => parse<MockOperation>(text));
  return all;
}

/**
 * Creates an object with a property for each request function.
 *
 * @param make creates the value of a property whenever it is read
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function forEachFunction<T extends object>(make: (name: FunctionName) => unknown): T {
  const object = parse<T>("{}");
  for (const text of TEXTS.keys()) {
    const name = parse<FunctionName>(JSON.stringify(text));
    Object.defineProperty(object, name, { enumerable: true, get: () => make(name) });
  }
  return object;
}
