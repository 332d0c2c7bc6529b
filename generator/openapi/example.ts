import type { ExampleModel, Json, OperationModel } from "../api/model.ts";
import { visibleText } from "../util/visible.ts";
import type { Example, Named } from "./model.ts";

/** Names examples by their order on the page, as their titles may repeat. */
function named(examples: readonly (Example | null)[]): { readonly examples?: Named<Example> } {
  const entries = examples.flatMap((example, index) =>
    example === null ? [] : [[`example${index + 1}`, example] as const],
  );
  return entries.length === 0 ? {} : { examples: Object.fromEntries(entries) };
}

function toExample({ title }: ExampleModel, value: Json): Example {
  return { ...(title === null ? {} : { summary: visibleText(title) }), value };
}

/** JSON request bodies that the page shows for a method. */
export function requestExamples(operation: OperationModel, method: string): { readonly examples?: Named<Example> } {
  const examples = operation.examples.map((example) => {
    const body = example.request?.body ?? null;
    return example.request?.method === method && isParsed(body) ? toExample(example, body) : null;
  });
  return named(examples);
}

/** JSON response bodies that the page shows for a status. */
export function responseExamples(operation: OperationModel, status: number): { readonly examples?: Named<Example> } {
  const examples = operation.examples.map((example) => {
    const body = example.response?.body ?? null;
    return example.response?.status === status && isParsed(body) ? toExample(example, body) : null;
  });
  return named(examples);
}

/** A body that is not JSON, or that cannot be parsed, is text in the model. */
function isParsed(body: Json): boolean {
  return typeof body === "object" && body !== null;
}
