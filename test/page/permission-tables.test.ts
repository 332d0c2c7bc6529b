import { expect, it } from "vitest";
import { showPermissions } from "../support/permissions.ts";

const unknown = (...schemes: readonly string[]): readonly string[] => schemes.map((scheme) => `${scheme}: null`);

const tables: readonly [
  title: string,
  markdown: string,
  permissions: readonly string[],
  problems?: readonly string[],
][] = [
  [
    "rows below a permission type",
    `|Permission type|Permissions (from most to least privileged)|
|:---|:---|
|Delegated (work or school account)| |
|&nbsp; &nbsp; **Locks**|Lock.ReadWrite.All, Lock.Read.All|
|&nbsp; &nbsp; **Keys**| |
|Delegated (personal Microsoft account)|Not supported.|
|Application|Varies by part:|
|Locks|Lock.Read.All|
|Keys|Not supported.|`,
    [
      "delegatedWork Locks: Lock.Read.All Lock.ReadWrite.All (Lock.Read.All)",
      "delegatedWork Keys: null",
      "delegatedPersonal: false",
      "application Locks: Lock.Read.All (Lock.Read.All)",
      "application Keys: false",
    ],
    ["warning permission-placeholder "],
  ],
  [
    "several rows of a permission type",
    `|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|Door.Read, Door.Read.All|
|Application|Door.ReadWrite.All|
||Door.Manage.All|`,
    [
      "application: Door.Read Door.Read.All Door.ReadWrite.All Door.Manage.All (Door.Read)",
      ...unknown("delegatedWork", "delegatedPersonal"),
    ],
  ],
  [
    "several rows of a permission type that begin with the most privileged",
    `|Permission type|Permissions (from most to least privileged)|
|:---|:---|
|Application|Door.Manage.All|
|Application|Door.ReadWrite.All, Door.Read|`,
    [
      "application: Door.Read Door.ReadWrite.All Door.Manage.All (Door.Read)",
      ...unknown("delegatedWork", "delegatedPersonal"),
    ],
  ],
  [
    "rows of a permission type for several cases",
    `|Permission type|Permissions|
|:---|:---|
|Application (own doors)|Door.Read|
|Application (all doors)|Door.Read.All|`,
    [
      "application own doors: Door.Read (Door.Read)",
      "application all doors: Door.Read.All (Door.Read.All)",
      ...unknown("delegatedWork", "delegatedPersonal"),
    ],
  ],
  [
    "a row that belongs to no permission type",
    `|Permission type|Permissions|
|:---|:---|
|Delegated (work or school account)|Door.Read|
|Delegated (personal Microsoft account)|Not supported.|
|door|Door.Read.All|`,
    ["delegatedWork: Door.Read (Door.Read)", "delegatedPersonal: false", "application: null"],
    ["error permission-type-unknown door"],
  ],
  [
    "a header row within the table",
    `|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Door.Read, Door.ReadWrite|
|**Permission type**|**Permissions (from most to least privileged)**|
|Application|Door.ReadWrite, Door.Read|`,
    [
      "delegatedWork: Door.Read Door.ReadWrite (Door.Read)",
      "application: Door.Read Door.ReadWrite (Door.Read)",
      ...unknown("delegatedPersonal"),
    ],
  ],
  [
    "sub-headings between rows",
    `|Permission type|Permissions|
|:---|:---|
|**Locks**||
|Application|Lock.Read|
|**Keys**||
|Application|Key.Read|`,
    [
      "application Locks: Lock.Read (Lock.Read)",
      "application Keys: Key.Read (Key.Read)",
      ...unknown("delegatedWork", "delegatedPersonal"),
    ],
  ],
  [
    "columns of least and higher privileged permissions",
    `|Permission type|Least privileged permissions|Higher privileged permissions|
|:---|:---|:---|
|Delegated (work or school account)|Door.Read|Door.ReadWrite, Door.Manage.All|
|Delegated (personal Microsoft account)|Not supported.|Not supported.|
|Application|Door.Read.All|Not available.|`,
    [
      "delegatedWork: Door.Read Door.ReadWrite Door.Manage.All (Door.Read)",
      "delegatedPersonal: false",
      "application: Door.Read.All (Door.Read.All)",
    ],
  ],
  [
    "further columns of permissions",
    `|Permission type|Permissions acting on self|Permissions acting on others (from most to least privileged)|
|:---|:---|:---|
|Delegated (work or school account)|Door.Read|Door.Manage.All, Door.Read.All|
|Delegated (personal Microsoft account)|Door.Read|Not supported.|
|Application|Not supported.|Door.Read.All|`,
    [
      "delegatedWork acting on self: Door.Read (Door.Read)",
      "delegatedWork acting on others: Door.Read.All Door.Manage.All (Door.Read.All)",
      "delegatedPersonal acting on self: Door.Read (Door.Read)",
      "delegatedPersonal acting on others: false",
      "application acting on self: false",
      "application acting on others: Door.Read.All (Door.Read.All)",
    ],
  ],
  [
    "a column of resources, and one of notes that mention a permission",
    `|Permission type|Resource|Permissions|Notes|
|:---|:---|:---|:---|
|Application|door|Door.Read.All|Door.Manage.All opens it, too.|
|Application|lock|Lock.Read.All||`,
    [
      "application door: Door.Read.All (Door.Read.All)",
      "application lock: Lock.Read.All (Lock.Read.All)",
      ...unknown("delegatedWork", "delegatedPersonal"),
    ],
  ],
  [
    "permission types in the second column",
    `|Permissions|Permission type|
|:---|:---|
|Door.Read|Delegated (work or school account)|
|Door.Read.All|Application|`,
    [
      "delegatedWork: Door.Read (Door.Read)",
      "application: Door.Read.All (Door.Read.All)",
      ...unknown("delegatedPersonal"),
    ],
  ],
  [
    "a row for each role",
    `|Role|Delegated (work or school account)|Application|
|:---|:---|:---|
|Application administrator|Door.Read|Not supported.|
|Porter|Door.Manage.All||`,
    [
      "delegatedWork Application administrator: Door.Read (Door.Read)",
      "application Application administrator: false",
      "delegatedWork Porter: Door.Manage.All (Door.Manage.All)",
      "application Porter: null",
      ...unknown("delegatedPersonal"),
    ],
    ["warning permission-placeholder "],
  ],
  [
    "resources within a cell",
    `|Permission type|Permissions|
|:---|:---|
|Delegated (work or school account)|Doors of the signed-in **user**:<br/>Door.Read,<br/>Door.ReadWrite<br/><br/>For **lock** resource:<br/>Lock.Read|
|Delegated (personal Microsoft account)|For doors: Not supported. For locks: Lock.Read|
|Application|Door.Read.All<br>In addition:<ul><li>If asking for keys: Key.Read.All</li></ul>House.Read.All|`,
    [
      "delegatedWork Doors of the signed-in user: Door.Read Door.ReadWrite (Door.Read)",
      "delegatedWork lock: Lock.Read (Lock.Read)",
      "delegatedPersonal doors: false",
      "delegatedPersonal locks: Lock.Read (Lock.Read)",
      "application: Door.Read.All House.Read.All (Door.Read.All)",
      "application If asking for keys: Key.Read.All (Key.Read.All)",
    ],
  ],
  [
    "paragraphs above several tables",
    `For **door** resource:

|Permission type|Permissions|
|:---|:---|
|Application|Door.Read.All|

**Locks**

|Permission type|Permissions|
|:---|:---|
|Application|Lock.Read.All|`,
    [
      "application door: Door.Read.All (Door.Read.All)",
      ...unknown("delegatedWork door", "delegatedPersonal door"),
      "application Locks: Lock.Read.All (Lock.Read.All)",
      ...unknown("delegatedWork Locks", "delegatedPersonal Locks"),
    ],
  ],
  [
    "a table below the name of a permission type",
    `**Application permissions**

|Resource|Permissions|
|:---|:---|
|door|Door.Read.All|
|lock|Lock.Read.All|`,
    [
      "application door: Door.Read.All (Door.Read.All)",
      "application lock: Lock.Read.All (Lock.Read.All)",
      ...unknown("delegatedWork", "delegatedPersonal"),
    ],
  ],
  [
    "a table without permission types",
    "|Resource|Permissions|\n|:---|:---|\n|door|Door.Read.All, Door.Manage.All|",
    unknown("delegatedWork", "delegatedPersonal", "application"),
    ["error permission-without-type Door.Read.All, Door.Manage.All"],
  ],
  [
    "permission types within a cell",
    `|Resource|Permissions|
|:---|:---|
|door|Delegated: Door.Read<br>Application: Door.Read.All|`,
    [
      "delegatedWork door: Door.Read (Door.Read)",
      "application door: Door.Read.All (Door.Read.All)",
      ...unknown("delegatedPersonal"),
    ],
  ],
  [
    "a table of roles",
    `|Permission type|Permissions|
|:---|:---|
|Application|Door.Read.All|

|Role|May|
|:---|:---|
|Porter|open every door|`,
    ["application: Door.Read.All (Door.Read.All)", ...unknown("delegatedWork", "delegatedPersonal")],
  ],
  [
    "a list",
    "- Delegated (work or school account): Door.Read, Door.ReadWrite\n- Application: Door.Read.All\n- Guests - Guest.Read",
    [
      "delegatedWork: Door.Read Door.ReadWrite (Door.Read)",
      "application: Door.Read.All (Door.Read.All)",
      ...unknown("delegatedPersonal"),
    ],
    ["error permission-without-type Guest.Read"],
  ],
  [
    "no table",
    "Ask the porter.",
    unknown("delegatedWork", "delegatedPersonal", "application"),
    ["warning permissions-missing "],
  ],
];

it.each(tables)("reads %s", (_title, markdown, permissions, problems = []) => {
  expect(showPermissions(markdown)).toEqual({ permissions, problems });
});
