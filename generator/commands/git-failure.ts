import type { Mistake } from "../config/mistake.ts";
import { ConfigError } from "../config/model.ts";
import { GitError } from "../git/run.ts";
import { CommandFailure } from "./failure.ts";

const NO_REVISION = /single revision|unknown revision|bad revision|bad object|not a valid object name/i;
/** What Git says, and what it means for the user; the first pattern that matches counts. */
const MEANINGS: readonly (readonly [said: RegExp, meaning: string, remedy: string])[] = [
  [/^git cannot be run/, "Git cannot be run", "Install Git, or add its folder to PATH."],
  [/not a git repository/i, "the folder is not in a Git repository", "Run it in a clone of the repository"],
  [
    /dubious ownership in repository at '(.*)'/,
    "the repository belongs to another user",
    "Run git config --global --add safe.directory $1, and run again.",
  ],
  [
    /index\.lock/,
    "another Git process runs in the repository",
    "Wait for it to end and run again, or remove .git/index.lock if no such process runs.",
  ],
  [NO_REVISION, "Git has no such revision", "Name a commit, a branch or a tag; fetch it first if the clone is shallow"],
];

/** Explains a failure of Git. */
function gitMistake(shown: string, { message }: GitError, otherwise: string): Mistake {
  for (const [said, meaning, remedy] of MEANINGS) {
    const [, place = ""] = said.exec(message) ?? [];
    if (!said.test(message)) continue;
    const text = remedy.replace("$1", () => place);
    return { problem: `${shown}: ${meaning}`, remedy: text.endsWith(".") ? text : `${text}, or ${otherwise}.` };
  }
  const [first = "", ...others] = message.split("\n");
  const problem = `${shown}: ${first.replace(/^(?:fatal|error): /, "")}`;
  return { problem: [problem, ...others].join("\n"), remedy: "Fix what Git reports, and run again." };
}

/**
 * Runs a function that uses Git.
 *
 * @param shown what Git reads or does, for the beginning of a message
 * @param otherwise what the user can do without a repository
 * @throws ConfigError if Git has no such revision
 * @throws CommandFailure if Git fails for another reason
 */
export async function explainingGit<T>(shown: string, otherwise: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const mistake = gitMistake(shown, error, otherwise);
    throw NO_REVISION.test(error.message) ? new ConfigError(mistake) : new CommandFailure(mistake);
  }
}
