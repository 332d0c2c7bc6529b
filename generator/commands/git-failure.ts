import type { Mistake } from "../config/mistake.ts";
import { ConfigError } from "../config/model.ts";
import { GitError } from "../git/run.ts";
import { CommandFailure } from "./failure.ts";

const NO_REVISION = /single revision|unknown revision|bad revision|bad object|not a valid object name/i;
/** What Git says, and what it means for the user; the first pattern that matches counts. */
const MEANINGS: readonly (readonly [said: RegExp, meaning: string, remedy: string])[] = [
  [/^git cannot be run/, "Git cannot be run", "Install Git, or add its folder to PATH."],
  [/not a git repository/i, "the folder is not in a Git repository", "Run it in a clone of the repository."],
  [
    NO_REVISION,
    "Git has no such revision",
    "Name a commit, a branch or a tag; if the clone is shallow, fetch the revision first.",
  ],
];

/** Explains a failure of Git. */
function gitMistake(shown: string, { message }: GitError): Mistake {
  const known = MEANINGS.find(([said]) => said.test(message));
  if (known !== undefined) return { problem: `${shown}: ${known[1]}`, remedy: known[2] };
  const [first = "", ...others] = message.split("\n");
  const problem = `${shown}: ${first.replace(/^(?:fatal|error): /, "")}`;
  return { problem: [problem, ...others].join("\n"), remedy: "Put right what Git reports, and run again." };
}

/**
 * Runs a function that uses Git.
 *
 * @param shown what Git reads or does, for the beginning of a message
 * @throws ConfigError if Git has no such revision
 * @throws CommandFailure if Git fails for another reason
 */
export async function explainingGit<T>(shown: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const mistake = gitMistake(shown, error);
    throw NO_REVISION.test(error.message) ? new ConfigError(mistake) : new CommandFailure(mistake);
  }
}
