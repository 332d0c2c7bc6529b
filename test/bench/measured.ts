import process from "node:process";

// The command line as it is, which tells its parent at the end how much memory it took at most.
process.on("exit", () => process.send?.(process.resourceUsage().maxRSS));
await import("../../generator/cli.ts");
