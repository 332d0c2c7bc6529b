import { columnKind } from "../content/vocabulary.ts";
import type { PermissionScheme } from "../model.ts";

/** "Application" and words that may follow it; other words, such as "administrator", name a role. */
const APPLICATION =
  /^app(?:lication|[- ]only|(?=\s+permissions?\b))(?:[- ]only)?(?:\s+(?:permissions?|scopes?|access|context|only|least|higher|more|privileged))*(?=\s*(?:$|[[(/:,*–—-]|(?:and|or|note|for|acting)\b))/i;
const DELEGATED =
  /^delegated(?:\s+(?:permissions?|scopes?|access|context|least|higher|more|privileged))*(?!\s*admin)\b/i;
const ACCOUNT = /^(?:work|school|personal)\b[\w\s,/]{0,60}\baccounts?\b/i;

/** Permission types that a row label, a column title or a heading names; a label may name several of them. */
export function schemesOf(label: string): readonly PermissionScheme[] {
  const text = bare(label);
  const isApplication = APPLICATION.test(text);
  const isDelegated = DELEGATED.test(text) || ACCOUNT.test(text);
  if (!isApplication && !isDelegated) return [];
  const delegated = isDelegated || /(?:\b(?:and|or)|[/,&])\s*delegated\b/i.test(text);
  const isWork = /\b(?:work|school)\b/i.test(text);
  const personal = delegated && (/\bpersonal\b/i.test(text) || (!isWork && /\bmicrosoft\s+account\b/i.test(text)));
  const work = delegated && (!personal || isWork);
  const application = isApplication || /(?:\b(?:and|or)|[/,&])\s*application\b/i.test(text);
  return [
    ...(work ? (["delegatedWork"] as const) : []),
    ...(personal ? (["delegatedPersonal"] as const) : []),
    ...(application ? (["application"] as const) : []),
  ];
}

/** What a row label states besides the permission type, such as `own files` in `Application (own files)`, or null. */
export function caseOf(label: string): string | null {
  const rest = bare(label)
    .replace(APPLICATION, "")
    .replace(DELEGATED, "")
    .replace(/\b(?:work|school|personal|microsoft|accounts?|or|and|permissions?)\b/gi, "")
    .replace(/^[\s()[\]*,:;–—-]+/, "")
    .replace(/[\s()[\]*,:;–—-]{1,20}$/, "");
  return rest === "" || /^note\b/i.test(rest) ? null : rest;
}

/** Whether a cell repeats the title of the column with permission types, as a header row within a table does. */
export function isPermissionTypeTitle(text: string): boolean {
  return columnKind(text) === "permissionType";
}

function bare(label: string): string {
  return label.replace(/^[*_\s]+/, "").replace(/[*_\s]{1,20}$/, "");
}
