import type { OperationModel } from "../../api/model.ts";
import { compareStrings, sortBy } from "../../util/compare.ts";
import type { OperationPlan, Plan, TypePlan } from "../plan/plan.ts";
import { readmeCall, type ReadmeCall } from "./call.ts";
import { countTextProperties } from "./property.ts";

/** The calls that the README shows, one of each shape that the package has. */
export type ReadmeCalls = Readonly<Partial<Record<Shape, ReadmeCall>>>;

/** What a call does, as far as its use differs. */
export type Shape =
  "get" | "list" | "create" | "update" | "delete" | "delta" | "longRunning" | "download" | "upload" | "uploadSession";

/** What the page of an operation must state for the operation to have a shape. */
interface ShapeRule {
  readonly shape: Shape;
  readonly kind: OperationModel["kind"];
  readonly method: string;
  readonly result: "one" | "many" | "any";
  readonly body?: "json" | "binary";
}

const RULES: readonly ShapeRule[] = [
  { shape: "get", kind: "get", method: "GET", result: "one" },
  { shape: "list", kind: "list", method: "GET", result: "many" },
  { shape: "delta", kind: "delta", method: "GET", result: "many" },
  { shape: "create", kind: "create", method: "POST", result: "one", body: "json" },
  { shape: "update", kind: "update", method: "PATCH", result: "any", body: "json" },
  { shape: "delete", kind: "delete", method: "DELETE", result: "any" },
  { shape: "download", kind: "getContent", method: "GET", result: "any" },
  { shape: "upload", kind: "putContent", method: "PUT", result: "any", body: "binary" },
];

function meets(rule: ShapeRule, { kind, requests, response, requestBody }: OperationModel, plan: Plan): boolean {
  if (kind !== rule.kind || requests.some(({ method }) => method !== rule.method)) return false;
  if (rule.body !== undefined && requestBody?.kind !== rule.body) return false;
  if (rule.result === "any") return true;
  return plan.types.has(response.type ?? "") && response.collection === (rule.result === "many");
}

function hasMonitor({ examples }: OperationModel): boolean {
  return examples.some(
    ({ response }) =>
      response?.status === 202 && Object.keys(response.headers).some((name) => /^(?:operation-)?location$/i.test(name)),
  );
}

/** The property that makes a resource an upload session. */
const UPLOAD_URL = "uploadUrl";

function isUploadSession({ requests, response }: OperationModel, plan: Plan): boolean {
  const type = plan.types.get(response.type ?? "");
  return type?.properties.all.has(UPLOAD_URL) === true && requests.every(({ method }) => method === "POST");
}

function shapesOf({ model }: OperationPlan, plan: Plan): readonly Shape[] {
  const { deprecated, response } = model;
  if (deprecated !== null) return [];
  if (response.status === 202 && response.type === null && hasMonitor(model)) return ["longRunning"];
  if (isUploadSession(model, plan)) return ["uploadSession"];
  return RULES.filter((rule) => meets(rule, model, plan)).map(({ shape }) => shape);
}

interface Candidate {
  readonly operation: OperationPlan;
  readonly shape: Shape;
  /** Lower is simpler; the numbers are compared in order. */
  readonly effort: readonly number[];
}

/** Number of path keys of the shortest URL, and length of the example body. */
function effortOf({ model }: OperationPlan): readonly number[] {
  const keys = Math.min(...model.requests.map(({ parameters }) => parameters.length));
  const [body = ""] = model.examples.map(({ request }) => JSON.stringify(request?.body ?? ""));
  return [keys, body.length];
}

function byEffort(a: Candidate, b: Candidate): number {
  const differs = a.effort.findIndex((value, index) => value !== b.effort[index]);
  if (differs !== -1) return (a.effort[differs] ?? 0) - (b.effort[differs] ?? 0);
  return compareStrings(a.operation.symbol.name, b.operation.symbol.name);
}

/** The shapes that show a resource from its creation to its end. */
const BASIC: ReadonlySet<Shape> = new Set<Shape>(["get", "list", "create", "update", "delete"]);

/** Number of URLs below each collection, such as those that begin with `/users/{`. */
function countUrls(plan: Plan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { model } of plan.operations.values()) {
    for (const { path } of model.requests) {
      const collection = path.slice(0, Math.max(0, path.indexOf("/{"))).toLowerCase();
      if (collection !== "") counts.set(collection, (counts.get(collection) ?? 0) + 1);
    }
  }
  return counts;
}

