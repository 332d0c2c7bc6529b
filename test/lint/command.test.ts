import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { run } from "../../generator/commands/run.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { createContext, runCommand } from "../support/command-line.ts";
import { readInputs } from "../support/fixtures.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";

const harbour = Object.entries(readInputs({ name: "harbour", folder: "harbour" }));
const BOAT = path.resolve("/project/docs/resources/boat.md");

/** The harbour with a changed page of the boat. */
function hostWith(...changes: readonly (readonly [from: string, to: string])[]): MemoryHost {
  const host = createMemoryHost(
    Object.fromEntries(harbour.map(([file, bytes]) => [path.resolve("/project", file), bytes])),
  );
  host.files.set(BOAT, new TextEncoder().encode(changed(host.text(BOAT) ?? "", changes)));
  return host;
}

function changed(text: string, changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((left, [from, to]) => left.replace(from, to), text);
}

const lint = (host: MemoryHost, ...flags: readonly string[]) => runCommand(host, "lint", "--docs", "docs", ...flags);

const WARNING = ["Length in metres.", "TODO"] as const;
const INFO = ["(sailor.md)", "(Sailor.md)"] as const;

it("shows the line of each finding with a caret, and the number of findings of each rule", async () => {
  const { stdout, stderr, code } = await lint(hostWith(WARNING, INFO));
  expect(stdout).toBe(`docs/resources/boat.md:27:15 warning Unexpected "TODO", expected finished text [todo-left]
 27 | |length|Int32|TODO|
    |               ^
docs/resources/boat.md:29:16 info Unexpected case in the link target Sailor.md, expected that of the file resources/sailor.md [link-case]
 29 | |crew|[sailor](Sailor.md) collection|Who sails her.|
    |                ^

1 × warning todo-left: A page contains a note that something is still to be written.
1 × info link-case: A link spells a path in a different case than the file.
`);
  expect(stderr).toBe("0 errors, 1 warning, 1 info\n1 finding can be fixed with --fix\n");
  expect(code).toBe(0);
});

const suppressions: readonly (readonly [comment: string, expected: readonly string[]])[] = [
  ["<!-- lint ignore todo-left -- the surveyor comes in May -->", []],
  ["<!--lint disable todo-left -- the surveyor comes in May-->", []],
  ["<!-- lint ignore todo-left -->", ["suppression-without-reason"]],
  ["<!-- lint ignore link-case -- old links -->", ["suppression-unused", "todo-left"]],
];

it.each(suppressions)("applies the comment %s", async (comment, expected) => {
  const host = hostWith(["## Properties\n\n", `## Properties\n\n${comment}\n\n`], WARNING);
  const { stdout } = await lint(host, "--format", "json");
  expect(codesIn(stdout)).toEqual(expected);
});

it("ends a suppression at the comment that enables the rule again", async () => {
  const off = "<!-- lint disable todo-left -- later -->\n\nTODO\n\n<!-- lint enable todo-left -->\n\n";
  const { stdout } = await lint(hostWith(["## Properties", `${off}## Properties`], WARNING), "--format", "json");
  expect(codesIn(stdout)).toEqual(["todo-left"]);
});

it("recognizes findings of a baseline, wherever they have moved", async () => {
  const host = hostWith(WARNING);
  expect((await lint(host, "--baseline", "known.json", "--update-baseline")).code).toBe(0);
  host.files.set(
    BOAT,
    new TextEncoder().encode(changed(host.text(BOAT) ?? "", [["## Methods", "Word.\n\n## Methods"], INFO])),
  );
  const { stdout } = await lint(host, "--format", "json", "--baseline", "known.json");
  expect(codesIn(stdout)).toEqual(["link-case"]);
});

it("lists a second finding that equals a known one", async () => {
  const host = hostWith(WARNING);
  await lint(host, "--baseline", "known.json", "--update-baseline");
  host.files.set(BOAT, new TextEncoder().encode(changed(host.text(BOAT) ?? "", [["Who sails her.", "TODO"]])));
  expect(codesIn((await lint(host, "--format", "json", "--baseline", "known.json")).stdout)).toEqual(["todo-left"]);
});

it("fixes what can be fixed automatically and leaves the rest of the page unchanged", async () => {
  const row = "|length|Int32|Length in metres.|\n";
  const annotation = ['"@odata.type": "microsoft.graph.boat" }', '"@odata.type": "microsoft.graph.boat",\n}'] as const;
  const host = hostWith(INFO, [row, row + row], ["(../api/boat-get.md)", "(..\\api\\boat-get.md)"], annotation);
  const { stderr, stdout } = await lint(host, "--fix");
  expect(stdout).toBe("");
  expect(stderr).toBe("4 problems fixed\n0 errors, 0 warnings, 0 infos\n");
  const whole = hostWith([annotation[0], annotation[1].replace(",", "")]);
  expect(host.text(BOAT)).toBe(whole.text(BOAT));
});

it("fixes a stray host in the URL of an example", async () => {
  const host = hostWith();
  const file = path.resolve("/project/docs/api/boat-get.md");
  const good = host.text(file) ?? "";
  host.files.set(file, new TextEncoder().encode(good.replace("com/v1.0/boats", "com/docs\\api/boats")));
  await lint(host, "--fix");
  expect(host.text(file)).toBe(good);
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A repository with the harbour in its first commit. */
function createRepository(): { readonly folder: string; readonly git: (...args: readonly string[]) => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "lint-"));
  folders.push(folder);
  const author = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  const git = (...args: readonly string[]): void => {
    execFileSync("git", [...author, ...args], { cwd: folder, stdio: "ignore" });
  };
  git("init");
  return { folder, git };
}

it("lists only the findings that a change introduced, including those in unchanged pages", async () => {
  const { folder, git } = createRepository();
  const host = createNodeHost();
  for (const [file, bytes] of harbour) await host.write(path.join(folder, file), bytes);
  const boat = path.join(folder, "docs/resources/boat.md");
  writeFileSync(boat, changed(readFileSync(boat, "utf8"), [WARNING]));
  git("add", ".");
  git("commit", "-m", "first");
  writeFileSync(boat, changed(readFileSync(boat, "utf8"), [["## Methods", "Word.\n\n## Methods"]]));
  rmSync(path.join(folder, "docs/api/boat-get.md"));
  const { context, stdout, stderr } = createContext(host);
  const at = { ...context, cwd: folder };
  expect(await run(["lint", "--docs", "docs", "--format", "json", "--changed-since", "HEAD"], at)).toBe(1);
  expect(codesIn(stdout.join(""))).toEqual(["link-page-missing"]);
  expect(await run(["lint", "--docs", "docs", "--changed-since", "nowhere"], at)).toBe(2);
  expect(stderr.join("")).toContain("error: --changed-since nowhere: Git has no such revision\n");
});

function codesIn(json: string): readonly string[] {
  const found: unknown = JSON.parse(json);
  if (!Array.isArray(found)) return [];
  return found.flatMap((each: unknown) =>
    typeof each === "object" && each !== null && "code" in each && typeof each.code === "string" ? [each.code] : [],
  );
}
