import { defineConfig } from "vitest/config";

/** Tests that install packages, or that start the program often, a compiler, an editor, a language server or a browser. */
const INSTALLED = [
  "test/build/action.test.ts",
  "test/build/release.test.ts",
  "test/cli.test.ts",
  "test/commands/installed.test.ts",
  "test/emit/enum-style.test.ts",
  "test/emit/mixed.test.ts",
  "test/hooks/*.test.ts",
  "test/host/windows.test.ts",
  "test/package/*.test.ts",
  "test/positions/*.test.ts",
  "test/remark/*.test.ts",
  "test/runtime/number-types.test.ts",
  "test/scopes/programs.test.ts",
];

export default defineConfig({
  test: {
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: INSTALLED,
          globalSetup: "test/support/unit-setup.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A worker keeps the libraries and the sources that it has loaded: no test changes what others see.
          isolate: false,
        },
      },
      {
        test: {
          name: "installed",
          include: INSTALLED,
          globalSetup: "test/support/installed-setup.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
