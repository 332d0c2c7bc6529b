import type {
  ApiModel,
  EnumModel,
  OperationModel,
  ParameterModel,
  PathParameterModel,
  PermissionModel,
  PropertyModel,
  RequestBodyModel,
  TypeModel,
} from "../../generator/api/model.ts";
import { compareStrings } from "../../generator/util/compare.ts";
import { sha256 } from "../../generator/util/hash.ts";

/** A type, enum or operation of a model, with everything that its page states as one short line a fact. */
export interface Subject {
  /** E.g. `operation GET /doors/{id}`: the name of its function may change. */
  readonly subject: string;
  readonly file: string;
  /** `LINE fact`; sentences of the page are left out. */
  readonly facts: readonly string[];
}

/** Lists the types, enums and operations of a model that pages define, with their facts. */
export function subjectsOf(model: Pick<ApiModel, "types" | "enums" | "operations">): readonly Subject[] {
  return [
    ...model.types.filter(({ inferred }) => !inferred).map(ofType),
    ...model.enums.filter(({ inline }) => !inline).map((each) => ofEnum(each)),
    ...model.operations.map(ofOperation),
  ];
}

/**
 * Draws subjects for review. A subject keeps its rank if other pages appear or disappear.
 *
 * @param seed a different seed draws different subjects
 */
export function drawSubjects(subjects: readonly Subject[], size: number, seed: string): readonly Subject[] {
  const rank = ({ subject, file }: Subject): string => sha256(`${seed} ${file} ${subject}`);
  return subjects.toSorted((a, b) => compareStrings(rank(a), rank(b))).slice(0, size);
}

function ofType(type: TypeModel): Subject {
  const facts = [
    `${String(type.source.line)} ${type.kind}, base ${type.baseType ?? "none"}, keys ${list(type.keys)}` +
      marks({ abstract: type.abstract, open: type.open, deprecated: type.deprecated !== null }),
    ...type.properties.map((property) => ofProperty(property, type.source.file)),
  ];
  return { subject: `type ${type.namespace}.${type.name}`, file: type.source.file, facts };
}

function ofEnum(declared: EnumModel): Subject {
  const facts = declared.members.map(
    ({ name, value, source }) =>
      `${String(source.line)} member ${JSON.stringify(name)}${value === null ? "" : ` = ${String(value)}`}`,
  );
  const head = `${String(declared.source.line)} ${declared.flags ? "flags" : "one value"}`;
  return {
    subject: `enum ${declared.namespace}.${declared.name}`,
    file: declared.source.file,
    facts: [head, ...facts],
  };
}

function ofOperation(operation: OperationModel): Subject {
  const { response, requestBody } = operation;
  const facts = [
    `${String(operation.source.line)} ${operation.kind}${operation.deprecated === null ? "" : ", deprecated"}`,
    ...operation.requests.map(
      ({ method, path, queryText, parameters, source }) =>
        `${String(source.line)} ${method} ${path}${queryText === null ? "" : `?${queryText}`}${parameters.map(ofPathParameter).join("")}`,
    ),
    ...operation.permissions.map(ofPermission),
    ...operation.headers.map(
      ({ name, required, source }) => `${String(source.line)} header ${name}${marks({ required })}`,
    ),
    ...operation.query.map((each) => ofParameter("query", each)),
    ...operation.functionParameters.map((each) => ofParameter("parameter", each)),
    ...(requestBody === null ? ["no body"] : ofBody(requestBody, operation.source.file)),
    `${String(response.source.line)} response ${response.statuses.join(", ")} ${response.type ?? "nothing"}${response.collection ? "[]" : ""}`,
    ...operation.examples.map(
      ({ request, response: shown, source }) =>
        `${String(source.line)} example ${request?.method ?? "-"} ${bodyOf(request?.body)} -> ${String(shown?.status ?? "-")} ${bodyOf(shown?.body)}`,
    ),
  ];
  const [first] = operation.requests;
  return { subject: `operation ${first?.method ?? ""} ${first?.path ?? ""}`, file: operation.source.file, facts };
}

function ofProperty(property: PropertyModel, file: string): string {
  const { name, type, collection, values, source, relationship, readOnly, required, nullable, inherited, inferred } =
    property;
  const shown = `${JSON.stringify(name)}: ${type}${collection ? "[]" : ""}${values === null ? "" : ` of ${values}`}`;
  const noted = {
    relationship,
    readOnly,
    required,
    nullable,
    inherited,
    inferred,
    deprecated: property.deprecated !== null,
  };
  const elsewhere = source.file === file ? "" : `${source.file}:`;
  return `${elsewhere}${String(source.line)} ${shown}${marks(noted)}${property.default === null ? "" : `, default ${property.default}`}`;
}

function ofPathParameter({ name, type, values }: PathParameterModel): string {
  return `, ${name}: ${type}${values.length === 0 ? "" : ` of ${list(values)}`}`;
}

function ofPermission(permission: PermissionModel): string {
  const { scheme, scopes, leastPrivileged, alternatives, supported, resource, source } = permission;
  const granted = list(alternatives?.map((set) => set.join(" and ")) ?? scopes);
  const state = supported === null ? "unknown" : supported ? granted : "not supported";
  const least = scopes.length > 1 ? `, least ${list(leastPrivileged)}` : "";
  return `${String(source.line)} ${scheme}${resource === null ? "" : ` (${resource})`}: ${state}${least}`;
}

function ofParameter(word: string, { name, type, collection, values, required, source }: ParameterModel): string {
  const listed = values.length === 0 ? "" : ` of ${list(values)}`;
  return `${String(source.line)} ${word} ${name}: ${type}${collection ? "[]" : ""}${listed}${marks({ required })}`;
}

function ofBody(body: RequestBodyModel, file: string): readonly string[] {
  const other = body.content === undefined ? "" : ` or ${body.content}`;
  const shown = `${body.kind} ${body.type ?? "of rows"}${body.collection ? "[]" : ""}${other}`;
  const head = `${String(body.source.line)} body ${shown}${marks({ optional: body.optional === true })}`;
  return [head, ...body.properties.map((property) => `body ${ofProperty(property, file)}`)];
}

function bodyOf(body: unknown): string {
  if (body === null || body === undefined) return "no body";
  return typeof body === "string" ? "text" : Array.isArray(body) ? "array" : "object";
}

function list(values: readonly string[]): string {
  return values.length === 0 ? "none" : values.join(" ");
}

function marks(marked: Readonly<Record<string, boolean>>): string {
  const set = Object.keys(marked).filter((name) => marked[name] === true);
  return set.map((name) => `, ${name}`).join("");
}
