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
    files: ["dist", "src"],
    exports: {
      ".": entry("index"),
      "./runtime": entry("runtime/index"),
      "./runtime/*": null,
      "./package.json": "./package.json",
      "./*": entry("*"),
    },
    scripts: { build: "tsc -p ." },
    engines: { node: ">=20" },
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
