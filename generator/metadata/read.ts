import { parseXml, XmlElement, XmlError } from "@rgrove/parse-xml";
import { groupBy } from "../util/group.ts";
import type {
  Metadata,
  MetadataEnum,
  MetadataItem,
  MetadataOperation,
  MetadataProperty,
  MetadataType,
  MetadataValue,
} from "./model.ts";

/** Thrown if a document is not the metadata of an OData service. The message states the place and what is expected. */
export class MetadataError extends Error {
  override readonly name = "MetadataError";
}

/** A read document, before its elements are converted. */
interface Source {
  readonly lineOf: (element: XmlElement) => number;
  /** Replaces the alias of a schema by its namespace. */
  readonly qualify: (name: string) => string;
  /** Terms of the annotations outside their targets, by target. */
  readonly annotations: ReadonlyMap<string, readonly XmlElement[]>;
}

/**
 * Reads a metadata document. External entities are never loaded, and document types are not accepted.
 *
 * @param text XML of CSDL 4.x
 * @param file path of the document for messages
 * @throws MetadataError if the text is not such a document
 */
export function readMetadata(text: string, file: string): Metadata {
  const root = parse(text, file);
  const schemas = descendants(root, "Schema");
  if (localName(root) !== "Edmx" || schemas.length === 0) {
    throw new MetadataError(`${file}: Unexpected root element <${root.name}>, expected <edmx:Edmx> with a <Schema>`);
  }
  const version = root.attributes.Version ?? "";
  if (!/^4(?:\.|$)/.test(version)) {
    throw new MetadataError(`${file}: Unexpected version "${version}" of the metadata, expected 4.0 or later`);
  }
  const source: Source = {
    lineOf: lineFinder(text),
    qualify: qualifier(schemas),
    annotations: outerAnnotations(schemas, qualifier(schemas)),
  };
  const all = schemas.flatMap((schema) => readSchema(schema, source));
  return {
    file,
    types: byName(all.flatMap(({ types }) => types)),
    enums: byName(all.flatMap(({ enums }) => enums)),
    operations: groupBy(
      all.flatMap(({ operations }) => operations),
      ({ name }) => name.toLowerCase(),
    ),
  };
}

function parse(text: string, file: string): XmlElement {
  if (/^\uFEFF?\s*[{[]/.test(text)) {
    throw new MetadataError(`${file}: Unexpected JSON, expected the XML that the service returns for $metadata`);
  }
  if (/^[^<]*(?:<\?[^>]*>\s*)?<!DOCTYPE/i.test(text))
    throw new MetadataError(`${file}: Unexpected document type, expected plain XML`);
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    if (root !== null) return root;
  } catch (error) {
    if (error instanceof RangeError)
      throw new MetadataError(`${file}: Unexpected nesting, expected the depth of a schema`);
    if (!(error instanceof XmlError)) throw error;
    const [reason = ""] = error.message.split("\n");
    throw new MetadataError(`${file}:${String(error.line)}:${String(error.column)}: Unexpected XML (${reason})`);
  }
  throw new MetadataError(`${file}: Unexpected empty document, expected <edmx:Edmx>`);
}

/** Lines are counted in document order, so that a large document is read once. */
function lineFinder(text: string): (element: XmlElement) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return ({ start }) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= start) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function qualifier(schemas: readonly XmlElement[]): (name: string) => string {
  const aliases = new Map(schemas.map(({ attributes: { Alias = "", Namespace = "" } }) => [Alias, Namespace]));
  return (name) => {
    const dot = name.lastIndexOf(".");
    const namespace = dot === -1 ? undefined : aliases.get(name.slice(0, dot));
    return namespace === undefined || namespace === "" ? name : `${namespace}${name.slice(dot)}`;
  };
}

function outerAnnotations(
  schemas: readonly XmlElement[],
  qualify: (name: string) => string,
): ReadonlyMap<string, readonly XmlElement[]> {
  const found = new Map<string, readonly XmlElement[]>();
  for (const element of schemas.flatMap((schema) => childrenOf(schema, "Annotations"))) {
    const [owner = "", ...members] = (element.attributes.Target ?? "").split("/");
    const target = [qualify(owner), ...members].join("/");
    found.set(target, [...(found.get(target) ?? []), ...childrenOf(element, "Annotation")]);
  }
  return found;
}

interface Schema {
  readonly types: readonly MetadataType[];
  readonly enums: readonly MetadataEnum[];
  readonly operations: readonly MetadataOperation[];
}

