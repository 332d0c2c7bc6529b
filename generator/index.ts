import type { Config } from "./config/options.ts";

export type { Config } from "./config/options.ts";

/** Returns the config unchanged; gives editors its type. */
export function defineConfig(config: Config): Config {
  return config;
}
