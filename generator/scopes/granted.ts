import type { PermissionScheme, ProgramUses, SchemeReport, ScopeSet, CallReport } from "./model.ts";
import { grantedSet, requiredByProgram } from "./required.ts";

/** Scopes that an application has, for one permission type. */
export interface Granted {
  readonly scheme: PermissionScheme;
  readonly scopes: readonly string[];
}

/** A scope that an application lacks, with the calls that need it. */
export interface MissingScope {
  readonly scope: string;
  readonly calls: readonly CallReport[];
}

/** A scope that an application has and should not have. */
export interface ExcessiveScope {
  readonly scope: string;
  /** Less privileged scopes that are sufficient; empty if no call needs the scope. */
  readonly replaces: readonly string[];
  readonly calls: readonly CallReport[];
}

/** The comparison of granted scopes with those that a program needs. */
export interface CheckReport {
  readonly scheme: PermissionScheme;
  readonly missing: readonly MissingScope[];
  readonly excessive: readonly ExcessiveScope[];
  /** Scopes that no call needs as far as known; calls whose permissions are unknown may need them. */
  readonly undecided: readonly string[];
  readonly required: SchemeReport;
}

/** Scopes of OpenID Connect, which are about sign-in and not about calls. */
const SIGN_IN = new Set(["openid", "profile", "email", "offline_access"]);

/**
 * Compares the scopes that an application has with the least-privileged ones of its program.
 *
 * A scope is missing if a call has no set of scopes within the granted ones, and would use it. A scope is excessive if it
 * is not one of the least-privileged scopes of the program: no call needs it, or it only replaces a lower one.
 */
export function checkGranted({ uses }: ProgramUses, { scheme, scopes }: Granted): CheckReport {
  const required = requiredByProgram(uses, scheme);
  const granted = new Set(scopes);
  const needed = new Set(required.scopes.map(({ scope }) => scope));
  const calls = [...new Set(required.scopes.flatMap((item) => [...item.neededBy, ...item.alsoServes]))];
  const missing = required.scopes.flatMap(({ scope }): readonly MissingScope[] => {
    const lacking = calls.filter(({ sets, chosen }) => chosen.includes(scope) && grantedSet(sets, granted) === null);
    return granted.has(scope) || lacking.length === 0 ? [] : [{ scope, calls: lacking }];
  });
  const others = [...granted].filter((scope) => !needed.has(scope) && !SIGN_IN.has(scope)).sort();
  const excessive = others.map((scope) => replacement(scope, calls, granted));
  const isDecided = required.unknown.length === 0;
  return {
    scheme,
    missing,
    excessive: excessive.filter(({ replaces }) => isDecided || replaces.length > 0),
    undecided: isDecided ? [] : excessive.filter(({ replaces }) => replaces.length === 0).map(({ scope }) => scope),
    required,
  };
}

/** The scopes that the calls would use which now rely on a scope. */
function replacement(scope: string, calls: readonly CallReport[], granted: ReadonlySet<string>): ExcessiveScope {
  const rest = new Set(granted);
  rest.delete(scope);
  const hasSet = (sets: readonly ScopeSet[], within: ReadonlySet<string>): boolean => grantedSet(sets, within) !== null;
  const relying = calls.filter(({ sets }) => hasSet(sets, granted) && !hasSet(sets, rest));
  return { scope, replaces: [...new Set(relying.flatMap(({ chosen }) => chosen))].sort(), calls: relying };
}
