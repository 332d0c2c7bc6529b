import {
  descriptionCell,
  frontMatter,
  jsonObject,
  jsonValue,
  lines,
  linkTo,
  maybe,
  nameCell,
  typeCell,
  type Named,
  type Scene,
} from "./page-parts.ts";

const VERBS = ["Get", "List", "Create", "Update", "Delete", "Add", "Remove", "action", "function", "delta"] as const;
type Verb = (typeof VERBS)[number];

const METHODS: Readonly<Record<Verb, string>> = {
  ...{ Get: "GET", List: "GET", Create: "POST", Update: "PATCH", Delete: "DELETE" },
  ...{ Add: "POST", Remove: "DELETE", action: "POST", function: "GET", delta: "GET" },
};

/** Writes a page of an operation of a resource. */
export function operationPage(scene: Scene, resource: Named): string {
  const { words, random } = scene;
  const verb = random.of(VERBS);
  const method = random.below(15) === 0 ? words.text("path", "method") : METHODS[verb];
  const title = titleOf(scene, verb, resource);
  const names = Array.from({ length: 4 + random.below(8) }, () => words.text("name", "parameter name"));
  const url = drawUrl(scene, verb);
  const hasBody = ["POST", "PATCH"].includes(method) || random.below(10) === 0;
  return [
    frontMatter(scene, title, "apiPageType"),
    `# ${title}`,
    `Namespace: ${scene.namespace}`,
    random.below(5) === 0 ? `> [!CAUTION]\n> This API is deprecated. ${words.text("line", "deprecated note")}` : "",
    words.text("prose", "summary of an operation"),
    maybe(
      random,
      2,
      () => `${words.text("prose", "text about an operation")} ${linkTo(scene, resource, "../resources/")}`,
    ),
    maybe(random, 8, () => permissions(scene)),
    "## HTTP request",
    `<!-- { "blockType": "${random.below(6) === 0 ? words.text("json", "block type") : "ignored"}" } -->`,
    fence(
      scene,
      "http",
      lines(1 + random.below(3), () => `${method} ${random.below(3) === 0 ? drawUrl(scene, verb) : url}`),
    ),
    verb === "function" ? parameterTable(scene, "Function parameters", names) : "",
    random.below(3) === 0 ? parameterTable(scene, "Path parameters", names.slice(0, 2)) : "",
    random.below(2) === 0 ? queryParameters(scene) : "",
    headers(scene),
    "## Request body",
    hasBody ? requestBody(scene, resource, names) : "Don't supply a request body for this method.",
    "## Response",
    response(scene, resource, verb),
    lines(random.below(3), () => example(scene, method, url, hasBody ? names : [])),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function titleOf({ words, random }: Scene, verb: Verb, { name }: Named): string {
  if (random.below(6) === 0) return words.text("line", "title of an operation");
  if (verb === "action" || verb === "function") return `${name}: ${words.text("name", "action name")}`;
  return verb === "delta" ? `${name}: delta` : `${verb} ${name}${verb === "List" ? "s" : ""}`;
}

function drawUrl({ words, random }: Scene, verb: Verb): string {
  const segment = (): string => words.text("path", "URL segment");
  const placeholder = (): string => words.text("path", "placeholder");
  const key = (): string => random.of([`{${placeholder()}}`, `{${placeholder()}-id}`, `<${placeholder()}>`, "{id}"]);
  const item = verb === "List" || verb === "Create" || verb === "delta" ? "" : `/${key()}`;
  const call = `${segment()}(${segment()}='{${placeholder()}}',${segment()}={${placeholder()}})`;
  const tail = { action: segment(), function: call, delta: "delta" }[
    verb === "action" || verb === "delta" ? verb : "function"
  ];
  const isCall = verb === "action" || verb === "function" || verb === "delta";
  const query = random.below(5) === 0 ? `?$${segment()}=${segment()}&${segment()}={${placeholder()}}` : "";
  return `/${segment()}${random.below(2) === 0 ? `/${key()}/${segment()}` : ""}${item}${isCall ? `/${tail}` : ""}${query}`;
}

function permissions(scene: Scene): string {
  const { words, random } = scene;
  const cell = (): string =>
    random.below(5) === 0
      ? "Not supported."
      : lines(
          1 + random.below(3),
          () => `${capital(words.text("name", "scope"))}.Read${random.below(2) === 0 ? ".All" : ""}`,
        ).replaceAll("\n", random.of([", ", " and ", " or "]));
  const isSplit = random.below(2) === 0;
  const type = (text: string): string => (random.below(12) === 0 ? words.text("cell", "permission type") : text);
  const schemes = ["Delegated (work or school account)", "Delegated (personal Microsoft account)", "Application"];
  const header = isSplit
    ? "|Permission type|Least privileged permissions|Higher privileged permissions|\n|:---|:---|:---|"
    : "|Permission type|Permissions (from least to most privileged)|\n|:---|:---|";
  const rows = schemes.map((scheme) => `|${type(scheme)}|${cell()}|${isSplit ? `${cell()}|` : ""}`);
  const resource = random.below(4) === 0 ? `### For ${words.text("line", "resource of permissions")}\n\n` : "";
  return `## Permissions\n\n${words.text("prose", "text about permissions")}\n\n${resource}${header}\n${rows.join("\n")}`;
}

function parameterTable(scene: Scene, heading: string, names: readonly string[]): string {
  const rows = names.map(
    (name) => `|${nameCell(name, scene)}|${typeCell(scene, "../resources/")}|${descriptionCell(scene)}|`,
  );
  return `## ${heading}\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}`;
}

function queryParameters(scene: Scene): string {
  const { words, random } = scene;
  if (random.below(2) === 0)
    return `## Optional query parameters\n\nSupports \`$select\`, \`$${words.text("name", "query option")}\`.`;
  return parameterTable(scene, "Query parameters", [
    ...Array.from({ length: 3 }, () => `${random.of(["", "$"])}${words.text("name", "query parameter")}`),
  ]);
}

function headers({ words }: Scene): string {
  const rows = lines(2, () => `|${words.text("name", "header name")}|${words.text("cell", "header description")}|`);
  return `## Request headers\n\n|Name|Description|\n|:---|:---|\n|Authorization|Bearer {token}. Required.|\n${rows}`;
}

function requestBody(scene: Scene, resource: Named, names: readonly string[]): string {
  const { words, random } = scene;
  const type = linkTo(scene, resource, "../resources/");
  const intro = [
    `In the request body, supply a JSON representation of the ${type} object.`,
    "In the request body, supply a JSON representation of the parameters.",
    `${words.text("prose", "text about a body")} ${type}`,
  ][random.below(3)];
  const rows = names.map(
    (name) => `|${nameCell(name, scene)}|${typeCell(scene, "../resources/")}|${descriptionCell(scene)}|`,
  );
  return `${intro ?? ""}\n\n|Property|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}`;
}

function response(scene: Scene, resource: Named, verb: Verb): string {
  const { words, random } = scene;
  const type = linkTo(scene, resource, "../resources/");
  const status = random.of(["200 OK", "201 Created", "204 No Content", "202 Accepted", words.text("line", "status")]);
  const begin = `If successful, this method returns a \`${status}\` response code`;
  const many = verb === "List" || verb === "delta";
  const returned = [
    many ? `a collection of ${type} objects` : `a ${type} object`,
    `a ${random.of(["String", "Boolean", "Int32"])} in the response body`,
    words.text("prose", "text about a response"),
  ][random.below(6)];
  return status.startsWith("204") ? `${begin}. ${words.text("line", "response")}` : `${begin} and ${returned ?? type}.`;
}

function fence({ words, random }: Scene, info: string, text: string): string {
  return `\`\`\`${random.below(10) === 0 ? words.text("line", "fence info") : info}\n${text}\n\`\`\``;
}

function example(scene: Scene, method: string, url: string, names: readonly string[]): string {
  const { words, random, namespace } = scene;
  const host = random.below(8) === 0 ? `https://${words.text("path", "host")}.example` : "https://graph.microsoft.com";
  const filled = url.replace(/\{[^{}]*\}|<[^<>]*>/g, () => words.text("path", "example value"));
  const query =
    random.below(4) === 0
      ? `?$filter=${words.text("path", "example query")} eq '${words.text("path", "example query")}'`
      : "";
  const body = names.length > 0 ? `Content-Type: application/json\n\n${jsonObject(scene, 2, names)}` : "";
  const header =
    random.below(3) === 0 ? `${words.text("path", "example header")}: ${words.text("line", "example header")}\n` : "";
  const type =
    random.below(4) === 0
      ? words.text("json", "annotated response")
      : `${namespace}.${random.of(scene.resources).name}`;
  const list = `{\n  "@odata.context": "${words.text("json", "context")}",\n  "value": [${jsonValue(scene, 2)}]\n}`;
  return [
    `## Example ${words.text("line", "example title")}`,
    "### Request",
    `<!-- { "blockType": "request", "name": "${words.text("json", "example name")}" } -->`,
    fence(scene, "http", `${method} ${host}/v1.0${filled}${query}\n${header}${body}`),
    "### Response",
    `<!-- { "blockType": "response", "truncated": true, "@odata.type": "${type}" } -->`,
    fence(
      scene,
      "http",
      `HTTP/1.1 ${random.below(6) === 0 ? words.text("line", "example status") : "200 OK"}\n${header}Content-Type: application/json\n\n${random.below(2) === 0 ? list : jsonObject(scene, 2, names)}`,
    ),
  ].join("\n\n");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
