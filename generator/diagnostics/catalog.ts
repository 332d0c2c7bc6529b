import { apiEntries } from "./catalog/api.ts";
import { markdownEntries } from "./catalog/markdown.ts";
import { pageEntries } from "./catalog/page.ts";
import { requestEntries } from "./catalog/requests.ts";
import { permissionEntries } from "./catalog/permissions.ts";
import { proofEntries } from "./catalog/proof.ts";
import { sourceEntries } from "./catalog/source.ts";

/** Every diagnostic that a stage can report, by its code. The rules of `lint/` have their own entries. */
export const stageCatalog = {
  ...sourceEntries,
  ...markdownEntries,
  ...pageEntries,
  ...requestEntries,
  ...permissionEntries,
  ...apiEntries,
  ...proofEntries,
};

export type StageCode = keyof typeof stageCatalog;

/** Message of a code, with its parameters in braces. */
export type StageMessage<C extends StageCode> = (typeof stageCatalog)[C]["message"];