function readSchema(schema: XmlElement, source: Source): Schema {
  const namespace = schema.attributes.Namespace ?? "";
  return {
    types: [
      ...childrenOf(schema, "EntityType").map((element) => readType(element, "entity", namespace, source)),
      ...childrenOf(schema, "ComplexType").map((element) => readType(element, "complex", namespace, source)),
    ],
    enums: childrenOf(schema, "EnumType").map((element) => readEnum(element, namespace, source)),
    operations: [
      ...childrenOf(schema, "Action").map((element) => readOperation(element, "action", source)),
      ...childrenOf(schema, "Function").map((element) => readOperation(element, "function", source)),
    ],
  };
}

function readType(element: XmlElement, kind: MetadataType["kind"], namespace: string, source: Source): MetadataType {
  const { Name = "", BaseType, OpenType } = element.attributes;
  const name = `${namespace}.${Name}`;
  const properties = [
    ...childrenOf(element, "Property").map((each) => readProperty(each, name, false, source)),
    ...childrenOf(element, "NavigationProperty").map((each) => readProperty(each, name, true, source)),
  ];
  return {
    ...readItem(element, name, name, source),
    kind,
    base: BaseType === undefined ? null : source.qualify(BaseType),
    open: OpenType === "true",
    properties: byName(properties),
  };
}

function readProperty(element: XmlElement, owner: string, navigation: boolean, source: Source): MetadataProperty {
  const { Name = "" } = element.attributes;
  const target = `${owner}/${Name}`;
  return {
    ...readItem(element, Name, target, source),
    ...readValue(element, source),
    navigation,
    computed: annotationsOf(element, target, source).some(isComputed),
  };
}

function readValue({ attributes: { Type = "", Nullable } }: XmlElement, { qualify }: Source): MetadataValue {
  const inner = /^Collection\((.*)\)$/.exec(Type)?.[1];
  return { type: qualify(inner ?? Type), collection: inner !== undefined, nullable: Nullable !== "false" };
}

function readEnum(element: XmlElement, namespace: string, source: Source): MetadataEnum {
  const name = `${namespace}.${element.attributes.Name ?? ""}`;
  const members = childrenOf(element, "Member").map((member) => {
    const { Name = "" } = member.attributes;
    return readItem(member, Name, `${name}/${Name}`, source);
  });
  return { ...readItem(element, name, name, source), members: byName(members) };
}

function readOperation(element: XmlElement, kind: MetadataOperation["kind"], source: Source): MetadataOperation {
  const { Name = "", IsBound } = element.attributes;
  const all = childrenOf(element, "Parameter").map((parameter) => ({
    ...readItem(parameter, parameter.attributes.Name ?? "", "", source),
    ...readValue(parameter, source),
  }));
  const parameters = IsBound === "true" ? all.slice(1) : all;
  return {
    ...readItem(element, Name, "", source),
    kind,
    bound: IsBound === "true" ? (all[0]?.type ?? null) : null,
    parameters: byName(parameters),
  };
}

function readItem(element: XmlElement, name: string, target: string, source: Source): MetadataItem {
  const deprecated = annotationsOf(element, target, source).some(isDeprecation);
  return { name, deprecated, line: source.lineOf(element) };
}

/** Annotations in an element, and those elsewhere that have it as their target. */
function annotationsOf(element: XmlElement, target: string, { annotations }: Source): readonly XmlElement[] {
  return [...childrenOf(element, "Annotation"), ...(annotations.get(target) ?? [])];
}

function isComputed({ attributes: { Term = "", Bool, EnumMember = "" } }: XmlElement): boolean {
  if (Term.endsWith(".Computed")) return Bool !== "false";
  return Term.endsWith(".Permissions") && EnumMember.endsWith("/Read");
}

/** A revision of the kind Deprecated in the annotation `Core.Revisions`. */
function isDeprecation(annotation: XmlElement): boolean {
  if (!(annotation.attributes.Term ?? "").endsWith(".Revisions")) return false;
  return descendants(annotation, "PropertyValue").some(
    ({ attributes: { Property, EnumMember = "" } }) => Property === "Kind" && EnumMember.endsWith("/Deprecated"),
  );
}

function byName<T extends MetadataItem>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.name.toLowerCase(), item]));
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement).filter((child) => localName(child) === name);
}

/** Name of an element without the prefix of its namespace. */
function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}

function descendants(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children
    .filter((child) => child instanceof XmlElement)
    .flatMap((child) => [...(localName(child) === name ? [child] : []), ...descendants(child, name)]);
}
