import * as z from "zod/mini";
import type { Granted } from "./granted.ts";
import { SCHEMES, type PermissionScheme } from "./model.ts";

const access = z.object({ id: z.optional(z.nullable(z.string())), type: z.string(), value: z.optional(z.string()) });
const manifest = z.object({ requiredResourceAccess: z.array(z.object({ resourceAccess: z.array(access) })) });
const list = z.union([z.array(z.string()), z.string()]);
const byScheme = z.partialRecord(z.enum(SCHEMES), list);

/** What is wrong with a file of granted scopes, without its name. */
export class GrantedError extends Error {
  override readonly name = "GrantedError";
}

/**
 * Reads the scopes that an application has.
 *
 * @param text content of the file: JSON with a manifest (`requiredResourceAccess`), a list, a text of scopes or an object
 *   with one of these for each permission type; or plain text, with `#` before comments
 * @param key path of a key in JSON such as `app.scopes`, or null for the whole file
 * @param scheme permission type, which a list does not state; null for those that a manifest has
 * @returns one entry for each permission type
 * @throws GrantedError if the scopes cannot be read
 */
export function readGranted(text: string, key: string | null, scheme: PermissionScheme | null): readonly Granted[] {
  const isJson = key !== null || /^\s*[[{"]/.test(text);
  const value = isJson ? valueAt(parseJson(text), key) : text.replace(/#.*$/gm, "");
  const named = z.safeParse(manifest, value);
  if (named.success) {
    return fromManifest(
      named.data.requiredResourceAccess.flatMap((item) => item.resourceAccess),
      scheme,
    );
  }
  const listed = z.safeParse(list, value);
  if (listed.success) {
    if (scheme === null) throw new GrantedError("Unexpected list without a permission type, expected --scheme with it");
    return [{ scheme, scopes: scopesOf(listed.data) }];
  }
  const schemes = z.safeParse(byScheme, value);
  if (!schemes.success) {
    throw new GrantedError(
      `Unexpected value, expected requiredResourceAccess, a list of scopes, or an object with ${SCHEMES.join(", ")}`,
    );
  }
  return SCHEMES.flatMap((name) => {
    const own = schemes.data[name];
    return own === undefined || (scheme !== null && name !== scheme) ? [] : [{ scheme: name, scopes: scopesOf(own) }];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new GrantedError(error instanceof Error ? error.message : "Unexpected text, expected JSON");
  }
}

function valueAt(value: unknown, key: string | null): unknown {
  if (key === null) return value;
  return key.split(".").reduce<unknown>((inner, name) => {
    const found =
      typeof inner === "object" && inner !== null
        ? new Map<string, unknown>(Object.entries(inner)).get(name)
        : undefined;
    if (found === undefined) throw new GrantedError(`Unexpected key ${key}, expected one that the file has`);
    return found;
  }, value);
}

/** A scope may be written as a URL, such as `https://graph.microsoft.com/User.Read`. */
function scopesOf(listed: z.infer<typeof list>): readonly string[] {
  const scopes = typeof listed === "string" ? listed.split(/[\s,;]+/) : listed;
  return scopes.map((scope) => scope.slice(scope.lastIndexOf("/") + 1).trim()).filter((scope) => scope !== "");
}

type Access = z.infer<typeof access>;

function fromManifest(entries: readonly Access[], scheme: PermissionScheme | null): readonly Granted[] {
  const unnamed = entries.find(({ value }) => value === undefined);
  if (unnamed !== undefined) {
    throw new GrantedError(
      `Unexpected id ${unnamed.id ?? "null"} without a name, expected "value" with the name of the scope beside each id`,
    );
  }
  const ofType = (type: string): readonly string[] =>
    entries.flatMap((item) => (item.type === type ? (item.value ?? []) : []));
  if (scheme !== null) return [{ scheme, scopes: ofType(scheme === "application" ? "Role" : "Scope") }];
  const granted: readonly Granted[] = [
    { scheme: "delegatedWork", scopes: ofType("Scope") },
    { scheme: "application", scopes: ofType("Role") },
  ];
  return granted.filter(({ scopes }) => scopes.length > 0);
}
