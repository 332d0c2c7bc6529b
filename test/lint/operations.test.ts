import path from "node:path";
import { expect, it } from "vitest";
import { findDiagnostics } from "../../generator/commands/lint/find.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { createContext } from "../support/command-line.ts";
import { createMemoryHost } from "../support/memory-host.ts";

/** Line of the heading of the second operation. */
const SECOND = 21;

const PAGE = `# Read mast

Namespace: microsoft.graph

Reads a mast or changes it.

## Read a mast

### HTTP request

\`\`\`http
GET /masts/{mastId}
\`\`\`

### Response

If successful, this method returns a \`200 OK\` response code and a [mast](../resources/mast.md) object.


## Change a mast

### HTTP request

\`\`\`http
PATCH /masts/{mastId}/sails/{mastId}
\`\`\`

### Request body

In the request body, supply the changes.

|Property|Type|Description|
|:---|:---|:---|
|height|Double||
|wood|mastWood|Kind of the wood.|
|wood|mastWood|Kind of the wood.|
|top|[mast](../resources/flag.md)|The part above it.|

### Response

If successful, this method returns a \`200 OK\` response code and a [mast](../resources/mast.md) object in the response body.

## Examples

\`\`\`http
PATCH https://graph.microsoft.com/v1.0/masts/1/sails/2
Content-Length: 2
\`\`\`

\`\`\`http
HTTP/1.1 202 Accepted
Content-Type: application/json
Content-Length: 2

{ "value": [{ "height": 9 }] }
\`\`\`

\`\`\`http
PATCH https://graph.microsoft.com/v1.0/masts/1/sials/2
Content-Type: application/json

{ "height": 8 }
\`\`\`

\`\`\`http
HTTP/1.1 204 No Content
Content-Type: application/json

{ "height": 8 }
\`\`\`

\`\`\`http
PUT https://graph.microsoft.com/v1.0/masts/1
Content-Type: application/json

{ "height": 7 }
\`\`\`
`;

it("reports findings about every operation of a page, each once", async () => {
  const mast =
    "# mast resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|height|Double|x|\n";
  const files = {
    "docs/api/mast-get.md": PAGE,
    "docs/resources/mast.md": mast,
    "docs/resources/flag.md": mast.replace("mast", "flag"),
  };
  const host = createMemoryHost(
    Object.fromEntries(Object.entries(files).map(([file, text]) => [path.resolve("/project", file), text])),
  );
  const { context } = createContext(host);
  const settings = await resolveSettings(context.host, context.cwd, { docs: "docs" });
  const found = await findDiagnostics(context, settings, false);
  const codes = found.flatMap(({ code, place }) =>
    place.file.endsWith("mast-get.md") && place.line > SECOND ? [code] : [],
  );
  expect(codes.toSorted()).toEqual([
    "content-length-wrong",
    "example-method-differs",
    "example-status-differs",
    "example-url-differs",
    "placeholder-twice",
    "property-row-twice",
    "property-without-description",
    "request-body-missing",
    "response-body-unexpected",
    "type-link-differs",
    "type-undefined",
    "type-unlinked",
    "type-unlinked",
  ]);
});
