import leven from "leven";
import { topicOf } from "../../config/model.ts";
import { createPlan } from "../../emit/plan/create-plan.ts";
import type { OperationPlan, Plan } from "../../emit/plan/plan.ts";
import { mockOperation } from "../../emit/examples/mock-operation.ts";
import { planRequest } from "../../emit/requests/request-plan.ts";
import { createMock, type Mock } from "../../output/testing/mock.ts";
import type { MockRequest } from "../../output/testing/model.ts";
import { failure } from "../../output/testing/respond.ts";
import { ConfigError, type Settings } from "../../settings.ts";
import { shownPath, type Context, type ExitCode } from "../context.ts";
import { countPages } from "../package/build.ts";
import { expectContent, nothingDescribed, readSelected, type SelectedModel } from "../read.ts";
import { checkBody } from "./check-body.ts";
import { createFailures, type Failing } from "./failures.ts";
import { startServer } from "./server.ts";

/** Options of the command. */
export interface MockCommandOptions {
  /** TCP port; 0 for any free port. */
  readonly port: number;
  /** Milliseconds before each response. */
  readonly latency: number;
  /** Failures to simulate, or null. */
  readonly fail: Failing | null;
}

/** Base URL of a service whose pages do not name one. */
const UNKNOWN_SERVICE = "http://localhost/v1.0";

/**
 * Serves the documented API on this machine: the examples of the pages answer requests to the documented URLs.
 *
 * @param context environment of the command
 * @param settings settings of the run
 * @param options port, delay and failures
 * @throws ConfigError if a pattern of the selection matches nothing, or if the command cannot be stopped
 * @throws CommandFailure if the docs describe no operation, or the port is in use
 */
export async function mock(context: Context, settings: Settings, options: MockCommandOptions): Promise<ExitCode> {
  const { live } = context;
  if (live === undefined)
    throw new ConfigError({ problem: "mock cannot run here: nothing can stop it", remedy: "Run it on a terminal." });
  const stopped = live.stopped();
  await countPages(context, settings);
  const { whole, model } = await readSelected(context, settings);
  expectOperations(context, settings, { whole, model });
  const baseUrl = model.baseUrl ?? UNKNOWN_SERVICE;
  const answering = mockOf(createPlan(model, { whole }), baseUrl, options.fail);
  const server = await startServer(answering, { ...options, log: (line) => context.stdout.write(`${line}\n`) });
  const root = new URL(baseUrl).pathname.replace(/\/+$/, "");
  const count = `${model.operations.length.toLocaleString("en-US")} ${model.operations.length === 1 ? "operation" : "operations"}`;
  await context.stdout.write(
    `Serving ${count} of ${shownPath(context, settings.docs)} at ${server.origin}${root}; press Ctrl-C to stop\n`,
  );
  await stopped;
  await server.close();
  return 0;
}

/** Without an operation, there is nothing to serve. */
function expectOperations(context: Context, { docs, include }: Settings, { whole, model }: SelectedModel): void {
  expectContent(whole, shownPath(context, docs));
  if (whole.operations.length === 0) throw nothingDescribed(shownPath(context, docs), "an operation");
  if (model.operations.length > 0) return;
  const problem = "The selection has no operation";
  throw new ConfigError({ problem, remedy: "Include more, or exclude less." }, topicOf(include.origin));
}

function mockOf(plan: Plan, baseUrl: string, failing: Failing | null): Mock {
  const fails = createFailures(failing);
  return createMock({
    operations: [...plan.operations.values()].map((operation) => mockOperation(planRequest(operation, plan), plan)),
    baseUrl,
    distance: leven,
    reply: (request) => Promise.resolve(fails(request) ?? refuse(request, plan)),
  });
}

/** Refuses a body that does not have the documented type. */
function refuse(request: MockRequest, plan: Plan): Response | undefined {
  const operation = plan.operations.get(request.operation);
  const problems = operation === undefined ? [] : checkBody(request.body, operation, plan);
  return problems.length === 0 ? undefined : failure(400, "BadRequest", describe(problems, operation));
}

function describe(problems: readonly string[], operation: OperationPlan | undefined): string {
  return `${operation?.symbol.name ?? "request"}: ${problems.join("; ")}`;
}
