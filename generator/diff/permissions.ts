import type { OperationModel, PermissionModel } from "../api/model.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { matchItems } from "./match.ts";
import type { Change, Pair } from "./model.ts";
import { change, type Topic } from "./report.ts";
import { adds, breaks, breaksAtRun, docs } from "./verdict.ts";

/** What one scheme of sign-in needs, for one resource where a page has a table for each. */
interface Grant {
  readonly key: string;
  readonly shown: string;
  /** Any one of these is enough. */
  readonly scopes: readonly string[];
  readonly least: readonly string[];
  readonly supported: boolean;
  readonly source: Place;
}

/**
 * Compares the permissions of an operation. The scopes of a table are alternatives: a program needs one of them, so
 * one more breaks nobody, and one less breaks those who were granted it. Only the service notices.
 */
export function permissionChanges(topic: Topic, { before, after }: Pair<OperationModel>): readonly Change[] {
  const grants = { before: grantsOf(before.permissions), after: grantsOf(after.permissions) };
  // The page says nothing any more: the constant that held the permissions is gone.
  const isGone = after.permissions.length === 0;
  const matched = matchItems(grants, ({ key }) => key);
  const none = (grant: Grant): Grant => ({ ...grant, scopes: [], least: [], supported: false });
  return [
    ...matched.both.flatMap((grant) => compare(topic, grant)),
    ...matched.removed.flatMap((grant) => {
      const found = compare(topic, { before: grant, after: none(grant) });
      return found.map((item): Change =>
        isGone
          ? { ...item, ...breaks("the constant of its permissions is gone"), side: "before" }
          : { ...item, side: "before" },
      );
    }),
    ...matched.added.flatMap((grant) => compare(topic, { before: none(grant), after: grant })),
  ];
}

function grantsOf(permissions: readonly PermissionModel[]): readonly Grant[] {
  const grants = new Map<string, Grant>();
  for (const { scheme, resource, scopes, leastPrivileged, supported, source } of permissions) {
    const shown = resource === null ? scheme : `${scheme}, ${resource}`;
    const key = JSON.stringify([scheme, resource]);
    const known = grants.get(key);
    grants.set(key, {
      key,
      shown,
      scopes: [...new Set([...(known?.scopes ?? []), ...scopes])],
      least: [...new Set([...(known?.least ?? []), ...leastPrivileged])],
      supported: supported || known?.supported === true,
      source: known?.source ?? source,
    });
  }
  return [...grants.values()];
}

function compare(topic: Topic, grant: Pair<Grant>): readonly Change[] {
  const { before, after } = grant;
  const own: Topic = { module: topic.module, subject: `${topic.subject} (${after.shown})` };
  if (before.supported !== after.supported) {
    const scopes = { before: before.scopes.join(", ") || null, after: after.scopes.join(", ") || null };
    return [
      after.supported
        ? change(own, "permission-support-added", adds(), after.source, scopes)
        : change(
            own,
            "permission-support-removed",
            breaksAtRun("the service refuses this kind of sign-in"),
            after.source,
            scopes,
          ),
    ];
  }
  return [...scopeChanges(own, grant), ...leastChanges(own, grant)];
}

function scopeChanges(topic: Topic, { before, after }: Pair<Grant>): readonly Change[] {
  const needsConsent = breaksAtRun("needs consent: nothing had to be granted before");
  const isNew = before.scopes.length === 0;
  const lost = breaksAtRun("needs consent: whoever was granted only this one needs another");
  return [
    ...before.scopes
      .filter((scope) => !after.scopes.includes(scope))
      .map((scope) => change(topic, "permission-removed", lost, after.source, { before: scope })),
    ...after.scopes
      .filter((scope) => !before.scopes.includes(scope))
      .map((scope) =>
        isNew
          ? change(topic, "permission-required", needsConsent, after.source, { after: scope })
          : change(topic, "permission-added", adds("any one of them is enough"), after.source, { after: scope }),
      ),
  ];
}

function leastChanges(topic: Topic, { before, after }: Pair<Grant>): readonly Change[] {
  const names = { before: before.least.join(", ") || "none", after: after.least.join(", ") || "none" };
  if (names.before === names.after || before.scopes.length === 0) return [];
  const isKept = before.least.every((scope) => after.scopes.includes(scope));
  const verdict = docs(isKept ? "the one before is still accepted" : "the one before is not accepted any more");
  return [change(topic, "least-privileged-changed", verdict, after.source, names)];
}
