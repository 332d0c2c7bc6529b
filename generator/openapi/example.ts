import type { ExampleModel, Json, OperationModel } from "../api/model.ts";
import type { Example, Named } from "./document.ts";

/** Names examples by their order on the page: nothing else of them is sure to be unique. */
function named(examples: readonly (Example | null)[]): { readonly examples?: Named<Example> } {
  const entries = examples.flatMap((example, index) =>
    example === null ? [] : [[`example${index + 1}`, example] as const],
  );
  return entries.length === 0 ? {} : { examples: Object.fromEntries(entries) };
}

function toExample({ title }: ExampleModel, value: Json): Example {
  return { ...(title === null ? {} : { summary: title }), value };
}

/** JSON bodies that the page sends with a method. */
export function requestExamples(operation: OperationModel, method: string): { readonly examples?: Named<Example> } {
  const examples = operation.examples.map((example) => {
    const body = example.request?.body ?? null;
    return example.request?.method === method && isWhole(body) ? toExample(example, body) : null;
  });
  return named(examples);
}

/** JSON bodies that the page shows as the answer with a status. */
export function responseExamples(operation: OperationModel, status: number): { readonly examples?: Named<Example> } {
  const examples = operation.examples.map((example) => {
    const body = example.response?.body ?? null;
    return example.response?.status === status && isWhole(body) ? toExample(example, body) : null;
  });
  return named(examples);
}

/** Text stands for what is not JSON, or could not be read as such. */
function isWhole(body: Json): boolean {
  return typeof body === "object" && body !== null;
}
