import type { Config } from "./config/options.ts";

export type { Config } from "./config/options.ts";

/** Returns the config unchanged, so that editors know its type. */
export function defineConfig(config: Config): Config {
  return config;
}
