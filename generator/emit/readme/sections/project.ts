// Sections about the package in a project: permissions, formats of modules, sizes and documentation.

import { sortBy } from "../../../util/compare.ts";
import type { TypePlan } from "../../plan/plan.ts";
import { listed, printLayout } from "../../syntax/layout.ts";
import { clientStatement, type ReadmeContext } from "../context.ts";
import { program, publicSpecifier } from "../import.ts";
import { codeBlock, codeSpan, table } from "../markdown-text.ts";
import { annotationSection, enumSection, subtypeSection } from "../types.ts";

/** Types in the order in which readers know them: those of the shown calls, then those with the most functions. */
function knownTypes({ calls, plan }: ReadmeContext): readonly TypePlan[] {
  const counts = new Map<string | null, number>();
  for (const { symbol } of plan.operations.values()) counts.set(symbol.module, (counts.get(symbol.module) ?? 0) + 1);
  const count = ({ symbol }: TypePlan): number => counts.get(symbol.module) ?? 0;
  const shown = Object.values(calls).flatMap(({ resource }) => resource ?? []);
  const others = sortBy(plan.types.values(), (type) => type.fullName).sort((a, b) => count(b) - count(a));
  return [...new Set([...shown, ...others])];
}

/** Enums, subtypes and undocumented values. */
export function typeBlocks(context: ReadmeContext): readonly string[] {
  const { packageName, plan } = context;
  const types = knownTypes(context);
  return [
    ...enumSection(types, packageName, plan),
    ...subtypeSection(packageName, plan),
    ...annotationSection(types, packageName),
  ];
}

/** Integers that a number cannot hold. */
export function integerBlocks(context: ReadmeContext): readonly string[] {
  const { packageName, plan } = context;
  const isLarge = ({ properties }: TypePlan): boolean =>
    [...properties.own.values()].some(({ type }) => type === "Edm.Int64");
  if (![...plan.types.values()].some(isLarge)) return [];
  return [
    "A property of the type `Int64` is a number, which is exact up to `Number.MAX_SAFE_INTEGER`. With `exactIntegers`, a " +
      "larger integer in a response is a `bigint`, and a `bigint` in a body is sent as an integer:",
    program(packageName, { runtime: ["createClient", "exactIntegers"] }, [
      clientStatement(context, "json: exactIntegers"),
    ]),
    "The comment of `exactIntegers` shows how a program widens the type of these properties.",
  ];
}

/** Permissions as comments and as data. */
export function permissionBlocks({ packageName, calls, plan }: ReadmeContext): readonly string[] {
  const operations = [...Object.values(calls).map((call) => call.operation), ...plan.operations.values()];
  const operation = operations.find(({ model }) => model.permissions.length > 0);
  if (operation === undefined) return [];
  const { name } = operation.permissions;
  const shown = listed("(", [`${name}.delegatedWork`, `${name}.application`], ")");
  const required = { name: "requiredScopes", local: "requiredScopes", module: "permissions/index" };
  const call = listed("(", [`[${name}]`, '"application"'], ")");
  return [
    "The comment of a function lists the permissions that it needs, least privileged first. They are also data, in modules " +
      "of their own that are bundled only if they are imported:",
    program(packageName, { values: [operation.permissions] }, [printLayout(["console.log", shown, ";"])]),
    `\`${name}.supported\` states for each permission type whether it is supported: \`true\`, \`false\` only if the ` +
      `page states it, and \`null\` if it is unknown. If \`supported\` is \`true\` and there are no permissions, none ` +
      `is required. Status 403 usually means that the token lacks one.`,
    "`requiredScopes` computes the least-privileged scopes of the given functions, for example for a test of the program's " +
      "configuration.",
    program(packageName, { values: [required, operation.permissions] }, [
      printLayout(["const { scopes, unknown, unsupported } = requiredScopes", call, ";"]),
      printLayout(["console.log", listed("(", ["scopes", "unknown", "unsupported"], ")"), ";"]),
    ]),
  ];
}

/** CommonJS. */
export function commonJsBlocks({ packageName }: ReadmeContext): readonly string[] {
  const specifier = JSON.stringify(publicSpecifier(packageName, "runtime"));
  return [
    "The package consists of ES modules. Node.js 20.19, 22.12 and later load them with `require`; TypeScript 5.8 and later " +
      'accept that with `module` set to `"nodenext"`:',
    codeBlock("js", `const { createClient } = require(${specifier});`),
    `In earlier versions, use \`await import(${specifier})\`.`,
  ];
}

/** What a bundle contains, in kilobytes of minified and compressed code: the first part, and what others add to it. */
export const SIZES: readonly (readonly [part: string, kilobytes: number])[] = [
  ["createClient", 6],
  ["paginate", 1],
  ["batch", 2.5],
  ["monitor", 1],
  ["delta", 1.5],
  ["upload", 2],
];

/** What a bundle contains. */
export function sizeBlocks({ calls }: ReadmeContext): readonly string[] {
  if (calls.get === undefined) return [];
  return [
    "The package has no side effects: a bundle contains the functions that the program imports, and the parts of the " +
      "runtime that they use. Each request function adds about 0.1 kB. Minified and compressed, a bundle contains at most:",
    table(
      ["Import", "Size"],
      SIZES.map(([part, size], index) => [
        `${codeSpan(part)}${index === 0 ? " and one call" : ""}`,
        `${String(size)} kB${index === 0 ? "" : " more"}`,
      ]),
    ),
    "Import from the module of the resource: that compiles faster than importing from an area or from the root.",
  ];
}

/** Where the text of the reference is. */
export function documentationBlocks({ plan }: ReadmeContext): readonly string[] {
  const page = plan.pageUrl === null ? "the path of its page" : "a link to its page";
  return [
    `On hover, editors show the text of the reference for types, properties, enum members and functions. The comment of a ` +
      `type or function ends with ${page}; that of a function also has its permissions and the example of the page as code.`,
  ];
}
