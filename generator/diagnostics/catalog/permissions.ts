import type { Entries } from "../entry.ts";

/** The permissions table of the sample page. */
const PERMISSIONS = `|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Boats.Read.All, Boats.ReadWrite.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Boats.Read.All|`;

/** Diagnostics of reading the permissions of one page. */
export const permissionEntries = {
  "permissions-missing": {
    severity: "warning",
    message: "Unexpected Permissions section without a table, expected a table that names permissions",
    description: "A Permissions section has no table of permissions.",
    why: "Callers do not learn which permissions they need. Nothing is lost: the section names none.",
    advice: "Add a table that names the permissions for each permission type.",
    example: {
      page: "api/boat-get.md",
      ok: PERMISSIONS,
      notOk: "Ask the harbour master.",
    },
  },
  "permission-table-unreadable": {
    severity: "error",
    message:
      "Unexpected table with the columns {title} in a Permissions section, expected a column of permission types and one of permissions",
    description: "A Permissions section has a table, but no row of it can be read.",
    why: "The permissions of the table are missing from the package.",
    advice: "Write the table with the columns Permission type and Permissions.",
    example: {
      page: "api/boat-get.md",
      ok: PERMISSIONS,
      notOk: "|Role|Needed for|\n|:---|:---|\n|Skipper|Sailing the boat.|",
    },
  },
  "permission-placeholder": {
    severity: "warning",
    message: 'Unexpected "{text}" in a permissions table, expected permission names or "Not supported."',
    description: "A permissions table contains placeholder text.",
    why: "Callers do not learn which permissions they need.",
    advice: 'Write the names of the permissions, or "Not supported."',
    example: { page: "api/boat-get.md", ok: "|Application|Boats.Read.All|", notOk: "|Application|TODO|" },
  },
  "permission-order-unclear": {
    severity: "error",
    message:
      'Unexpected title "{title}" of a column of permissions, expected "Permissions (from least to most privileged)"',
    description: "The title of a column with lists of permissions does not say in which order they are.",
    why: "The first permission of each list counts as the least privileged, which may be wrong.",
    advice: "Write whether the lists begin with the least or with the most privileged permission.",
    example: {
      page: "api/boat-get.md",
      ok: PERMISSIONS,
      notOk:
        "|Permission type|Rights (from mst to least)|\n|:---|:---|\n|Application|Boats.Read.All, Boats.ReadWrite.All|",
    },
  },
  "permission-sets-unclear": {
    severity: "warning",
    message: 'Unexpected "{text}" in a permissions table, expected "or" between alternatives',
    description: 'A list of permissions ends with "and", which also joins permissions that are required together.',
    why: "Callers do not learn whether one of the permissions is sufficient, so none counts as the least privileged.",
    advice: 'Separate alternatives by commas alone, and repeat what is required together: "A and C, B and C".',
    example: {
      page: "api/boat-get.md",
      ok: "Boats.Read.All, Boats.ReadWrite.All",
      notOk: "Boats.Read.All, Boats.ReadWrite.All and Crew.Read.All",
    },
  },
  "permission-unreadable": {
    severity: "error",
    message: 'Unexpected "{text}" in a permissions table, expected the name of a permission',
    description: "Text of a permissions table is meant to be a permission, but it does not have the form of one.",
    why: "The permission is lost.",
    advice: "Write the name of the permission without spaces, and separate permissions by commas.",
    example: {
      page: "api/boat-get.md",
      ok: "Boats.Read.All, Boats.ReadWrite.All",
      notOk: "Boats.Read.All, Boats .ReadWrite.All",
    },
  },
  "permission-without-type": {
    severity: "error",
    message: 'Unexpected permissions "{text}" without a permission type, expected a row for each permission type',
    description: "A Permissions section names permissions, but not the permission type that they belong to.",
    why: "The permissions are lost.",
    advice: "Name the permissions in a table with a row for each permission type.",
    example: {
      page: "api/boat-get.md",
      ok: PERMISSIONS,
      notOk: "- Boats.Read.All, Boats.ReadWrite.All",
    },
  },
  "permission-type-contradictory": {
    severity: "error",
    message: "Unexpected second row for {scheme}, which contradicts the first, expected one row",
    description: "Two rows of a permission type contradict each other.",
    why: "One of the rows is probably that of another permission type, whose permissions are then unknown.",
    advice: "Correct the permission type of one of the rows.",
    example: {
      page: "api/boat-get.md",
      ok: "|Delegated (personal Microsoft account)|",
      notOk: "|Delegated (work or school account)|",
    },
  },
  "permission-type-unknown": {
    severity: "error",
    message: 'Unexpected permission type "{text}", expected Delegated or Application',
    description: "A row of a permissions table has an unknown permission type.",
    why: "The permissions of the row are lost, because they cannot be assigned to a permission type.",
    advice: "Begin the cell with Delegated or Application.",
    example: { page: "api/boat-get.md", ok: "|Application|", notOk: "|Machine|" },
  },
} as const satisfies Entries;
