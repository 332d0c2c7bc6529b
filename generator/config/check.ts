import * as z from "zod/mini";
import { nearestNames } from "../util/nearest.ts";
import { suggest, type Mistake } from "./mistake.ts";
import { ConfigError } from "./model.ts";
import { ALL_OPTIONS, CONFIG_OPTIONS, flagOf, type NamedOption } from "./option-list.ts";
import type { Config, Values } from "./options.ts";

/** A mistake in a value or a name. */
export interface Problem extends Mistake {
  /** Keys and indexes that lead to the value. */
  readonly path: readonly PropertyKey[];
}

/** The key of the JSON schema of a config file, which editors read. */
const SCHEMA_KEY = "$schema";
/** Maximum number of names that a message lists. */
const LISTED = 20;
/** Maximum length of a value in a message; longer values are truncated. */
const LONGEST = 60;

/**
 * Checks the content of a config file.
 *
 * @param value the content of the file
 * @param placeOf returns the place of the value at a path, which begins a message; an empty path refers to the file
 * @throws ConfigError if a key is unknown or a value is not valid; the error lists every mistake
 */
export function checkConfig(value: unknown, placeOf: (path: Problem["path"]) => string): Config {
  const problems: Problem[] = [];
  if (isObject(value)) {
    const settings = Object.fromEntries(Object.entries(value).filter(([key]) => key !== SCHEMA_KEY));
    if (areValid(settings, CONFIG_OPTIONS, shownPath, problems)) return settings;
  } else {
    problems.push({ path: [], problem: `Unexpected ${shown(value)}`, remedy: "Expected an object of settings." });
  }
  throw new ConfigError(
    problems.map(({ path, problem, remedy }) => ({ problem: `${placeOf(path)}: ${problem}`, remedy })),
    "config",
  );
}

/**
 * Checks values by the names of their options.
 *
 * @param options options that may have a value
 * @param shownName returns the name of the value at a path for a message
 * @param problems receives the problems
 */
export function areValid(
  values: Readonly<Record<string, unknown>>,
  options: readonly NamedOption[],
  shownName: (path: Problem["path"]) => string,
  problems: Problem[],
): values is Values {
  for (const [name, value] of Object.entries(values)) {
    const option = options.find((each) => each.name === name);
    if (option === undefined) {
      const names = options.map((each) => each.name);
      problems.push(unknownName("setting", [name], names));
    } else if (value !== undefined) {
      const found = z.safeParse(option.type, value, { reportInput: true, jitless: true }).error?.issues ?? [];
      problems.push(...found.flatMap((issue) => explain(issue, name, option, shownName)));
    }
  }
  return problems.length === 0;
}

function explain(
  issue: z.core.$ZodIssue,
  name: string,
  { type }: NamedOption,
  shownName: (path: Problem["path"]) => string,
): readonly Problem[] {
  const path = [name, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      unknownName(name === "rules" ? "rule" : "field", [...path, key], keysOf(type, issue.path)),
    );
  }
  const near =
    issue.code === "invalid_value" && typeof issue.input === "string"
      ? nearestNames(issue.input, issue.values.map(String), 1)
      : [];
  const expected = `Expected ${issue.message}.`;
  return [
    {
      path,
      problem: `Unexpected ${shown(issue.input)} for ${shownName(path)}`,
      remedy: near.length === 0 ? expected : `${suggest(near)} ${expected}`,
    },
  ];
}

function unknownName(noun: string, path: readonly PropertyKey[], known: readonly string[]): Problem {
  const name = String(path.at(-1));
  const flag = noun === "setting" ? ALL_OPTIONS.find((option) => option.name === name) : undefined;
  if (flag !== undefined) {
    const remedy = `It is not a setting, but the flag ${flagOf(flag)} of ${flag.commands.join(", ")}.`;
    return { path, problem: `Unexpected setting ${JSON.stringify(name)}`, remedy };
  }
  const near = nearestNames(name.replaceAll("-", ""), known, 1);
  const place = path.length > 1 ? ` in ${shownPath(path.slice(0, -1))}` : "";
  const expected = known.length > LISTED ? `the name of a ${noun}` : `one of ${known.join(", ")}`;
  return {
    path,
    problem: `Unexpected ${noun} ${JSON.stringify(name)}${place}`,
    remedy: near.length > 0 ? suggest(near) : `Expected ${expected}.`,
  };
}

/** Keys that a record or an object accepts at a path. */
function keysOf(type: z.core.$ZodType, path: Problem["path"]): readonly string[] {
  if (type instanceof z.ZodMiniOptional) return keysOf(type.def.innerType, path);
  if (type instanceof z.ZodMiniRecord) return [...(type.def.keyType._zod.values ?? [])].map(String);
  if (!(type instanceof z.ZodMiniObject)) return [];
  const [key, ...rest] = path;
  const inner = key === undefined ? undefined : type.def.shape[String(key)];
  return inner === undefined ? Object.keys(type.def.shape) : keysOf(inner, rest);
}

function shownPath([first = "", ...rest]: Problem["path"]): string {
  return String(first) + rest.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Formats a value for a message; a function has no JSON form. */
function shown(value: unknown): string {
  if (["function", "bigint", "symbol", "undefined"].includes(typeof value)) return typeof value;
  const text = isObject(value) ? "an object" : JSON.stringify(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
