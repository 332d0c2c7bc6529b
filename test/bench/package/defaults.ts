/** Removes code from a file of the runtime. */
export interface Edit {
  readonly file: string;
  readonly before: RegExp;
  readonly after: string;
}

const edit = (file: string, before: RegExp, after = ""): Edit => ({ file, before, after });

/** What every program carries because the runtime does it by default, and the edits that remove it. */
export const DEFAULTS: readonly (readonly [name: string, edits: readonly Edit[]])[] = [
  [
    "redirects",
    [
      edit("exchange.ts", /const follows = .*;/),
      edit("exchange.ts", /return follows \? await followRedirects\(.*\) : (.*);/, "return $1;"),
    ],
  ],
  ["checks of numbers", [edit("send.ts", /checkLimits\(.*\);/)]],
  [
    "hooks",
    [
      edit("client.ts", /hooks: \[options\.hooks \?\? \[\]\]\.flat\(\),/, "hooks: [],"),
      edit("send.ts", /for \(const hooks of sender\.hooks\)\s*await untilAborted\([^;]*;/),
      edit("send.ts", /for \(const hooks of sender\.hooks\) \{[^}]*\}\n/),
      edit("send.ts", /const shown: HookRequest = \{.*\};/),
      edit("send.ts", /if \(wait !== null && \(await isAllowed\(sending, event\)\)\)/, "if (wait !== null)"),
      edit("send.ts", /const event = \{.*\};/),
    ],
  ],
  ["client-request-id", [edit("send.ts", /if \(isHome && sender\.clientRequestId[^;]*;/)]],
  [
    "retries",
    [
      edit("send.ts", /const retry = retryOptions\(.*\);/, "const retry = {};"),
      edit("send.ts", /const wait = .*;/),
      edit("send.ts", /const event = \{.*\};/),
      edit("send.ts", /if \(wait !== null .*\n\s*else if/, "if"),
    ],
  ],
  ["a new token after status 401", [edit("send.ts", /const isRejected = [\s\S]*?\n\}/, "return response; }")]],
  [
    "the largest size of responses",
    [
      edit("exchange.ts", /if \(!isStream\(body\)\)[\s\S]*?\n {2}\}\);/),
      edit("exchange.ts", /new Response\(counted\)/, "response"),
      edit("exchange.ts", /if \(controller\.signal\.reason === TOO_LARGE\)\n.*\n/),
    ],
  ],
  ["claims that a 401 response requires", [edit("send.ts", /readDemand\(response\)/, "{}")]],
  [
    "bodies that are streams",
    [
      edit("exchange.ts", /\{ body: isStream\(body\) \? watch\(.*\) : body \}/, "{ body }"),
      edit("exchange.ts", /\.\.\.\(isStream\(body\) \? \{ duplex: "half" \} : \{\}\),/),
      edit("send.ts", / \|\| isStream\(request\.body\)/),
      edit("send.ts", /isStream\(request\.body\) \? null : /),
    ],
  ],
  [
    "other formats of JSON",
    [
      edit("request.ts", /\{ json = JSON \}: GraphClient,\n\s*operation/, "_client: GraphClient,\n  operation"),
      edit("request.ts", /jsonBody\(operation\.name, body, json\)/, "jsonBody(operation.name, body, JSON)"),
      edit("request.ts", /\{ json = JSON \}: GraphClient/, "_client: GraphClient"),
      edit("request.ts", /json\.parse\(text\)/, "JSON.parse(text)"),
      edit("client.ts", /const \{ retry, json \} = options;/, "const { retry } = options;"),
      edit("client.ts", /\{ baseUrl, timeout, retry, json, send/, "{ baseUrl, timeout, retry, send"),
    ],
  ],
  [
    "base URLs without a version",
    [
      edit("client.ts", /const url = \/[\s\S]*?;/, "const url = baseUrl;"),
      edit("client.ts", /const \{ pathname, origin \} = .*/),
    ],
  ],
  [
    "checks of path values",
    [edit("url.ts", /if \(text === ""\)\s*throw [\s\S]*?\);/), edit("url.ts", /if \(path\.split\([\s\S]*?\n {2}\}/)],
  ],
];
