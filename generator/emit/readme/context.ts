import type { Plan } from "../plan/plan.ts";
import { readableObject } from "../syntax/value-layout.ts";
import type { ReadmeCalls } from "./choose.ts";
import { statement } from "./import.ts";

/** Facts for the README, which contains names and examples of the model but no prose of the pages. */
export interface ReadmeContext {
  readonly packageName: string;
  readonly baseUrl: string | null;
  readonly plan: Plan;
  readonly calls: ReadmeCalls;
}

/** The token of programs that are not about tokens. */
const TOKEN = 'token: "ACCESS_TOKEN"';

/**
 * Writes the statement that creates the client.
 *
 * @param options properties of its options, as code; without a token, one is added
 */
export function clientStatement({ baseUrl }: ReadmeContext, ...options: readonly string[]): string {
  const has = (name: string): boolean => options.some((option) => option === name || option.startsWith(`${name}:`));
  const base = baseUrl === null && !has("baseUrl") ? ['baseUrl: "https://service.example"'] : [];
  const token = has("token") ? [] : [TOKEN];
  return statement("const client = createClient(", readableObject([...base, ...token, ...options]), ")");
}

/** Whether the service is Microsoft Graph, about which some facts are known that its reference does not contain. */
export function isMicrosoftGraph({ baseUrl }: Pick<ReadmeContext, "baseUrl">): boolean {
  return baseUrl !== null && URL.canParse(baseUrl) && new URL(baseUrl).host === "graph.microsoft.com";
}
