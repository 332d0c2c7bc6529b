/** What the service says in the body of an error response. */
interface ErrorFacts {
  readonly code: string | null;
  readonly message: string | null;
  readonly innerError: unknown;
}

/** What is known of a failed request. */
export interface FailedResponse {
  readonly operation: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  /** Text of the body. */
  readonly text: string;
}

/** The service answered with an error. */
export class GraphError extends Error {
  override readonly name = "GraphError";
  /** HTTP status. */
  readonly status: number;
  /** The service's error code, e.g. `Request_ResourceNotFound`; null where the answer is not the service's JSON. */
  readonly code: string | null;
  /** The service's `innerError`, as it came. */
  readonly innerError: unknown;
  /** What the service's support asks for; null where the answer names none. */
  readonly requestId: string | null;
  /** Name of the request function. */
  readonly operation: string;
  /** The answer's body: parsed JSON, or its text. */
  readonly body: unknown;
  readonly headers: Headers;

  constructor(response: FailedResponse) {
    const body = parse(response.text);
    const facts = readFacts(body);
    super(facts.message ?? `${response.status} ${response.statusText}`.trim());
    this.status = response.status;
    this.code = facts.code;
    this.innerError = facts.innerError;
    this.requestId = response.headers.get("request-id") ?? textAt(facts.innerError, "request-id");
    this.operation = response.operation;
    this.body = body;
    this.headers = response.headers;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function valueAt(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function textAt(value: unknown, key: string): string | null {
  const found = valueAt(value, key);
  return typeof found === "string" && found !== "" ? found : null;
}

function readFacts(body: unknown): ErrorFacts {
  const error = valueAt(body, "error");
  return {
    code: textAt(error, "code"),
    message: textAt(error, "message"),
    innerError: valueAt(error, "innerError") ?? valueAt(error, "innererror") ?? null,
  };
}
