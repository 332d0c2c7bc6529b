// Sections about reading and writing resources.

import type { Value } from "../../syntax/value-layout.ts";
import type { TypePlan } from "../../plan/plan.ts";
import { isUntyped } from "../../types/type-of.ts";
import { relationshipsOf } from "../../types/related-names.ts";
import { printLayout } from "../../syntax/layout.ts";
import { callLayout, passedLayout, type ReadmeCall } from "../call.ts";
import type { ReadmeContext } from "../context.ts";
import { program, statement } from "../import.ts";
import { member } from "../property.ts";

/** Lists: one page, and all pages. */
export function listBlocks({ packageName, calls: { list } }: ReadmeContext): readonly string[] {
  if (list === undefined) return [];
  const text = member(list.noun, list.properties.text);
  return [
    "A call returns one page of a list, as the service sends it:",
    program(packageName, { values: [list.operation.symbol] }, [
      statement("const page = await ", callLayout(list, { query: { $top: 5 } })),
      `for (const ${list.noun} of page.value) console.log(${text});`,
    ]),
    "`paginate` yields the items of all pages. It requests a page only when its first item is needed, so a `break` ends " +
      "the requests:",
    program(packageName, { runtime: ["paginate"], values: [list.operation.symbol] }, [
      `for await (const ${list.noun} of ${printLayout(["paginate(client, ", passedLayout(list), ")"])}) {`,
      `  console.log(${text});`,
      "}",
    ]),
    "The method `pages()` of its result yields whole pages, with their counts. The property `resumeToken` is the position as " +
      "text: `paginate` continues there, also in another process, if it is the fourth argument.",
  ];
}

function selectQuery(list: ReadmeCall): Readonly<Record<string, Value>> | null {
  const { text: shown, key, filter } = list.properties;
  if (shown === null || list.resource === null || isUntyped(list.resource)) return null;
  return {
    $select: key === null || key === shown ? [shown] : [key, shown],
    $filter: `${filter ?? shown} eq 'A value'`,
    $orderby: [`${shown} desc`],
    $top: 10,
  };
}

/** A relationship to include: the first whose text says that it supports that, or else the first to a single object. */
function relatedProperty(resource: TypePlan): string | undefined {
  const all = [...resource.properties.all.values()].filter(({ relationship }) => relationship);
  const found = all.find(({ description }) => /\$expand\b/.test(description)) ?? all.find((item) => !item.collection);
  return (found ?? all[0])?.name;
}

function expandBlocks({ packageName, plan, calls: { get } }: ReadmeContext): readonly string[] {
  const resource = get?.resource;
  if (
    get === undefined ||
    resource === undefined ||
    resource === null ||
    resource.open ||
    relationshipsOf(resource, plan) === null
  )
    return [];
  const related = relatedProperty(resource);
  if (related === undefined) return [];
  return [
    "`$expand` includes related objects, optionally with options of their own, such as " +
      `\`"${related}($select=id)"\`:`,
    program(packageName, { values: [get.operation.symbol] }, [
      statement(`const ${get.noun} = await `, callLayout(get, { query: { $expand: [related] } })),
      `console.log(${member(get.noun, related)});`,
    ]),
  ];
}

function hasConsistencyLevel({ plan }: ReadmeContext): boolean {
  return [...plan.operations.values()].some(({ model }) =>
    model.headers.some(({ name }) => name.toLowerCase() === "consistencylevel"),
  );
}

/** Query options. */
export function queryBlocks(context: ReadmeContext): readonly string[] {
  const { packageName, calls } = context;
  const list = calls.list;
  const query = list === undefined ? null : selectQuery(list);
  if (list === undefined || query === null) return [];
  const advanced =
    " Where a page asks for `ConsistencyLevel`, as for `$search` and `$count` in a directory, pass " +
    '`headers: { ConsistencyLevel: "eventual" }`.';
  return [
    "The names in `$select`, `$orderby` and `$expand` are checked by the compiler, and `$select` narrows the type of the " +
      "response to the properties that it names:",
    program(packageName, { values: [list.operation.symbol] }, [
      statement("const page = await ", callLayout(list, { query })),
      `for (const ${list.noun} of page.value) console.log(${member(list.noun, list.properties.text)});`,
    ]),
    "`$filter` and `$search` are text. In a text value, write a single quote twice: `'O''Hara'`." +
      (hasConsistencyLevel(context) ? advanced : ""),
    ...expandBlocks(context),
  ];
}

function createProgram(packageName: string, create: ReadmeCall): string {
  return program(packageName, { values: [create.operation.symbol] }, [
    statement(create.returns ? `const ${create.noun} = await ` : "await ", callLayout(create)),
    ...(create.returns ? [`console.log(${member(create.noun, create.properties.key)});`] : []),
  ]);
}

/** Requests that change something. */
export function writeBlocks({ packageName, calls }: ReadmeContext): readonly string[] {
  const { create, update } = calls;
  const rest = [update, calls.delete].flatMap((call) => call ?? []);
  if (create === undefined && rest.length === 0) return [];
  return [
    "The type of a body has the properties that the page accepts. Required ones must be present, and read-only ones are " +
      "not accepted. In an update, a property that is absent keeps its value, and `null` clears it.",
    ...(create === undefined ? [] : [createProgram(packageName, create)]),
    ...(rest.length === 0
      ? []
      : [
          program(
            packageName,
            { values: rest.map(({ operation }) => operation.symbol) },
            rest.map((call) => statement("await ", callLayout(call))),
          ),
        ]),
    "JSON is sent and returned unchanged: dates are text, and names and values are those of the service.",
  ];
}
