import path from "node:path";
import ts from "typescript";
import { ConfigError } from "../../config/model.ts";
import { CommandFailure } from "../failure.ts";

/** What the user names: files, or a project. */
export interface ProgramInput {
  readonly cwd: string;
  readonly files: readonly string[];
  /** Path of a `tsconfig.json` or of its folder, or null for the one of the current folder or of the first file. */
  readonly project: string | null;
}

/** Options of a program without a `tsconfig.json`. */
const DEFAULTS: ts.CompilerOptions = {
  allowJs: true,
  jsx: ts.JsxEmit.Preserve,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ESNext,
};

/**
 * Options that only make reading faster: symbols are resolved without checking types. Promises are known from the
 * library of the language; a browser's library and packages of types are not needed.
 */
const FAST: ts.CompilerOptions = {
  lib: ["lib.es2022.d.ts"],
  noLib: false,
  types: [],
  skipLibCheck: true,
  skipDefaultLibCheck: true,
  checkJs: false,
  noEmit: true,
  composite: false,
  incremental: false,
  declaration: false,
  maxNodeModuleJsDepth: 0,
};

/**
 * Reads the programs that the user names: one, or one for each project that a `tsconfig.json` refers to.
 *
 * The compiler reads files synchronously and by itself, so it has no `Host`.
 *
 * @throws ConfigError if a file or a project does not exist or is not valid
 */
export function readPrograms({ cwd, files, project }: ProgramInput): readonly ts.Program[] {
  if (files.length === 0) {
    const config = projectFile(path.resolve(cwd, project ?? "."), cwd);
    const parsed = readProjects(config, cwd, new Set());
    if (parsed.every(({ fileNames }) => fileNames.length === 0)) {
      throw new ConfigError({ problem: `${shown(config, cwd)} has no files`, remedy: PROGRAM_FILES });
    }
    return parsed.map(({ fileNames, options }) => ts.createProgram(fileNames, { ...options, ...FAST }));
  }
  const roots = files.map((file) => path.resolve(cwd, file));
  for (const file of roots) {
    if (!ts.sys.fileExists(file)) {
      throw new ConfigError({ problem: `${shown(file, cwd)} does not exist`, remedy: PROGRAM_FILES });
    }
  }
  const first = path.dirname(roots[0] ?? cwd);
  const config =
    project === null
      ? ts.findConfigFile(first, (file) => ts.sys.fileExists(file))
      : projectFile(path.resolve(cwd, project), cwd);
  const options = config === undefined ? DEFAULTS : { ...parseProject(config, cwd).options, allowJs: true };
  return [ts.createProgram(roots, { ...options, ...FAST })];
}

const PROGRAM_FILES = "Name the files of the program, or its tsconfig.json with --project.";

/** Line and column of a diagnostic, if it has a place. */
function placeOf({ file, start }: ts.Diagnostic): readonly number[] {
  if (file === undefined || start === undefined) return [];
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return [line + 1, character + 1];
}

function projectFile(named: string, cwd: string): string {
  const file = ts.sys.directoryExists(named) ? path.join(named, "tsconfig.json") : named;
  if (ts.sys.fileExists(file)) return file;
  throw new ConfigError({ problem: `${shown(file, cwd)} does not exist`, remedy: PROGRAM_FILES });
}

/** A project and those that it refers to, each once. */
function readProjects(config: string, cwd: string, seen: Set<string>): readonly ts.ParsedCommandLine[] {
  if (seen.has(config)) return [];
  seen.add(config);
  const parsed = parseProject(config, cwd);
  const others = (parsed.projectReferences ?? []).flatMap((reference) =>
    readProjects(projectFile(ts.resolveProjectReferencePath(reference), cwd), cwd, seen),
  );
  return [parsed, ...others];
}

/** The diagnostic of a project without files, which may be one that only refers to others. */
const NO_INPUTS = new Set([18_002, 18_003]);

function parseProject(config: string, cwd: string): ts.ParsedCommandLine {
  const source = ts.readJsonConfigFile(config, (file) => ts.sys.readFile(file));
  const parsed = ts.parseJsonSourceFileConfigFileContent(source, ts.sys, path.dirname(config), undefined, config);
  const errors = parsed.errors.filter(({ code }) => !NO_INPUTS.has(code));
  const [first] = errors;
  if (first === undefined) return parsed;
  const text = ts.flattenDiagnosticMessageText(first.messageText, " ").replace(/\.$/, "");
  const problem = `${[shown(config, cwd), ...placeOf(first)].join(":")}: ${text}`;
  throw new ConfigError({ problem, remedy: "Fix the project, or name another one with --project." });
}

/**
 * Checks that the files of a program can be read.
 *
 * @throws CommandFailure that lists the syntax errors, because calls after one may be missed
 */
export function expectSyntax(program: ts.Program, files: readonly ts.SourceFile[], cwd: string): void {
  const errors = files.flatMap((file) => program.getSyntacticDiagnostics(file).filter(({ code }) => code < TS_ONLY));
  if (errors.length === 0) return;
  const lines = errors.slice(0, SHOWN).map(({ file, start, messageText }) => {
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    return `${shown(file.fileName, cwd)}:${line + 1}:${character + 1} ${text}`;
  });
  const rest = errors.length > SHOWN ? [`and ${errors.length - SHOWN} more`] : [];
  throw new CommandFailure({
    problem: [...lines, ...rest].join("\n"),
    remedy: "Fix the syntax errors first: calls after one may be missed.",
  });
}

/** Maximum number of syntax errors to list. */
const SHOWN = 10;
/** Errors from here on are about syntax of TypeScript in JavaScript files, which is read nevertheless. */
const TS_ONLY = 8000;

function shown(file: string, cwd: string): string {
  return path.relative(cwd, file).replaceAll(path.sep, "/");
}
