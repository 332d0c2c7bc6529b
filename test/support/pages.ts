import { createMemoryHost, type MemoryHost } from "./memory-host.ts";

/** A resource page of the dialect, small and without fault. */
export const RESOURCE_PAGE = `---
title: "badge resource type"
description: "A badge that opens doors."
doc_type: resourcePageType
---

# badge resource type

Namespace: microsoft.graph

A badge that opens doors.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|Key of the badge. Read-only.|
|doors|String collection|Doors that it opens.|

## JSON representation

<!-- {
  "blockType": "resource",
  "keyProperty": "id",
  "@odata.type": "microsoft.graph.badge"
}
-->
\`\`\`json
{
  "@odata.type": "#microsoft.graph.badge",
  "id": "String (identifier)",
  "doors": ["String"]
}
\`\`\`
`;

/** An operation page of the dialect, small and without fault. */
export const OPERATION_PAGE = `---
title: "Get badge"
description: "Read one badge."
doc_type: apiPageType
---

# Get badge

Namespace: microsoft.graph

Read one badge.

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Badge.Read.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Badge.Read.All|

## HTTP request

<!-- { "blockType": "ignored" } -->
\`\`\`http
GET /badges/{badgeId}
\`\`\`

## Request body

Don't supply a request body for this method.

## Response

If successful, this method returns a \`200 OK\` response code and a [badge](../resources/badge.md) object in the response body.

## Example

### Request

\`\`\`http
GET https://graph.microsoft.com/v1.0/badges/7
\`\`\`

### Response

\`\`\`http
HTTP/1.1 200 OK
Content-Type: application/json

{
  "@odata.type": "#microsoft.graph.badge",
  "id": "7",
  "doors": ["north"]
}
\`\`\`
`;

/** A small reference in `/project/docs-input`, with more files beside it or in place of its own. */
export function createDocsHost(more: Readonly<Record<string, string | Uint8Array>> = {}): MemoryHost {
  const added = Object.entries(more).map(([file, content]) => [`/project/docs-input/${file}`, content] as const);
  return createMemoryHost({
    "/project/docs-input/resources/badge.md": RESOURCE_PAGE,
    "/project/docs-input/api/badge-get.md": OPERATION_PAGE,
    ...Object.fromEntries(added),
  });
}
