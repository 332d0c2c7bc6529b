import { didYouMean, nearestNames } from "../util/nearest.ts";
import { checkLevels } from "./levels.ts";
import { checkPackageInfo } from "./package-info.ts";
import { CONFIG_KEYS, ConfigError, ENUM_STYLES, type Config, type ValueKind } from "./model.ts";

/**
 * Checks what a config file holds.
 *
 * @param value what was read
 * @param file the file as it is shown
 * @throws ConfigError when a key is unknown or a value is of another kind
 */
export function checkConfig(value: unknown, file: string): Config {
  if (!isObject(value)) throw new ConfigError(`${file}: Unexpected ${shown(value)}, expected an object of settings`);
  for (const key of Object.keys(value)) checkKey(key, file);
  const get = (key: keyof Config): unknown => checkValue(key, value[key], file);
  const text = (key: keyof Config): string | undefined => textOf(get(key));
  const isOn = (key: keyof Config): boolean | undefined => (get(key) === undefined ? undefined : get(key) === true);
  const style = text("enumStyle");
  return {
    docs: text("docs"),
    root: text("root"),
    out: text("out"),
    baseUrl: text("baseUrl"),
    packageName: text("packageName"),
    packageVersion: text("packageVersion"),
    packageInfo: value.packageInfo === undefined ? undefined : checkPackageInfo(get("packageInfo"), file),
    include: textsOf(get("include")),
    exclude: textsOf(get("exclude")),
    enumStyle: ENUM_STYLES.find((name) => name === style),
    pageUrl: text("pageUrl"),
    shipDocs: isOn("shipDocs"),
    strict: isOn("strict"),
    rules: value.rules === undefined ? undefined : checkLevels(get("rules"), file),
  };
}

function checkKey(key: string, file: string): void {
  const known = Object.keys(CONFIG_KEYS);
  if (known.includes(key)) return;
  const near = nearestNames(key.replaceAll("-", ""), known, 1);
  const expected = near.length === 0 ? `, expected one of ${known.join(", ")}` : didYouMean(near);
  throw new ConfigError(`${file}: Unexpected setting ${JSON.stringify(key)}${expected}`);
}

function checkValue(key: keyof Config, value: unknown, file: string): unknown {
  const kind = CONFIG_KEYS[key];
  if (value === undefined || isOfKind(value, kind)) return value;
  const near = typeof value === "string" && typeof kind === "object" ? didYouMean(nearestNames(value, kind, 1)) : "";
  throw new ConfigError(`${file}: Unexpected ${shown(value)} for ${key}, expected ${expectation(kind)}${near}`);
}

function isOfKind(value: unknown, kind: ValueKind): boolean {
  switch (kind) {
    case "text":
      return typeof value === "string" && value !== "";
    case "texts":
      return Array.isArray(value) && value.every((item) => typeof item === "string" && item !== "");
    case "switch":
      return typeof value === "boolean";
    case "fields":
    case "levels":
      return isObject(value);
    default:
      return typeof value === "string" && kind.includes(value);
  }
}

function expectation(kind: ValueKind): string {
  switch (kind) {
    case "text":
      return "text";
    case "texts":
      return "a list of texts";
    case "switch":
      return "true or false";
    case "fields":
      return "an object of fields of package.json";
    case "levels":
      return "an object of rules and their levels";
    default:
      return kind.join(", ");
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const LONGEST = 60;

/** A value in a message; a function or a symbol has no JSON. */
function shown(value: unknown): string {
  if (typeof value === "function" || typeof value === "bigint" || typeof value === "symbol") return typeof value;
  const text = isObject(value) ? "an object" : JSON.stringify(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
