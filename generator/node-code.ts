import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import nodeModule, { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { getHeapCodeStatistics } from "node:v8";
import { constants, Script } from "node:vm";
import { crc32 } from "node:zlib";
import { keyOf } from "./cache/store.ts";

/** Bytes from which on compiling a library takes longer than looking for what is kept of it. */
const LARGE = 1 << 18;
/**
 * What kept code begins with: the key, the checksum of the code, and how often it was added to. Node itself does not see
 * damage in it.
 */
const KEY_LENGTH = 64;
const HEADER_LENGTH = KEY_LENGTH + 4 + 1;
/** Bytes of code that a run compiles besides what was kept, from which on it pays to add them. */
const MUCH = 100_000;
/** A run may compile as much in each for reasons of its own: after so many times it is no use to keep that again. */
const OFTEN = 3;

/** A library that was compiled in this run. */
interface Compiled {
  readonly script: Script;
  /** How often runs have added to what is kept. */
  readonly added: number;
  /** Where its code is kept, and what stands for it. */
  readonly kept: string;
  readonly key: string;
}

/**
 * Has libraries that are required from now on start from what earlier runs compiled of them, and be kept for later
 * ones. Code that is damaged, or of another Node or library, counts as not there.
 *
 * @param folder where it is kept, absolute; it need not exist
 * @returns to be called when the libraries have done their work: keeps what was new
 */
export function keepCode(folder: string): () => void {
  return hasOwnCache(folder) ? () => undefined : keepLibraries(folder);
}

/** What was loaded, and what keeps the code that it ran. */
export interface KeptModule {
  readonly loaded: unknown;
  /** To be called when it has done its work: what ran of it is compiled by then. */
  readonly keep: () => void;
}

/**
 * Requires a module in CommonJS with the code that an earlier run compiled of it.
 *
 * @param file the module, absolute
 * @param folder where code is kept, absolute; it need not exist
 * @param use tells apart runs that need other parts of the module: each keeps the code that it ran
 */
export function requireKept(file: string, folder: string, use: string): KeptModule {
  const compiled = hasOwnCache(folder) ? null : compile(file, folder, use);
  if (compiled === null) return { loaded: createRequire(file)(file), keep: () => undefined };
  const module = { exports: {} };
  runScript(compiled.script, module, file);
  const isKept = compiled.script.cachedDataRejected === false;
  const before = bytesOfCode();
  return {
    loaded: module.exports,
    keep: () => {
      if (!isKept) writeCode({ ...compiled, added: 0 });
      else if (compiled.added < OFTEN && bytesOfCode() - before > MUCH)
        writeCode({ ...compiled, added: compiled.added + 1 });
    },
  };
}

function bytesOfCode(): number {
  return getHeapCodeStatistics().bytecode_and_metadata_size;
}

/** From 22.1 on Node does it itself, for every module. */
function hasOwnCache(folder: string): boolean {
  const enable: unknown = Reflect.get(nodeModule, "enableCompileCache");
  if (typeof enable !== "function") return false;
  Reflect.apply(enable, nodeModule, [folder]);
  return true;
}

/** The same for an older Node, and for large libraries in CommonJS alone: the others compile as they are read. */
export function keepLibraries(folder: string): () => void {
  // Deprecated, and the only documented way; a Node that has its own cache does not come here.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { extensions } = createRequire(import.meta.url);
  const plain = extensions[".js"];
  const fresh: Compiled[] = [];
  extensions[".js"] = (module, file) => {
    const compiled = statSync(file).size < LARGE ? null : compile(file, folder);
    if (compiled === null) {
      plain(module, file);
      return;
    }
    if (compiled.script.cachedDataRejected !== false) fresh.push(compiled);
    runScript(compiled.script, module, file);
  };
  return () => {
    extensions[".js"] = plain;
    for (const library of fresh) writeCode(library);
  };
}

/** Null for what is no CommonJS: Node knows what to do with it. */
function compile(file: string, folder: string, use = ""): Compiled | null {
  const source = readFileSync(file);
  const key = keyOf(process.version, process.arch, file, String(source.length), String(crc32(source)));
  const kept = path.join(folder, `${keyOf(file, use).slice(0, 16)}.code`);
  const known = readCode(kept, key);
  try {
    const script = new Script(nodeModule.wrap(source.toString("utf8")), {
      filename: file,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(known === null ? {} : { cachedData: known.code }),
    });
    return { script, added: known?.added ?? 0, kept, key };
  } catch {
    return null;
  }
}

function runScript(script: Script, module: Pick<NodeJS.Module, "exports">, file: string): void {
  const run: unknown = script.runInThisContext();
  if (typeof run !== "function") throw new Error(`Unexpected ${typeof run} of ${file}, expected a function`);
  Reflect.apply(run, module.exports, [module.exports, createRequire(file), module, file, path.dirname(file)]);
}

interface KeptCode {
  readonly code: Buffer;
  readonly added: number;
}

function readCode(kept: string, key: string): KeptCode | null {
  try {
    const bytes = readFileSync(kept);
    const code = bytes.subarray(HEADER_LENGTH);
    const isWhole = bytes.toString("latin1", 0, KEY_LENGTH) === key && bytes.readUInt32LE(KEY_LENGTH) === crc32(code);
    return isWhole ? { code, added: bytes.readUInt8(HEADER_LENGTH - 1) } : null;
  } catch {
    return null;
  }
}

/** After the library has run, so that what it did to begin with is compiled as well. Where it cannot be, it is not kept. */
function writeCode({ script, kept, key, added }: Compiled): void {
  const code = script.createCachedData();
  const header = Buffer.alloc(HEADER_LENGTH, key, "latin1");
  header.writeUInt32LE(crc32(code), KEY_LENGTH);
  header.writeUInt8(added, HEADER_LENGTH - 1);
  const draft = `${kept}.${randomUUID()}`;
  try {
    mkdirSync(path.dirname(kept), { recursive: true });
    writeFileSync(draft, Buffer.concat([header, code]));
    renameSync(draft, kept);
  } catch {
    removeDraft(draft);
  }
}

function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Nor can it be removed, where no folder can be made for it.
  }
}
