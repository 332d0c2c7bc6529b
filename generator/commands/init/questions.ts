import * as z from "zod/mini";
import { visible } from "../../util/visible.ts";
import type { Context } from "../context.ts";

/** What the user is asked on a terminal. */
export interface Question<T extends string> {
  /** A noun phrase, such as "Folder of the docs". */
  readonly text: string;
  /** Answer for an empty line, and where there is no terminal; null if there is none. */
  readonly initial: T | null;
  /** What an answer must be; its message follows "expected". */
  readonly type: z.core.$ZodType<T>;
}

/**
 * Asks a question until the answer is valid.
 *
 * @returns the answer; null if there is none, as the question has no initial answer
 */
export async function answer<T extends string>(
  { ask, stderr }: Pick<Context, "ask" | "stderr">,
  { text, initial, type }: Question<T>,
): Promise<T | null> {
  if (ask === undefined) return initial;
  for (;;) {
    const line = (await ask(`${text} [${visible(initial ?? "none")}]: `)).trim();
    if (line === "") return initial;
    const parsed = z.safeParse(type, line);
    if (parsed.success) return parsed.data;
    await stderr.write(`Unexpected "${line}", expected ${parsed.error.issues[0]?.message ?? "another answer"}\n`);
  }
}
