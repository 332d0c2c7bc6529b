import { toJson } from "../util/json.ts";
import { didYouMean, nearestNames } from "../util/nearest.ts";
import { ConfigError, PACKAGE_INFO, type PackageInfo } from "./model.ts";

/**
 * Checks what a config wants in the `package.json` of the package.
 *
 * @param value what was read
 * @param file the config as it is shown
 * @throws ConfigError for a field that the generator writes itself, or that no registry shows
 */
export function checkPackageInfo(value: unknown, file: string): PackageInfo {
  if (typeof value !== "object" || value === null) return {};
  for (const name of Object.keys(value)) {
    if (PACKAGE_INFO.some((known) => known === name)) continue;
    const near = nearestNames(name, PACKAGE_INFO, 1);
    const expected = near.length === 0 ? `, expected one of ${PACKAGE_INFO.join(", ")}` : didYouMean(near);
    throw new ConfigError(`${file}: Unexpected field ${JSON.stringify(name)} in packageInfo${expected}`);
  }
  return Object.fromEntries(Object.entries(value).map(([name, given]: [string, unknown]) => [name, toJson(given)]));
}
