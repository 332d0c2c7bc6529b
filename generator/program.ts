/** All that a command runs of the program once it is built: one file, so that what was compiled of it can be kept. */
export const loadMain = () => import("./main.ts");
