import type { OperationModel, PermissionModel } from "../../api/model.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { change, judgedChange, type Change, type Topic } from "../change.ts";
import { judgeLeastPrivileged, judgeRemovedPermission, judgeUnknownPermission } from "../classes.ts";
import type { Pair } from "../model.ts";
import { matchItems } from "./list.ts";

/** Alternatives that are named, least privileged first; the page lists the others. */
const NAMED = 3;

/** Permissions of one scheme, and of one resource if a page has a table for each. */
interface Grant {
  readonly key: string;
  readonly shown: string;
  /** Alternatives: any one of them is sufficient. Scopes that are required together are one, such as `A and B`. */
  readonly scopes: readonly string[];
  readonly least: readonly string[];
  /** Null if it is unknown. */
  readonly supported: boolean | null;
  readonly source: Place;
}

/**
 * Compares the permissions of an operation. The scopes of a table are alternatives: a program needs one of them, so
 * an additional one affects no program, and a removed one affects the clients to which it was granted. Only the
 * service notices. Permissions that a page does not mention are unknown.
 */
export function permissionChanges(topic: Topic, { before, after }: Pair<OperationModel>): readonly Change[] {
  const grants = { before: grantsOf(before.permissions), after: grantsOf(after.permissions) };
  if (after.permissions.length === 0) return removedConstant(topic, grants.before);
  const matched = matchItems(grants, ({ key }) => key);
  return [
    ...matched.both.flatMap((grant) => compare(topic, grant)),
    ...matched.removed
      .flatMap((grant) => compare(topic, { before: grant, after: unknown(grant) }))
      .map((item): Change => ({ ...item, side: "before" })),
    ...matched.added
      // A new section about permissions affects only what it permits.
      .filter(({ supported }) => before.permissions.length > 0 || supported === true)
      .flatMap((grant) => compare(topic, { before: unknown(grant), after: grant })),
  ];
}

/** If a page no longer lists permissions, the package does not export a constant for them. */
function removedConstant(topic: Topic, grants: readonly Grant[]): readonly Change[] {
  const supported = grants.filter((grant) => grant.supported === true);
  return (supported.length === 0 ? grants.slice(0, 1) : supported).map((grant): Change => {
    const details = { before: shownScopes(grant), needs: needsOf({ before: grant, after: unknown(grant) }) };
    const own = subjectOf(topic, grant);
    const impact = judgeUnknownPermission(false);
    return { ...judgedChange(own, "permission-support-unknown", impact, grant.source, details), side: "before" };
  });
}

/** The grant of a page that does not mention it. */
function unknown(grant: Grant): Grant {
  return { ...grant, scopes: [], least: [], supported: null };
}

function grantsOf(permissions: readonly PermissionModel[]): readonly Grant[] {
  const grants = new Map<string, Grant>();
  for (const { scheme, resource, scopes, leastPrivileged, alternatives, supported, source } of permissions) {
    const shown = resource === null ? scheme : `${scheme}, ${resource}`;
    const key = JSON.stringify([scheme, resource]);
    const existing = grants.get(key);
    grants.set(key, {
      key,
      shown,
      scopes: [...new Set([...(existing?.scopes ?? []), ...(alternatives?.map(shownSet) ?? scopes)])],
      least: [...new Set([...(existing?.least ?? []), ...leastOf(leastPrivileged)])],
      supported: existing === undefined ? supported : either(existing.supported, supported),
      source: existing?.source ?? source,
    });
  }
  return [...grants.values()];
}

function shownSet(scopes: readonly string[]): string {
  return scopes.join(" and ");
}

function leastOf(scopes: readonly string[]): readonly string[] {
  return scopes.length === 0 ? [] : [shownSet(scopes)];
}

function either(one: boolean | null, other: boolean | null): boolean | null {
  if (one === true || other === true) return true;
  return one === null || other === null ? null : false;
}

function compare(topic: Topic, grant: Pair<Grant>): readonly Change[] {
  const { before, after } = grant;
  const own = subjectOf(topic, after);
  const needs = needsOf(grant);
  if (before.supported === after.supported)
    return [...scopeChanges(own, grant), ...leastChanges(own, grant)].map((item): Change => ({ ...item, needs }));
  const details = { before: shownScopes(before), after: shownScopes(after), needs };
  switch (after.supported) {
    case true:
      return [change(own, "permission-support-added", after.source, details)];
    case false: {
      const kind = before.supported === true ? "permission-support-removed" : "permission-support-denied";
      return [change(own, kind, after.source, details)];
    }
    case null:
      return [judgedChange(own, "permission-support-unknown", judgeUnknownPermission(true), after.source, details)];
  }
}

function needsOf({ before, after }: Pair<Grant>): Pair<string> {
  return { before: shownNeed(before), after: shownNeed(after) };
}

/** What a client needs: what no page states is unknown, which is not the same as nothing. */
function shownNeed({ scopes, supported }: Grant): string {
  const more = scopes.length - NAMED;
  if (scopes.length > 0) return [...scopes.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])].join(" or ");
  if (supported === null) return "unknown";
  return supported ? "no permission" : "not supported";
}

function subjectOf({ module, subject }: Topic, { shown }: Grant): Topic {
  return { module, subject: `${subject} (${shown})` };
}

function shownScopes({ scopes }: Grant): string | null {
  return scopes.length === 0 ? null : scopes.join(", ");
}

function scopeChanges(topic: Topic, { before, after }: Pair<Grant>): readonly Change[] {
  const isNew = before.scopes.length === 0 && before.supported === true;
  const kind = isNew ? "permission-required" : "permission-added";
  return [
    ...before.scopes
      .filter((scope) => !after.scopes.includes(scope))
      .map((scope) => {
        return judgedChange(topic, "permission-removed", judgeRemovedPermission(true), after.source, { before: scope });
      }),
    ...after.scopes
      .filter((scope) => !before.scopes.includes(scope))
      .map((scope) => change(topic, kind, after.source, { after: scope })),
  ];
}

function leastChanges(topic: Topic, { before, after }: Pair<Grant>): readonly Change[] {
  const names = { before: shownLeast(before), after: shownLeast(after) };
  if (names.before === names.after || before.scopes.length === 0) return [];
  const impact = judgeLeastPrivileged(before.least.every((scope) => after.scopes.includes(scope)));
  return [judgedChange(topic, "least-privileged-changed", impact, after.source, names)];
}

function shownLeast(grant: Grant): string {
  if (grant.least.length > 0) return grant.least.join(", ");
  return grant.scopes.length === 0 ? shownNeed(grant) : "unknown";
}
