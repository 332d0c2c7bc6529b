import path from "node:path";
import type ts from "typescript";
import { splitMessage } from "../../config/mistake.ts";
import { ConfigError } from "../../config/model.ts";
import { checkGranted } from "../../scopes/granted.ts";
import { GrantedError, readGranted } from "../../scopes/read-granted.ts";
import { checkText, jsonReport, manifestReport, prettyReport, unclearText } from "../../scopes/report.ts";
import { requiredByProgram } from "../../scopes/required.ts";
import { SCHEMES, type Place, type PermissionScheme, type ProgramUses, type ScopesFormat } from "../../scopes/model.ts";
import { counted } from "../../diagnostics/report/text.ts";
import { compareStrings } from "../../util/compare.ts";
import { shownPath, type Context, type ExitCode } from "../context.ts";
import { jsonText } from "../../util/visible.ts";
import { CommandFailure } from "../failure.ts";
import { findUses } from "./find-uses.ts";
import { createGeneratedPackages } from "./generated-package.ts";
import { expectSyntax, readPrograms } from "./read-program.ts";

/** Options of `scopes`. */
export interface ScopesOptions {
  readonly files: readonly string[];
  readonly project: string | null;
  /** Permission type, or null for all. */
  readonly scheme: PermissionScheme | null;
  readonly format: ScopesFormat;
  /** File with the scopes that the application has, with `#key` for a key in JSON; null to print the needed ones. */
  readonly check: string | null;
}

/**
 * Prints the least-privileged scopes of a program, or compares them with those that an application has.
 *
 * @returns 1 if the application lacks a scope or has an excessive one
 * @throws ConfigError if an argument is wrong
 * @throws CommandFailure if the program cannot be read, or does not use a generated package
 */
export async function scopes(context: Context, options: ScopesOptions): Promise<ExitCode> {
  const { scheme, format, check } = options;
  if (format === "manifest" && scheme === null) {
    throw new ConfigError({
      problem: "--format manifest without a permission type",
      remedy: "Expected --scheme <type> with it.",
    });
  }
  const granted = check === null ? null : await readCheckFile(context, check, scheme);
  const program = readUses(context, options);
  if (granted !== null) {
    const reports = granted.map((item) => checkGranted(program, item));
    await context.stdout.write(reports.map(checkText).join("\n") + unclearText(program.unclear));
    return reports.some(({ missing, excessive }) => missing.length + excessive.length > 0) ? 1 : 0;
  }
  const reports = (scheme === null ? SCHEMES : [scheme]).map((item) => requiredByProgram(program.uses, item));
  switch (format) {
    case "pretty":
      await context.stdout.write(prettyReport(reports, program));
      return 0;
    case "json":
      await context.stdout.writeEscaped(printed(jsonReport(reports, program)));
      return 0;
    case "manifest":
      await context.stdout.writeEscaped(reports.map((report) => printed(manifestReport(report))).join(""));
      await context.stderr.write(
        "The documentation has no ids: fill in resourceAppId and each id (az ad sp show --id APP_ID lists them as " +
          "oauth2PermissionScopes and appRoles), and remove value where the manifest must not have it.\n" +
          unclearText(program.unclear),
      );
      return 0;
  }
}

function printed(value: object): string {
  return `${jsonText(value)}\n`;
}

const CHECK_FILE = "Name a manifest, or a list of scopes as JSON or text.";

async function readCheckFile(context: Context, check: string, scheme: PermissionScheme | null) {
  const cut = check.lastIndexOf("#");
  const isWhole = cut === -1 || (await context.host.kind(path.resolve(context.cwd, check))) === "file";
  const [file, key] = isWhole ? [check, null] : [check.slice(0, cut), check.slice(cut + 1)];
  const bytes = await context.host.read(path.resolve(context.cwd, file));
  if (bytes === null) throw new ConfigError({ problem: `--check ${file} does not exist`, remedy: CHECK_FILE });
  try {
    return readGranted(new TextDecoder().decode(bytes), key, scheme);
  } catch (error) {
    if (error instanceof GrantedError) {
      throw new ConfigError(splitMessage(`--check ${check}: ${error.message}`, CHECK_FILE));
    }
    throw error;
  }
}

/** Reads the program and finds its uses of request functions, in the order of files and positions. */
function readUses(context: Context, { files, project }: ScopesOptions): ProgramUses {
  const packages = createGeneratedPackages();
  const found = readPrograms({ cwd: context.cwd, files, project }).map((program) => {
    const own = program
      .getSourceFiles()
      .filter((file) => isOwn(file, program) && packages.folderOf(file.fileName) === null);
    expectSyntax(program, own, context.cwd);
    return { own, ...findUses(program, own, packages) };
  });
  if (!found.some(({ hasImport }) => hasImport)) {
    const count = new Set(found.flatMap(({ own }) => own.map((file) => file.fileName))).size;
    throw new CommandFailure({
      problem: `The program, ${counted(count, "file")}, imports no generated package that is installed`,
      remedy: "Install the package, or name the files that import it.",
    });
  }
  const placed = <T extends { readonly node: ts.Node }>(items: readonly T[]) =>
    inOrder(items.map((item) => ({ ...item, place: placeOf(item.node, context) })));
  return { uses: placed(found.flatMap(({ uses }) => uses)), unclear: placed(found.flatMap(({ unclear }) => unclear)) };
}

function isOwn(file: ts.SourceFile, program: ts.Program): boolean {
  return !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file);
}

function placeOf(node: ts.Node, context: Context): Place {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return { file: shownPath(context, file.fileName), line: line + 1, column: character + 1 };
}

/** Sorts by place. A file of several projects is listed once. */
function inOrder<T extends { readonly place: Place }>(items: readonly T[]): readonly T[] {
  const keyOf = ({ place }: T): string => `${place.file}:${place.line}:${place.column}`;
  const single = [...new Map(items.map((item) => [keyOf(item), item])).values()];
  return single.sort(
    (a, b) =>
      compareStrings(a.place.file, b.place.file) || a.place.line - b.place.line || a.place.column - b.place.column,
  );
}
