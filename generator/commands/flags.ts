import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { ENUM_STYLES } from "../config/model.ts";
import { DEFAULT_DOCS, DEFAULT_OUT } from "../settings.ts";

/** A command that compares docs: each side has its own folder of includes. */
export const comparingCommand = (name: string) =>
  new Command(name)
    .option("--config <file>", "config file (default: graph-docs.config.* or graph-docs in package.json)")
    .option("--root <folder>", "folder that includes may come from, seen from each docs folder, e.g. ..")
    .option("--base-url <url>", "address of the service (default: the one that the examples use most)")
    .option("--include <patterns...>", "resources, operations, modules, URL paths (/users/**) or pages to compare")
    .option("--exclude <patterns...>", "what to leave out of them")
    .option("--package-version <version>", "version of the package before")
    .option("--cache-dir <folder>", "folder of kept results (default: node_modules/.cache/graph-docs-codegen)")
    .option("--no-cache", "read everything anew, and keep nothing");

/** A command that reads docs. */
export const docsCommand = (name: string) =>
  new Command(name)
    .option("--config <file>", "config file (default: graph-docs.config.* or graph-docs in package.json)")
    .option("--docs <folder>", `folder that holds api/ and resources/ (default: ${DEFAULT_DOCS})`)
    .option("--root <folder>", "folder that includes may come from (default: the docs folder)")
    .option("--base-url <url>", "address of the service (default: the one that the examples use most)")
    .option("--cache-dir <folder>", "folder of kept results (default: node_modules/.cache/graph-docs-codegen)")
    .option("--no-cache", "read and print everything anew, and keep nothing")
    .option("--threads <number>", "processors to use at most (default: all, up to 4)", wholeNumber);

/** A command that reads docs and takes a part of what they describe. */
export const selectingCommand = (name: string) =>
  docsCommand(name)
    .option("--include <patterns...>", "resources, operations, modules, URL paths (/users/**) or pages to take")
    .option("--exclude <patterns...>", "what to leave out of them");

/** A command that reads docs and makes a package. */
export const packageCommand = (name: string) =>
  selectingCommand(name)
    .option("--out <folder>", `folder of the package (default: ${DEFAULT_OUT})`)
    .option("--package-name <name>", "name of the package")
    .option("--package-version <version>", "version of the package")
    .addOption(new Option("--enum-style <style>", "how enums are written (default: enum)").choices(ENUM_STYLES))
    .option("--page-url <url>", "public address of the pages, e.g. https://host/docs/{page}")
    .option("--ship-docs", "copy the pages that declarations lead to into the package");

function wholeNumber(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a number from 1 to 99.");
}
