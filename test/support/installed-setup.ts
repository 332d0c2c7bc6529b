import process from "node:process";
import type { TestProject } from "vitest/node";
import { installTarball, makeFolder, packProgram, packSample, removeFolder } from "./tarball.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Tarball of this program; the build in the repository is up to date as well. */
    readonly programTarball: string;
    /** Tarball of the sample's package. */
    readonly sampleTarball: string;
    /** Project in which the sample's package is installed. Tests that write to it call `copyProject`. */
    readonly sampleProject: string;
  }
}

let folder = "";

/** Packs the program and packs and installs the sample's package, once for all tests of the project `installed`. */
export async function setup({ provide }: TestProject): Promise<void> {
  folder = await makeFolder();
  const sampleTarball = await packSample(folder);
  provide("programTarball", process.env.PROGRAM_TARBALL ?? (await packProgram(folder)));
  provide("sampleTarball", sampleTarball);
  provide("sampleProject", await installTarball(folder, sampleTarball));
}

/** Removes what `setup` has written. */
export async function teardown(): Promise<void> {
  await removeFolder(folder);
}
