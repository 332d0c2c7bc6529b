/** All that runs of the program once it is built: one file, so that what was compiled of it can be kept. */

/** Loads what a command needs. */
export const loadMain = () => import("./main.ts");

/** Loads what a thread needs. */
export const loadThread = () => import("./workers/serve.ts");
