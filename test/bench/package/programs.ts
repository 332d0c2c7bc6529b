import { READ_ONLY, type Candidate } from "./candidates.ts";

/** One GET and one PATCH, and nothing else: what is measured. */
export function jobProgram({ setup, read, write }: Candidate): string {
  return `${setup}
export async function main(id: string): Promise<void> {
  const thing = ${read(false)};
  ${write('{ displayName: `${thing?.displayName ?? ""}!` }')};
}
`;
}

/** Reads a thing and sends all of it back; tells what became of an error and of an aborted call. */
export function probeProgram({ setup, read, write }: Candidate): string {
  return `${setup}
export async function roundTrip(id: string): Promise<void> {
  const thing: any = ${read(false)};
  ${write("thing")};
}
export async function fail(id: string): Promise<unknown> {
  try {
    const given = ${read(false)};
    return { thrown: false, given };
  } catch (error: any) {
    return { thrown: true, isError: error instanceof Error, text: String(error?.message ?? "") };
  }
}
export async function abort(id: string): Promise<unknown> {
  const controller = new AbortController();
  const { signal } = controller;
  setTimeout(() => controller.abort(), 200);
  const started = Date.now();
  try {
    ${read(true)};
  } catch {}
  return { milliseconds: Date.now() - started };
}
export async function readOne(id: string): Promise<void> {
  ${read(false)};
}
`;
}

/** Programs that a good package accepts, or refuses. */
export function typeProbes({ setup, write, resource }: Candidate): Readonly<Record<string, string>> {
  const call = (body: string): string => `${setup}
export async function main(id: string): Promise<void> {
  ${write(body)};
}
`;
  const readOnly = READ_ONLY[resource.path] ?? "";
  return {
    body: call('{ displayName: "two" }'),
    readOnly: call(`{ ${readOnly}: ${readOnly.endsWith("DateTime") ? "null" : '""'} }`),
    wrong: call("{ displayName: 1 }"),
  };
}

/** A program in which the last word is a property of the thing. */
export function hoverProgram({ setup, thing }: Candidate): string {
  return `${setup}
export const name = (thing: ${thing}) => thing.displayName`;
}
