/** What each exit code of the program means; `--help` prints it, and the README of this folder contains it. */
export const EXIT_CODES = {
  0: "the command succeeded",
  1: "it failed, or check found a file that would change, lint an error or more warnings than --max-warnings, diff a change of --fail-on, or scopes --check a missing or an excessive scope",
  2: "an argument or a setting is not valid",
} as const;

/** 0: success. 1: failure. 2: the command line or the config file is wrong. */
export type ExitCode = keyof typeof EXIT_CODES;

/** Width of the help text of the commander package. */
const WIDTH = 80;

/** Prints the exit codes for `--help`, in lines of the width of its other texts. */
export function describeExitCodes(): string {
  return ["Exit codes:", ...Object.entries(EXIT_CODES).map(([code, meaning]) => wrap(`  ${code}  `, meaning))].join(
    "\n",
  );
}

/** Breaks a text into lines, all but the first of which are indented by the width of its label. */
function wrap(label: string, text: string): string {
  const lines = [label];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    const separator = line.endsWith(" ") ? "" : " ";
    if (line.length + separator.length + word.length > WIDTH) lines.push(" ".repeat(label.length) + word);
    else lines[lines.length - 1] = `${line}${separator}${word}`;
  }
  return lines.join("\n");
}
