import { spawn } from "node:child_process";
import process from "node:process";

/** Thrown if Git fails; the message comes from Git. */
export class GitError extends Error {
  override readonly name = "GitError";
}

/**
 * Runs Git and returns its output.
 *
 * @param cwd working directory of Git, absolute
 * @param args arguments
 * @param input text for its standard input
 * @throws GitError if Git is not installed or fails
 */
export function runGit(cwd: string, args: readonly string[], input = ""): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Messages in English can be explained. The hooks of a commit run in the language of the user.
    const env = args[0] === "commit" ? process.env : { ...process.env, LC_ALL: "C" };
    const child = spawn("git", args, { cwd, env, stdio: ["pipe", "pipe", "pipe"] });
    const pieces: Buffer[] = [];
    let complaint = "";
    child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
    child.on("error", (error) => {
      reject(new GitError(`git cannot be run: ${error.message}`));
    });
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(pieces));
      else reject(new GitError(complaint.trim() || `git ${args[0] ?? ""} ended with ${String(code)}`));
    });
    // Git may exit before it has read all input; its exit code explains more than the broken pipe.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

/** Runs Git and returns its output as one line. */
export async function gitLine(cwd: string, ...args: readonly string[]): Promise<string> {
  return (await runGit(cwd, args)).toString().trim();
}
