import { workerData } from "node:worker_threads";
import { codeFolderOf } from "../workers/thread-data.ts";
import { loadProgram } from "./program.ts";

const { program, keep } = loadProgram(codeFolderOf(workerData), "thread");
const { serve } = await program.loadThread();
serve(keep);