/** The types of collections that contain objects of one type. */
function collectionsOf(candidates: readonly Candidate[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string | null>();
  for (const { operation, shape } of candidates) {
    if (shape !== "list") continue;
    const { requests, response } = operation.model;
    const paths = requests.flatMap(({ path, parameters }) => (parameters.length === 0 ? [path.toLowerCase()] : []));
    for (const path of paths) {
      const isShared = owners.has(path) && owners.get(path) !== response.type;
      owners.set(path, isShared ? null : response.type);
    }
  }
  return new Map([...owners].flatMap(([path, type]) => (type === null ? [] : [[path, type] as const])));
}

/** Shapes whose response contains the resource. */
const RETURNING: ReadonlySet<Shape> = new Set<Shape>(["get", "list", "create", "delta"]);

/** The resource that most programs use. */
interface MainResource {
  readonly type: TypePlan;
  /** Lowercase path of the collection that contains it, or null. */
  readonly collection: string | null;
}

interface Rank extends MainResource {
  /** Number of different shapes of its calls. */
  readonly shapes: number;
  /** Number of URLs below its collection. */
  readonly urls: number;
}

/** Counts the different shapes of calls by what they have in common: the type that they return, or their module. */
function countShapes(candidates: readonly Candidate[]): ReadonlyMap<string | null, number> {
  const shapes = new Map<string | null, Set<Shape>>();
  for (const { operation, shape } of candidates) {
    if (!BASIC.has(shape)) continue;
    const key = RETURNING.has(shape) ? operation.model.response.type : operation.symbol.module;
    shapes.set(key, (shapes.get(key) ?? new Set()).add(shape));
  }
  return new Map([...shapes].map(([key, own]) => [key, own.size]));
}

/**
 * Finds the resource that most programs of the README use: one that can be read, listed, created, updated and deleted,
 * and that most URLs start from.
 */
function mainResource(candidates: readonly Candidate[], plan: Plan): MainResource | undefined {
  const shapes = countShapes(candidates);
  const urls = countUrls(plan);
  const collections = new Map<string, string>();
  for (const [path, type] of collectionsOf(candidates)) {
    if ((urls.get(path) ?? 0) > (urls.get(collections.get(type) ?? "") ?? 0)) collections.set(type, path);
  }
  const ranks = sortBy(plan.types.values(), ({ fullName }) => fullName).map((type): Rank => {
    const collection = collections.get(type.fullName) ?? null;
    const found = (shapes.get(type.fullName) ?? 0) + (shapes.get(type.symbol.module) ?? 0);
    return { type, collection, shapes: found, urls: collection === null ? 0 : (urls.get(collection) ?? 0) };
  });
  return ranks.sort((a, b) => b.shapes - a.shapes || b.urls - a.urls)[0];
}

/** Whether a call is one of the main resource: of its collection, or of an object in it. */
function isOf({ operation, shape }: Candidate, { type, collection }: MainResource): boolean {
  const { model, symbol } = operation;
  if (symbol.module !== type.symbol.module) return false;
  if (RETURNING.has(shape) && model.response.type !== type.fullName) return false;
  if (collection === null) return true;
  return model.requests.some(
    ({ path }) => path.toLowerCase().startsWith(collection) && /^(?:\/[^/]+)?$/.test(path.slice(collection.length)),
  );
}

/** The first call that can be written without values that the docs do not show. */
function firstCall(
  candidates: readonly Candidate[],
  plan: Plan,
  usage: ReadonlyMap<string, number>,
): ReadmeCall | undefined {
  for (const { operation } of candidates) {
    const call = readmeCall(operation, plan, usage);
    if (call !== null) return call;
  }
  return undefined;
}

/** Length of the name. The plain name belongs to the page of the resource itself; similar pages have longer ones. */
function lengthOf({ operation }: Candidate): number {
  return operation.symbol.name.length;
}

/** Chooses the calls that the README shows. All are of one resource, as far as it has the shape. */
export function chooseCalls(plan: Plan): ReadmeCalls {
  const candidates = [...plan.operations.values()]
    .flatMap((operation) =>
      shapesOf(operation, plan).map((shape) => ({ operation, shape, effort: effortOf(operation) })),
    )
    .sort(byEffort);
  const main = mainResource(candidates, plan);
  const usage = countTextProperties(plan);
  const choose = (shape: Shape, module?: string | null): ReadmeCall | undefined => {
    const all = candidates.filter((candidate) => candidate.shape === shape);
    const isFirst = (each: Candidate): boolean =>
      (main !== undefined && isOf(each, main)) || each.operation.symbol.module === module;
    const first = all.filter(isFirst).sort((a, b) => lengthOf(a) - lengthOf(b));
    return firstCall([...first, ...all.filter((candidate) => !first.includes(candidate))], plan, usage);
  };
  const upload = choose("upload");
  const found = {
    get: choose("get"),
    list: choose("list"),
    create: choose("create"),
    update: choose("update"),
    delete: choose("delete"),
    delta: choose("delta"),
    longRunning: choose("longRunning"),
    upload,
    download: choose("download", upload?.operation.symbol.module),
    uploadSession: choose("uploadSession", upload?.operation.symbol.module),
  };
  return Object.fromEntries(Object.entries(found).filter(([, call]) => call !== undefined));
}
