import type { OperationModel, PermissionModel } from "../../api/model.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { change, judgedChange, type Change, type Topic } from "../change.ts";
import { judgeLeastPrivileged, judgeRemovedPermission } from "../classes.ts";
import type { Pair } from "../model.ts";
import { matchItems } from "./list.ts";

/** Permissions of one scheme, and of one resource if a page has a table for each. */
interface Grant {
  readonly key: string;
  readonly shown: string;
  /** Alternatives: any one of them is sufficient. */
  readonly scopes: readonly string[];
  readonly least: readonly string[];
  readonly supported: boolean;
  readonly source: Place;
}

/**
 * Compares the permissions of an operation. The scopes of a table are alternatives: a program needs one of them, so
 * an additional one affects no program, and a removed one affects the clients to which it was granted. Only the
 * service notices.
 */
export function permissionChanges(topic: Topic, { before, after }: Pair<OperationModel>): readonly Change[] {
  const grants = { before: grantsOf(before.permissions), after: grantsOf(after.permissions) };
  const isListed = after.permissions.length > 0;
  const matched = matchItems(grants, ({ key }) => key);
  const none = (grant: Grant): Grant => ({ ...grant, scopes: [], least: [], supported: false });
  return [
    ...matched.both.flatMap((grant) => compare(topic, grant)),
    ...matched.removed
      .flatMap((grant) => compare(topic, { before: grant, after: none(grant) }))
      // If there are no permissions, the package does not export a constant for them.
      .map((item): Change => ({ ...item, ...(isListed ? {} : judgeRemovedPermission(false)), side: "before" })),
    ...matched.added.flatMap((grant) => compare(topic, { before: none(grant), after: grant })),
  ];
}

function grantsOf(permissions: readonly PermissionModel[]): readonly Grant[] {
  const grants = new Map<string, Grant>();
  for (const { scheme, resource, scopes, leastPrivileged, supported, source } of permissions) {
    const shown = resource === null ? scheme : `${scheme}, ${resource}`;
    const key = JSON.stringify([scheme, resource]);
    const existing = grants.get(key);
    grants.set(key, {
      key,
      shown,
      scopes: [...new Set([...(existing?.scopes ?? []), ...scopes])],
      least: [...new Set([...(existing?.least ?? []), ...leastPrivileged])],
      supported: supported || existing?.supported === true,
      source: existing?.source ?? source,
    });
  }
  return [...grants.values()];
}

function compare(topic: Topic, grant: Pair<Grant>): readonly Change[] {
  const { before, after } = grant;
  const own: Topic = { module: topic.module, subject: `${topic.subject} (${after.shown})` };
  if (before.supported === after.supported) return [...scopeChanges(own, grant), ...leastChanges(own, grant)];
  const scopes = { before: before.scopes.join(", ") || null, after: after.scopes.join(", ") || null };
  return [change(own, `permission-support-${after.supported ? "added" : "removed"}`, after.source, scopes)];
}

function scopeChanges(topic: Topic, { before, after }: Pair<Grant>): readonly Change[] {
  const kind = before.scopes.length === 0 ? "permission-required" : "permission-added";
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
  const names = { before: before.least.join(", ") || "none", after: after.least.join(", ") || "none" };
  if (names.before === names.after || before.scopes.length === 0) return [];
  const impact = judgeLeastPrivileged(before.least.every((scope) => after.scopes.includes(scope)));
  return [judgedChange(topic, "least-privileged-changed", impact, after.source, names)];
}
