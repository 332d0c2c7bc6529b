import { RUNTIME_MODULE, type RuntimeName } from "../plan/runtime-names.ts";
import { sortBy } from "../../util/compare.ts";
import type { TypeSymbol } from "../syntax/type-expression.ts";

/** The specifier with which users import a module of the package. */
export function publicSpecifier(packageName: string, module: string): string {
  return `${packageName}/${module === RUNTIME_MODULE ? "runtime" : module}`;
}

/**
 * Writes an import for a user's program.
 *
 * @param symbols imported symbols, all from one module
 */
export function importLine(symbols: readonly TypeSymbol[], packageName: string, modifier?: "type"): string {
  const names = sortBy(symbols, ({ name }) => name).map(({ name }) => name);
  const from = JSON.stringify(publicSpecifier(packageName, symbols[0]?.module ?? "index"));
  return `import ${modifier === undefined ? "" : `${modifier} `}{ ${names.join(", ")} } from ${from};`;
}

/** Writes an import of the runtime. */
export function runtimeImport(packageName: string, ...names: readonly RuntimeName[]): string {
  return importLine(
    names.map((name) => ({ name, local: name, module: RUNTIME_MODULE })),
    packageName,
  );
}
