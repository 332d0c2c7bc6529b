/** Something that a user can fix. */
export interface Mistake {
  /** What is wrong, and where: the position in the config file, the flag or the path comes first. */
  readonly problem: string;
  /** What to do, or what is expected instead: a sentence. */
  readonly remedy: string;
}

/** What explains more: the help of the command, the page about the config file, or the list of rules. */
export type HelpTopic = "usage" | "config" | "rules";

/** An error that a user can fix. Its message states each mistake and its remedy on lines of their own. */
export class UserError extends Error {
  readonly mistakes: readonly Mistake[];
  readonly topic: HelpTopic;

  constructor(mistakes: Mistake | readonly Mistake[], topic: HelpTopic = "usage", options?: ErrorOptions) {
    const all = [mistakes].flat();
    super(all.map(({ problem, remedy }) => `${problem}\n${remedy}`).join("\n"), options);
    this.mistakes = all;
    this.topic = topic;
  }
}

/**
 * Splits a message of the form "Unexpected X, expected Y".
 *
 * @param otherwise the remedy if the message does not state what is expected
 */
export function splitMessage(message: string, otherwise: string): Mistake {
  const [problem = message, expected] = message.split(/, expected (.*)/s);
  return { problem, remedy: expected === undefined ? otherwise : `Expected ${expected}.` };
}

/** Asks whether one of some similar names is meant. */
export function suggest(names: readonly string[]): string {
  const [last = "", ...others] = names.toReversed();
  return `Did you mean ${others.length === 0 ? last : `${others.toReversed().join(", ")} or ${last}`}?`;
}
