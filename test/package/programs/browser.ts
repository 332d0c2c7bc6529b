import { run } from "./program.js";

const report = await run(`${location.origin}/v1.0`).then(
  JSON.stringify,
  (error: unknown) => `failed: ${String(error)}`,
);
await fetch("/report", { method: "POST", body: report });
