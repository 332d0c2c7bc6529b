import type { Entries } from "../entry.ts";

/** Diagnostics of reading the requests and the examples of one page. */
export const requestEntries = {
  "request-line-unreadable": {
    severity: "error",
    message: "Unexpected {found} in an HTTP request block, expected a method and a URL; the request is lost",
    description: "A line in an HTTP request block is not a request, or its URL has a character that no URL has.",
    why: "The request is missing from the package.",
    advice: "Write one request per line: a method and a URL.",
    example: {
      page: "api/boat-get.md",
      ok: "GET /boats/{boatId}\n",
      notOk: "GET /boats/{boatId}\nor by the name of the boat\n",
    },
  },
  "request-outside-section": {
    severity: "error",
    message:
      "Unexpected request {request} above the HTTP request section, expected it in that section; the request is lost",
    description: "A list of requests above `## HTTP request` has one that the section does not have.",
    why: "The request is missing from the package.",
    advice: "Move the request into the HTTP request section, or document it on a page of its own.",
    example: {
      page: "api/boat-get.md",
      ok: "Reads a [boat](../resources/boat.md).\n",
      notOk: "Reads a [boat](../resources/boat.md).\n\n```http\nGET /boats/{boatId}/log\n```\n",
    },
  },
  "request-ellipsis": {
    severity: "error",
    message: "Unexpected ... in the path {path}, expected a complete path; the request is skipped",
    description: "A URL contains `...` instead of segments.",
    why: "A URL with an ellipsis cannot be called.",
    advice: "Write the complete path, with a placeholder for each value.",
    example: {
      page: "api/boat-get.md",
      ok: "GET /boats/{boatId}\n",
      notOk: "GET /boats/{boatId}\nGET /harbours/.../boats/{boatId}\n",
    },
  },
  "request-methods-mixed": {
    severity: "error",
    message: "Unexpected {method} request beside a {first} request, expected a heading that separates the methods",
    description: "A page lists requests of different methods for different URLs without headings between them.",
    why: "The package has one function for all of them, with one body and one response.",
    advice: "Write a heading for each method below `## HTTP request`, or a page for each.",
    example: {
      page: "api/boat-get.md",
      ok: "GET /boats/{boatId}\n",
      notOk: "GET /boats/{boatId}\nPOST /boats/{boatId}/wash\n",
    },
  },
  "request-host": {
    severity: "warning",
    message: 'Unexpected "{text}" before the path {path}, expected a path that begins with /',
    description: "A URL has a host, a version, `~` or other text before its path.",
    why: "The path has to be guessed.",
    advice: "Begin the URL with `/`; the host and the version belong in the examples.",
  },
  "request-key-literal": {
    severity: "warning",
    message: "Unexpected key {key} in a request line, expected a placeholder such as {placeholder}",
    description: "A request line contains the key of one item.",
    why: "The request is about that item alone. The package takes the key as a parameter.",
    advice: "Write a placeholder in the request line, and the key in the example.",
    example: {
      page: "api/boat-get.md",
      ok: "GET /boats/{boatId}",
      notOk: "GET /boats/5e7a1c0d-9b1f-4a56-8c36-0d1f2a3b4c5d",
    },
  },
  "request-arguments-missing": {
    severity: "warning",
    message: 'Unexpected function "{name}" without arguments, expected {expected}',
    description: "A request line calls a function without the required parameters that the page describes.",
    why: "Anyone who copies the line gets an error. The arguments are added in the package.",
    advice: "Write the arguments in the request line.",
  },
  "operation-without-request": {
    severity: "error",
    message: "Unexpected operation page without a request, expected a method and a URL below ## HTTP request",
    description: "An operation page does not state a request.",
    why: "The package has no function for the operation.",
    advice: "Add a code block with a method and a URL below `## HTTP request`.",
    example: {
      page: "api/boat-get.md",
      ok: "``` http\nGET /boats/{boatId}\n```",
      notOk: "Ask for the boat by its identifier.",
    },
  },
  "example-json-invalid": {
    severity: "warning",
    message: "Unexpected JSON in an example ({reason}), expected valid JSON; the body is treated as text",
    description: "The JSON of an example cannot be parsed.",
    why: "The example is treated as text: it is not checked, and the package shows it without types. Nothing is lost: the text arrives as it is, and other sections state the types.",
    advice: "Make the body valid JSON; `...` may stand for omitted members.",
    example: { page: "api/boat-get.md", ok: '"length": 12,', notOk: '"length" 12; 13,' },
  },
  "example-json-lenient": {
    severity: "info",
    message: "Unexpected JSON in an example ({reason}), expected strict JSON; the body is read anyway",
    description: "The JSON of an example contains comments, trailing commas or similar deviations.",
    why: "Anyone who copies the example gets a syntax error.",
    advice: "Remove comments and trailing commas. `--fix` removes a trailing comma.",
    example: { page: "api/boat-get.md", ok: '"isAfloat": true', notOk: '"isAfloat": true,' },
  },
  "example-without-request": {
    severity: "info",
    message: "Unexpected example response without a request, expected a request before it",
    description: "An example shows a response without its request.",
    why: "Readers do not learn which request leads to the response.",
    advice: "Add the request before the response.",
    example: {
      page: "api/boat-get.md",
      ok: `### Request

<!-- { "blockType": "request", "name": "r" } -->
\`\`\` http
GET https://graph.microsoft.com/v1.0/boats/b-7
\`\`\`

`,
      notOk: "",
    },
  },
  "example-host": {
    severity: "warning",
    message: "Unexpected URL {url} in an example, expected the host, a version and a path with forward slashes",
    description: "A URL in an example has a wrong host or backslashes.",
    why: "Anyone who copies the URL gets an error.",
    advice:
      "Write `https://`, the host of the service, a version and a path with `/`. `--fix` corrects a stray `/docs\\api`.",
    example: { page: "api/boat-get.md", ok: "com/v1.0/boats", notOk: "com/docs\\api/boats" },
  },
  "query-option-misspelt": {
    severity: "error",
    message: "Unexpected query option {written}, expected {near}",
    description: "The name of a query option is misspelt.",
    why: "The request function does not accept the option.",
    advice: "Write the option as OData names it, such as `$filter`.",
    example: {
      page: "api/boat-get.md",
      ok: "## Response",
      notOk: "## Query parameters\n\nThis method supports the `$slect` query parameter.\n\n## Response",
    },
  },
} as const satisfies Entries;
