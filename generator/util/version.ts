import { readFileSync } from "node:fs";
import { parseJsonObject, type JsonObject } from "./json.ts";

/** Reads the package.json of the program. */
export function programManifest(): JsonObject {
  return parseJsonObject(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
}

/** Version of the program. */
export function programVersion(): string {
  const { version } = programManifest();
  return typeof version === "string" ? version : "unknown";
}
