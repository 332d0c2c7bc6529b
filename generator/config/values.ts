import { didYouMean, nearestNames } from "../util/nearest.ts";
import { ConfigError, PAGE_URL_KEYS, shownSetting, type Config, type Origin } from "./model.ts";

const NAME = /^(?:@[a-z0-9][a-z0-9._~-]{0,100}\/)?[a-z0-9][a-z0-9._~-]{0,100}$/;
const VERSION = /^\d{1,10}\.\d{1,10}\.\d{1,10}(?:[-+][0-9A-Za-z.+-]{1,100})?$/;

/** A value, and where it was said; the place is asked for only when the value is wrong. */
export interface Said {
  readonly value: string;
  readonly origin: Origin;
}

function fail(key: keyof Config, { value, origin }: Said, problem: string): never {
  throw new ConfigError(`${shownSetting(key, value, origin)} ${problem}`);
}

function parseUrl(value: string): URL | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" ? url : null;
}

/** @throws ConfigError when it is no plain http or https address */
export function checkBaseUrl(said: Said): string {
  const url = parseUrl(said.value);
  if (url?.search === "" && url.hash === "") return url.href.replace(/\/+$/, "");
  return fail("baseUrl", said, "is no plain http or https address: write it like https://host/v1.0");
}

/** @throws ConfigError when npm does not accept the name */
export function checkPackageName(said: Said): string {
  return NAME.test(said.value) ? said.value : fail("packageName", said, "cannot be used, expected a name npm accepts");
}

/** @throws ConfigError when it is no version */
export function checkPackageVersion(said: Said): string {
  return VERSION.test(said.value) ? said.value : fail("packageVersion", said, "cannot be used, expected x.y.z");
}

/** @throws ConfigError when it is no address or would be the same for every page */
export function checkPageUrl(said: Said): string {
  const used = [...said.value.matchAll(/\{([^{}]*)\}/g)].map(([, key = ""]) => key);
  const known = PAGE_URL_KEYS.map((key) => `{${key}}`).join(", ");
  for (const key of used) {
    if (PAGE_URL_KEYS.some((name) => name === key)) continue;
    fail(
      "pageUrl",
      said,
      `has an unknown placeholder {${key}}, expected ${known}${didYouMean(nearestNames(key, PAGE_URL_KEYS, 1))}`,
    );
  }
  if (parseUrl(said.value.replace(/\{\w+\}/g, "x")) === null || /[\s()<>"'`\\]/.test(said.value)) {
    fail("pageUrl", said, "is no http or https address: write it like https://host/docs/{page}");
  }
  if (used.length === 0) fail("pageUrl", said, `is the same for every page: say where the page stands, by ${known}`);
  return said.value;
}
