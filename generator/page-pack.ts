import type { Place } from "./diagnostics/diagnostic.ts";
import type { MethodFacts, Page, PropertyFacts, SketchMember, TypeExpression, TypeFacts } from "./page/model.ts";

// What pages state of types is read in every run, from thousands of pages: names of members and what is as it mostly is
// would be four fifths of its text.

/** A place; its file is left out where that is the page itself. */
type PackedPlace = readonly [line: number, column: number, file?: string];

type PackedExpression = readonly [
  text: string,
  name: string,
  primitive: string | null,
  target: string | null,
  place: PackedPlace,
  flags: number,
  more?: { readonly anchor?: string; readonly alternatives?: readonly PackedExpression[] },
];

type PackedRow = readonly [
  name: string,
  type: PackedExpression,
  source: PackedPlace,
  description: string,
  flags: number,
  more?: Partial<Pick<PropertyFacts, "deprecated" | "default" | "values">> & {
    readonly inheritedFrom?: PackedExpression;
  },
];

type PackedMember = readonly [name: string, type: PackedExpression, values?: SketchMember["values"]];

type PackedMethod = readonly [target: string, title: string, returns: PackedExpression | null, source: PackedPlace];

interface PackedType extends Omit<TypeFacts, "properties" | "sketch"> {
  readonly properties: readonly PackedRow[];
  readonly sketch: readonly PackedMember[];
}

/** A page in few words. */
export interface PackedPage extends Omit<Page, "types" | "methods"> {
  readonly types: readonly PackedType[];
  readonly methods: readonly PackedMethod[];
}

/** Packs all that is read of a page; members that a JSON representation shows of a row are left out, as nobody asks. */
export function packPage({ types, methods, ...page }: Page): PackedPage {
  const { path } = page;
  return {
    ...page,
    types: types.map((type) => packType(type, path)),
    methods: methods.map(({ target, title, returns, source }) => [
      target,
      title,
      returns === null ? null : packExpression(returns, path),
      packPlace(source, path),
    ]),
  };
}

/** Takes a page apart again. */
export function unpackPage({ types, methods, ...page }: PackedPage): Page {
  const { path } = page;
  return {
    ...page,
    types: types.map((type) => unpackType(type, path)),
    methods: methods.map(([target, title, returns, source]): MethodFacts => {
      const returned = returns === null ? null : unpackExpression(returns, path);
      return { target, title, returns: returned, source: unpackPlace(source, path) };
    }),
  };
}

function packType({ properties, sketch, ...type }: TypeFacts, path: string): PackedType {
  const stated = new Set(properties.map(({ name }) => name.toLowerCase()));
  return {
    ...type,
    properties: properties.map((row) => packRow(row, path)),
    sketch: sketch
      .filter(({ name }) => !stated.has(name.toLowerCase()))
      .map(({ name, type: shown, values }): PackedMember => {
        const packed = packExpression(shown, path);
        return values.length === 0 ? [name, packed] : [name, packed, values];
      }),
  };
}

function unpackType({ properties, sketch, ...type }: PackedType, path: string): TypeFacts {
  return {
    ...type,
    properties: properties.map((row) => unpackRow(row, path)),
    sketch: sketch.map(([name, shown, values = []]) => ({ name, type: unpackExpression(shown, path), values })),
  };
}

const RELATIONSHIP = 1;
const READ_ONLY = 2;
const REQUIRED = 4;
const KEY = 8;
const CLOSED = 16;
const COMBINED = 32;
const NULLABLE = 64;
const NOT_NULLABLE = 128;

function packRow(row: PropertyFacts, path: string): PackedRow {
  const { name, type, source, description, nullable, deprecated, default: initial, inheritedFrom, values } = row;
  const flags =
    (row.relationship ? RELATIONSHIP : 0) |
    (row.readOnly ? READ_ONLY : 0) |
    (row.required ? REQUIRED : 0) |
    (row.key ? KEY : 0) |
    (row.closed ? CLOSED : 0) |
    (row.combined ? COMBINED : 0) |
    (nullable === null ? 0 : nullable ? NULLABLE : NOT_NULLABLE);
  const more = {
    ...(deprecated === null ? {} : { deprecated }),
    ...(initial === null ? {} : { default: initial }),
    ...(inheritedFrom === null ? {} : { inheritedFrom: packExpression(inheritedFrom, path) }),
    ...(values.length === 0 ? {} : { values }),
  };
  const packed = [name, packExpression(type, path), packPlace(source, path), description, flags] as const;
  return Object.keys(more).length === 0 ? packed : [...packed, more];
}

function unpackRow([name, type, source, description, flags, more = {}]: PackedRow, path: string): PropertyFacts {
  const { deprecated = null, default: initial = null, inheritedFrom, values = [] } = more;
  return {
    name,
    type: unpackExpression(type, path),
    relationship: (flags & RELATIONSHIP) !== 0,
    readOnly: (flags & READ_ONLY) !== 0,
    required: (flags & REQUIRED) !== 0,
    nullable: (flags & (NULLABLE | NOT_NULLABLE)) === 0 ? null : (flags & NULLABLE) !== 0,
    key: (flags & KEY) !== 0,
    deprecated,
    default: initial,
    inheritedFrom: inheritedFrom === undefined ? null : unpackExpression(inheritedFrom, path),
    values,
    closed: (flags & CLOSED) !== 0,
    combined: (flags & COMBINED) !== 0,
    description,
    source: unpackPlace(source, path),
  };
}

const COLLECTION = 1;
const ENUMERATION = 2;
const LOOSE = 4;
const NOT_LOOSE = 8;

function packExpression(expression: TypeExpression, path: string): PackedExpression {
  const { text, name, primitive, target, place, collection, enumeration, loosePlural, anchor, alternatives } =
    expression;
  const flags =
    (collection ? COLLECTION : 0) |
    (enumeration ? ENUMERATION : 0) |
    (loosePlural === undefined ? 0 : loosePlural ? LOOSE : NOT_LOOSE);
  const more = {
    ...(anchor === null ? {} : { anchor }),
    ...(alternatives.length === 0 ? {} : { alternatives: alternatives.map((each) => packExpression(each, path)) }),
  };
  const packed = [text, name, primitive, target, packPlace(place, path), flags] as const;
  return Object.keys(more).length === 0 ? packed : [...packed, more];
}

const NO_ALTERNATIVES: readonly TypeExpression[] = [];

function unpackExpression(packed: PackedExpression, path: string): TypeExpression {
  const [text, name, primitive, target, place, flags, more] = packed;
  const expression: TypeExpression = {
    text,
    name,
    primitive,
    target,
    anchor: more?.anchor ?? null,
    collection: (flags & COLLECTION) !== 0,
    enumeration: (flags & ENUMERATION) !== 0,
    alternatives: more?.alternatives?.map((each) => unpackExpression(each, path)) ?? NO_ALTERNATIVES,
    place: unpackPlace(place, path),
  };
  return (flags & (LOOSE | NOT_LOOSE)) === 0 ? expression : { ...expression, loosePlural: (flags & LOOSE) !== 0 };
}

function packPlace({ file, line, column }: Place, path: string): PackedPlace {
  return file === path ? [line, column] : [line, column, file];
}

function unpackPlace([line, column, file]: PackedPlace, path: string): Place {
  return { file: file ?? path, line, column };
}
