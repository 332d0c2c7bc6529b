import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { tryBehaviour } from "./package/behaviour.ts";
import { bundle } from "./package/bundle.ts";
import { candidates, OURS, type Candidate } from "./package/candidates.ts";
import { COMPILERS, USUAL_COMPILER, compile, timeInTurn, type Subject, type Time } from "./package/compile.ts";
import { printFigures, type Figures, type TypeBehaviour } from "./package/figures.ts";
import { showsDocumentation } from "./package/hover.ts";
import { installedWeight, installOurs, installPeers, preparePeers, runOurs } from "./package/install.ts";
import { hoverProgram, jobProgram, probeProgram, typeProbes } from "./package/programs.ts";
import { readsOf } from "./package/reads.ts";
import { startServer, type Server } from "./package/server.ts";

/** Where the last figures are kept. */
const KEPT = path.join(import.meta.dirname, "package-figures.json");
const SAMPLE = { docs: "docs-input", root: "docs-input" };

/** Folders of the projects that use the packages. */
type Projects = Readonly<Record<Candidate["home"], string>>;

/**
 * Compares the generated package with what one would use instead, and prints size, compile time, weight and traits.
 *
 * @param shared folder that holds `corpus/`, the large reference; without it the sample alone is measured
 * @param runs how often each program is compiled
 * @param keep whether to write the figures to `package-figures.json`
 */
export async function measurePackage(shared: string, runs: number, keep: boolean): Promise<void> {
  const root = path.resolve(shared, "corpus/v1.0/api-reference");
  const reference = existsSync(root) ? { docs: path.join(root, "v1.0"), root } : null;
  if (reference === null) console.log(`No large reference in ${shared}: the package of the sample alone is measured`);
  const work = realpathSync(mkdtempSync(path.join(tmpdir(), "graph-docs-package-")));
  const server = await startServer();
  try {
    const peers = installPeers();
    const document = path.join(work, "openapi.json");
    writeFileSync(document, runOurs("openapi"));
    const projects: Projects = {
      peers: preparePeers(peers, work, document),
      sample: installOurs(work, OURS.sample, SAMPLE),
      reference: reference === null ? "" : installOurs(work, OURS.reference, reference),
    };
    const all = candidates(reference !== null);
    const times = await timeAll(all, projects, runs);
    const figures: Figures[] = [];
    for (const candidate of all) figures.push(await measure(candidate, { projects, peers, server, times }));
    const title = `Median of ${runs} runs in turn; tsc over the empty program`;
    console.log(
      `${title}\n${printFigures(
        figures,
        COMPILERS.map(([version]) => version),
      )}`,
    );
    if (keep) writeFileSync(KEPT, `${JSON.stringify(figures, rounded, 2)}\n`);
  } finally {
    server.close();
    rmSync(work, { recursive: true, force: true });
  }
}

interface Facts {
  readonly projects: Projects;
  readonly peers: string;
  readonly server: Server;
  readonly times: ReadonlyMap<string, Readonly<Record<string, Time>>>;
}

async function measure(candidate: Candidate, { projects, peers, server, times }: Facts): Promise<Figures> {
  const project = projects[candidate.home];
  const job = write(project, candidate, "job", jobProgram(candidate));
  const probe = write(project, candidate, "probe", probeProgram(candidate));
  const bundles = { job: `${job}.mjs`, probe: `${probe}.mjs` };
  const size = bundle(peers, job, bundles.job);
  const full = candidate.full === undefined ? null : write(project, candidate, "full", candidate.full);
  bundle(peers, probe, bundles.probe);
  return {
    name: candidate.name,
    bundle: size,
    full: full === null ? null : bundle(peers, full, `${full}.mjs`),
    compile: times.get(candidate.name) ?? {},
    reads: readsOf(job),
    installed: installedWeight(project, candidate.parts),
    behaviour: await tryBehaviour(candidate, server, bundles),
    types: await tryTypes(candidate, project),
  };
}

/** Writes a program into the project that has its package; gives the file. */
function write(project: string, { name }: Candidate, kind: string, text: string): string {
  const file = path.join(project, `${name.replace(/\W+/g, "-")}-${kind}.ts`);
  writeFileSync(file, text);
  return file;
}

async function tryTypes(candidate: Candidate, project: string): Promise<TypeBehaviour> {
  const probes = Object.entries(typeProbes(candidate)).map(
    ([kind, text]) => [kind, write(project, candidate, kind, text)] as const,
  );
  const job = write(project, candidate, "job", jobProgram(candidate));
  const { complaints } = await compile(USUAL_COMPILER, project, [job, ...probes.map(([, file]) => file)]);
  const isRefused = (file: string | undefined): boolean => complaints.includes(`${path.basename(file ?? "")}(`);
  const files = new Map(probes);
  return {
    compiles: !isRefused(job),
    acceptsPartialBody: !isRefused(files.get("body")),
    refusesReadOnly: isRefused(files.get("readOnly")),
    refusesWrongType: isRefused(files.get("wrong")),
    showsDocumentation: showsDocumentation(write(project, candidate, "hover", hoverProgram(candidate))),
  };
}

const EMPTY = "empty program";

/** Times the programs of all candidates with each compiler, over the empty program. */
async function timeAll(
  all: readonly Candidate[],
  projects: Projects,
  runs: number,
): Promise<ReadonlyMap<string, Readonly<Record<string, Time>>>> {
  const empty = path.join(projects.peers, "empty.ts");
  writeFileSync(empty, "export {};\n");
  const programs = all.map((candidate): Subject => {
    const folder = projects[candidate.home];
    return { name: candidate.name, folder, file: write(folder, candidate, "job", jobProgram(candidate)) };
  });
  const subjects = [{ name: EMPTY, folder: projects.peers, file: empty }, ...programs];
  const over = new Map<string, Record<string, Time>>(all.map(({ name }) => [name, {}]));
  for (const [version, compiler] of COMPILERS) {
    const times = await timeInTurn(compiler, subjects, runs);
    const base = times.get(EMPTY) ?? { wall: 0, cpu: 0 };
    for (const [name, { wall, cpu }] of times) {
      const own = over.get(name);
      if (own !== undefined) own[version] = { wall: wall - base.wall, cpu: cpu - base.cpu };
    }
  }
  return over;
}

/** Figures to three decimals: more would change with every run. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 1000) / 1000 : value;
}
