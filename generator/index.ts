import type { Config } from "./config/model.ts";

export type { Config } from "./config/model.ts";

/** Gives an editor the types of a config; returns the config as it is. */
export function defineConfig(config: Config): Config {
  return config;
}
