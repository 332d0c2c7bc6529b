import type { PermissionFacts } from "../../generator/page/model.ts";
import { readPermissions } from "../../generator/page/permissions/permissions.ts";
import { sectionOf } from "./markdown.ts";

/** `delegatedWork chat: A.Read B.Read (A.Read)` lists the scopes and the least privileged ones of a chat. */
function shown({ scheme, resource, scopes, leastPrivileged, supported }: PermissionFacts): string {
  const subject = resource === null ? scheme : `${scheme} ${resource}`;
  const names = supported === true ? `${scopes.join(" ")} (${leastPrivileged.join(" ")})` : String(supported);
  return `${subject}: ${names}`;
}

/** Reads a Permissions section, and shows what it states and what is reported. */
export function showPermissions(markdown: string): {
  readonly permissions: readonly string[];
  readonly problems: readonly string[];
} {
  const [permissions, diagnostics] = readPermissions([sectionOf(markdown, "Permissions")]);
  return {
    permissions: permissions.map(shown),
    problems: diagnostics.map(
      ({ severity, code, message }) => `${severity} ${code} ${/"(.*?)"/.exec(message)?.[1] ?? ""}`,
    ),
  };
}
