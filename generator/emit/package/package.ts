// Turns the name and the options of the package into its `package.json` and `tsconfig.json`.
// The other files about the whole package are in `barrel.ts` and `positions.ts`.

import { BUILD_LIBRARIES } from "../builder.ts";
import type { PackageInfo } from "../../settings.ts";
import { jsonFile } from "./json-file.ts";
import type { OutputFile } from "../model.ts";

/** Facts for the files at the root of the package. */
interface PackageFacts {
  readonly packageName: string;
  readonly packageVersion: string;
  readonly baseUrl: string | null;
  /** Additional fields of `package.json` from the user, which override the defaults. */
  readonly packageInfo: PackageInfo;
  /** Whether the package contains the pages, in `docs/`. */
  readonly shipDocs: boolean;
}

function description(baseUrl: string | null): string {
  return `TypeScript client for ${baseUrl ?? "a service"}, generated from its API reference.`;
}

function entry(path: string): { readonly types: string; readonly default: string } {
  return { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` };
}

function manifest(facts: PackageFacts): OutputFile {
  return jsonFile("package.json", {
    name: facts.packageName,
    version: facts.packageVersion,
    // Only the user knows the license and the repository, so there are no defaults for them.
    description: description(facts.baseUrl),
    keywords: ["api", "client", "odata", "typescript"],
    ...facts.packageInfo,
    type: "module",
    sideEffects: false,
    files: ["dist", ...(facts.shipDocs ? ["docs"] : []), "skills"],
    exports: {
      ".": entry("index"),
      "./runtime": entry("runtime/index"),
      "./permissions": entry("permissions/index"),
      "./testing": entry("testing/index"),
      "./testing/msw": entry("testing/msw"),
      "./runtime/*": null,
      "./testing/*": null,
      "./types/*": null,
      "./package.json": "./package.json",
      "./*": entry("*"),
    },
    scripts: {
      build: "node scripts/build.mjs",
      // Maps lead into the pages, which a tarball contains only with `shipDocs`.
      prepack: facts.shipDocs ? "npm run build" : "npm run build -- --no-maps",
    },
    engines: { node: ">=20" },
    peerDependencies: { msw: ">=2.0.0" },
    peerDependenciesMeta: { msw: { optional: true } },
    devDependencies: BUILD_LIBRARIES,
  });
}

function compilerSettings(): OutputFile {
  return jsonFile("tsconfig.json", {
    compilerOptions: {
      target: "es2022",
      lib: ["es2022", "dom"],
      module: "nodenext",
      moduleResolution: "nodenext",
      types: [],
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      verbatimModuleSyntax: true,
      declaration: true,
      declarationMap: true,
      rootDir: "src",
      outDir: "dist",
    },
    include: ["src"],
  });
}

/** Creates `package.json` and `tsconfig.json`. */
export function packageFiles(facts: PackageFacts): readonly OutputFile[] {
  return [manifest(facts), compilerSettings()];
}
