import { BUILD_LIBRARIES } from "./builder.ts";
import type { PackageInfo } from "../settings.ts";
import { jsonFile } from "./json-file.ts";
import type { OutputFile } from "./model.ts";

/** Name and version of the package, and the service it is for. */
interface PackageFacts {
  readonly packageName: string;
  readonly packageVersion: string;
  readonly baseUrl: string | null;
  /** What the user wants in `package.json` besides; it wins over what is written without being asked for. */
  readonly packageInfo: PackageInfo;
  /** Whether it brings pages, in `docs/`. */
  readonly shipDocs: boolean;
}

function description(baseUrl: string | null): string {
  return `TypeScript client of ${baseUrl ?? "a service"}, generated from its API reference.`;
}

function entry(path: string): { readonly types: string; readonly default: string } {
  return { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` };
}

function manifest(facts: PackageFacts): OutputFile {
  return jsonFile("package.json", {
    name: facts.packageName,
    version: facts.packageVersion,
    // Whose licence it is and where it lives only the user can tell: nothing is said of that without being told.
    description: description(facts.baseUrl),
    keywords: ["api", "client", "odata", "typescript"],
    ...facts.packageInfo,
    type: "module",
    sideEffects: false,
    files: facts.shipDocs ? ["dist", "docs"] : ["dist"],
    exports: {
      ".": entry("index"),
      "./runtime": entry("runtime/index"),
      "./runtime/*": null,
      "./types/*": null,
      "./package.json": "./package.json",
      "./*": entry("*"),
    },
    scripts: { build: "node scripts/build.mjs", prepack: "npm run build" },
    engines: { node: ">=20" },
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

/** The files that make the output a package of its own. */
export function packageFiles(facts: PackageFacts): readonly OutputFile[] {
  return [manifest(facts), compilerSettings()];
}
