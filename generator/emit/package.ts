import { BUILD_LIBRARIES } from "./builder.ts";
import type { OutputFile } from "./model.ts";

/** Name and version of the package. */
interface PackageFacts {
  readonly packageName: string;
  readonly packageVersion: string;
}

function entry(path: string): { readonly types: string; readonly default: string } {
  return { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` };
}

function json(path: string, value: object): OutputFile {
  return { path, text: `${JSON.stringify(value, null, 2)}\n` };
}

function manifest(facts: PackageFacts): OutputFile {
  return json("package.json", {
    name: facts.packageName,
    version: facts.packageVersion,
    type: "module",
    sideEffects: false,
    files: ["dist"],
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
  return json("tsconfig.json", {
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
