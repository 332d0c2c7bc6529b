import process from "node:process";

// The command line as it is, which tells its parent at the end what it took: processor time and memory at most.
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 });
});
await import("../../generator/cli.ts");
