import path from "node:path";

/** The repository. */
export const REPOSITORY = path.resolve(import.meta.dirname, "../..");
