import type { PermissionScheme, Permissions, ScopeSet } from "../output/permissions/index.ts";

export type { PermissionScheme, Permissions, ScopeSet } from "../output/permissions/index.ts";

/** All permission types, in the order in which reports list them. */
export const SCHEMES = ["delegatedWork", "delegatedPersonal", "application"] as const satisfies PermissionScheme[];

export const SCOPES_FORMATS = ["pretty", "json", "manifest"] as const;
export type ScopesFormat = (typeof SCOPES_FORMATS)[number];

/** A place in the program; line and column begin at 1. */
export interface Place {
  /** Path with `/`, relative to the current folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a call says about its URL. */
export interface CallRoute {
  /** Sorted names of the path values, or null if the call does not list them. */
  readonly keys: readonly string[] | null;
  /** Value of the option `route`, or null if it is absent. */
  readonly name: string | null;
}

/** A reference to a request function: a call, or a use of the function as a value. */
export interface Use {
  readonly permissions: Permissions;
  readonly place: Place;
  readonly route: CallRoute;
}

/** A place at which the program can reach request functions that are not known from the source. */
export interface Unclear {
  readonly place: Place;
  readonly reason: string;
}

/** All uses of request functions in a program, by file and position. */
export interface ProgramUses {
  readonly uses: readonly Use[];
  readonly unclear: readonly Unclear[];
}

/** The uses of one request function, or those of one case of it. */
export interface CallReport {
  readonly operation: string;
  readonly page: string;
  /** The case on the page, or null if the page has only one. */
  readonly resource: string | null;
  /** True if the page lists several cases, and the source does not decide between them at some place. */
  readonly isOpen: boolean;
  /** Sets of scopes of which each is sufficient, least privileged first. */
  readonly sets: readonly ScopeSet[];
  /** The set that the program uses, empty if none is needed or known. */
  readonly chosen: ScopeSet;
  /** All scopes that the page lists. */
  readonly listed: readonly string[];
  readonly places: readonly Place[];
}

/** A required scope with the calls that use it. */
export interface ScopeReport {
  readonly scope: string;
  /** Calls whose least-privileged set contains the scope. */
  readonly neededBy: readonly CallReport[];
  /** Calls that would need a less privileged scope, if this one were not needed anyway. */
  readonly alsoServes: readonly CallReport[];
}

/** The least-privileged scopes of a program for one permission type. */
export interface SchemeReport {
  readonly scheme: PermissionScheme;
  readonly scopes: readonly ScopeReport[];
  /** Calls that need no scope. */
  readonly withoutScope: readonly CallReport[];
  /** Calls whose pages do not state what they need. */
  readonly unknown: readonly CallReport[];
  /** Calls whose pages state that the permission type is not supported. */
  readonly unsupported: readonly CallReport[];
}
