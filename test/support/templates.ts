import type { OperationModel, PathParameterModel, RequestModel } from "../../generator/api/model.ts";

/** One call of a request function with made-up values, and the request line that its page documents for them. */
export interface TemplateCall {
  readonly options: Readonly<Record<string, unknown>>;
  readonly method: string;
  readonly path: string;
  /** Query options that the documented URL fixes. */
  readonly query: string | null;
}

/** A value for a placeholder: different for each, and text that must be encoded where text is taken. */
function valueOf(parameter: PathParameterModel, position: number): string | number | boolean {
  if (/^Edm\.(?:S?Byte|Int\d+|Single|Double|Decimal)$/.test(parameter.type)) return position + 1;
  if (parameter.type === "Edm.Boolean") return position % 2 === 0;
  return `${parameter.name} ${String(position)}/o'b#%é`;
}

function encoded(parameter: PathParameterModel, value: string | number | boolean): string {
  const text = String(value);
  switch (parameter.form) {
    case "filePath":
      return text.split("/").map(encodeURIComponent).join("/");
    case "quoted":
      return encodeURIComponent(text.replaceAll("'", "''"));
    case "literal":
    case "segment":
      return encodeURIComponent(text);
  }
}

/** The documented path with the values in the places of the placeholders. */
function fill(request: RequestModel, values: ReadonlyMap<string, string | number | boolean>): string {
  let path = request.path;
  const fromTheEnd = [...request.parameters].sort((a, b) => b.offset - a.offset);
  for (const parameter of fromTheEnd) {
    const value = encoded(parameter, values.get(parameter.name) ?? "");
    path = path.slice(0, parameter.offset) + value + path.slice(parameter.offset + parameter.placeholder.length);
  }
  return path;
}

function keysOf(request: RequestModel): string {
  return request.parameters
    .map(({ name }) => name)
    .sort()
    .join(" ");
}

function isSame(a: RequestModel, b: RequestModel): boolean {
  return a.method === b.method && a.path === b.path && a.queryText === b.queryText;
}

/** What a caller has to name a URL by, which stands in the type of `route`. */
function routeOf(request: RequestModel, rivals: readonly RequestModel[]): string | undefined {
  const withQuery = (item: RequestModel): string => item.path + (item.queryText === null ? "" : `?${item.queryText}`);
  const candidates = [(item: RequestModel) => item.path, withQuery];
  const unique = candidates.find((name) => rivals.filter((other) => name(other) === name(request)).length === 1);
  return unique?.(request) ?? `${request.method} ${withQuery(request)}`;
}

/**
 * Plans a call of every documented URL of an operation. A URL that the page abridges is none, unless all are.
 *
 * @param operation an operation of the model
 */
export function planTemplates(operation: OperationModel): readonly TemplateCall[] {
  const whole = operation.requests.filter(({ path }) => !path.includes("/.../"));
  const stated = whole.length > 0 ? whole : operation.requests;
  const requests = stated.filter((item, index) => stated.findIndex((other) => isSame(item, other)) === index);
  return requests.map((request) => {
    const values = new Map(request.parameters.map((item, position) => [item.name, valueOf(item, position)]));
    const rivals = requests.filter((other) => keysOf(other) === keysOf(request));
    return {
      options: {
        ...(values.size > 0 && { path: Object.fromEntries(values) }),
        ...(rivals.length > 1 && { route: routeOf(request, rivals) }),
        ...(operation.requestBody !== null && { body: bodyOf(operation.requestBody.kind) }),
      },
      method: request.method,
      path: fill(request, values),
      query: request.queryText,
    };
  });
}

function bodyOf(kind: NonNullable<OperationModel["requestBody"]>["kind"]): unknown {
  return kind === "json" || kind === "reference" ? {} : "text";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Encodes what may not stand in a URL and leaves what may: how fixed text of a page's path is written. */
function normalized(path: string): string {
  const segments = path.split("/").map((segment) => encodeURIComponent(decoded(segment)));
  const joined = segments.join("/");
  return joined.startsWith("/") ? joined : `/${joined}`;
}

/** Fixed options of a documented query: those with a value that is no placeholder. */
function fixedOptions(query: string | null): readonly string[] {
  return (query ?? "").split("&").flatMap((piece) => {
    const equals = piece.indexOf("=");
    const [name, value] = [decoded(piece.slice(0, equals)).trim(), decoded(piece.slice(equals + 1)).trim()];
    const isFixed = equals > 0 && value !== "" && !/[{}<>…]|\.\.\./.test(value) && /^[$@]?[A-Za-z][\w.-]*$/.test(name);
    return isFixed ? [`${name}=${value}`] : [];
  });
}

/** What a call sent that its page does not document; empty where method, path and fixed query are as documented. */
export function compareTemplate(
  call: TemplateCall,
  received: { readonly method: string; readonly url: string },
): string[] {
  const [path = "", query = ""] = received.url.replace(/^\/v1\.0/, "").split("?");
  const sent = new URLSearchParams(query);
  const faults = [
    received.method !== call.method && `method ${received.method}, expected ${call.method}`,
    normalized(path) !== normalized(call.path) && `path ${path}, expected ${call.path}`,
    ...fixedOptions(call.query).map((option) => {
      const [name = ""] = option.split("=");
      const value = option.slice(name.length + 1);
      return sent.get(name) !== value && `query ${query}, expected ${option}`;
    }),
  ];
  return faults.filter((fault) => fault !== false);
}
