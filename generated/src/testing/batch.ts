/** The service accepts this many requests in one batch. */
const LIMIT = 20;

interface BatchPart {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly dependsOn: readonly string[];
}

interface PartResponse {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readBody(body: unknown, headers: Headers): string | undefined {
  if (body === undefined || body === null) return undefined;
  const isJson = /[/+]json\b/i.test(headers.get("content-type") ?? "application/json");
  if (isJson || typeof body !== "string") return JSON.stringify(body);
  try {
    return atob(body);
  } catch {
    return body;
  }
}

function readPart(part: unknown): BatchPart | null {
  if (!isRecord(part) || typeof part.id !== "string" || typeof part.url !== "string") return null;
  const headers = new Headers();
  const given = isRecord(part.headers) ? Object.entries(part.headers) : [];
  for (const [name, value] of given) headers.set(name, String(value));
  const dependsOn = Array.isArray(part.dependsOn) ? part.dependsOn.map(String) : [];
  const method = typeof part.method === "string" ? part.method.toUpperCase() : "GET";
  return {
    id: part.id,
    method,
    url: part.url,
    headers,
    body: readBody(part.body, headers),
    dependsOn,
  };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

async function writeResponse(id: string, response: Response): Promise<PartResponse> {
  const { status, headers } = response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const given: Record<string, string> = {};
  headers.forEach((value, name) => (given[name] = value));
  const shared = { id, status, headers: given };
  if (bytes.length === 0) return shared;
  const isJson = /[/+]json\b/i.test(headers.get("content-type") ?? "");
  return {
    ...shared,
    body: isJson ? JSON.parse(new TextDecoder().decode(bytes)) : toBase64(bytes),
  };
}

/**
 * Answers a batch by sending each of its requests.
 *
 * @param json body of the batch
 * @param baseUrl URL that the URLs of the requests are relative to
 * @param send sends a request of the batch
 * @param fail creates the response to an invalid batch
 */
export async function answerBatch(
  json: unknown,
  baseUrl: string,
  send: (request: Request) => Promise<Response>,
  fail: (message: string) => Response,
): Promise<Response> {
  const given = isRecord(json) && Array.isArray(json.requests) ? json.requests : [];
  const parts = given.flatMap((part) => readPart(part) ?? []);
  if (parts.length === 0 || parts.length < given.length)
    return fail("Unexpected batch, expected requests with an id, a method and a url");
  if (parts.length > LIMIT)
    return fail(
      `Unexpected batch of ${String(parts.length)} requests, expected up to ${String(LIMIT)}`,
    );
  const responses: PartResponse[] = [];
  for (const part of parts) {
    const { id, method, url, headers, body, dependsOn } = part;
    const failed = responses.some((other) => dependsOn.includes(other.id) && other.status >= 400);
    const request = new Request(`${baseUrl}/${url.replace(/^\//, "")}`, {
      method,
      headers,
      ...(body === undefined || method === "GET" ? {} : { body }),
    });
    const response = failed ? dependencyFailure() : await send(request);
    responses.push(await writeResponse(id, response));
  }
  return Response.json({ responses });
}

function dependencyFailure(): Response {
  const error = { code: "FailedDependency", message: "A request that this one depends on failed." };
  return Response.json({ error }, { status: 424 });
}
