import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";

/** Flags for a machine without a screen, a sandbox for it or an open network. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

interface Executable {
  readonly file: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The browser that `CHROME_PATH` names, or the one that npm installed, unpacked with the libraries it needs. */
async function findBrowser(folder: string): Promise<Executable> {
  const named = process.env.CHROME_PATH;
  if (named !== undefined) return { file: named, env: process.env };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("Unexpected machine without CHROME_PATH, expected the path of Chrome or Chromium in it");
  }
  // The package takes the folder, and whether to unpack the libraries too, from the environment.
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  chromium.setGraphicsMode = false;
  return { file: await chromium.executablePath(), env: { ...process.env } };
}

/** A browser with a page open. */
export interface OpenPage {
  /** Fails when the browser ends before it is told to. */
  readonly crashed: Promise<never>;
  close(): Promise<void>;
}

/**
 * Opens a page in a real browser without a window.
 *
 * @param url address of the page
 * @param folder an empty folder that the browser may fill
 */
export async function openPage(url: string, folder: string): Promise<OpenPage> {
  const { file, env } = await findBrowser(folder);
  const profile = `--user-data-dir=${path.join(folder, "profile")}`;
  const browser = spawn(file, [...FLAGS, profile, url], { stdio: ["ignore", "ignore", "pipe"], env });
  const said: string[] = [];
  browser.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  const ended = new Promise<string>((resolve) => {
    browser.once("error", (error) => {
      resolve(error.message);
    });
    browser.once("exit", (code) => {
      resolve(`exit code ${code ?? "none"}`);
    });
  });
  let closing = false;
  const crashed = ended.then((how): Promise<never> => {
    if (closing) return new Promise(() => undefined);
    throw new Error(`Unexpected end of ${file}: ${how}\n${said.join("")}`);
  });
  return {
    crashed,
    async close() {
      closing = true;
      browser.kill();
      await ended;
    },
  };
}
