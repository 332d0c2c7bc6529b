import ts from "typescript";

/** A file of code, or an example in a comment or a Markdown file. */
export interface Code {
  /** Path of the file that contains it. */
  readonly file: string;
  /** Line of the file on which it begins, from 0. */
  readonly line: number;
  readonly kind: "module" | "example";
  readonly source: ts.SourceFile;
}

/** What code consists of, each with the place at which it is first. What two pieces of code share has the same key. */
export interface Facts {
  readonly nodes: number;
  /** Kinds of a node, its parent and the parent of that; nodes of a class in each other count once. */
  readonly shapes: ReadonlyMap<string, number>;
  /** Names that the code refers to and does not declare, each after the kind of the code. */
  readonly free: ReadonlyMap<string, number>;
  /** Names that the top level declares or imports. */
  readonly declared: ReadonlyMap<string, number>;
  /** Modules that are imported. */
  readonly imported: ReadonlyMap<string, number>;
  /** Names of tags of JSDoc comments. */
  readonly tags: ReadonlyMap<string, number>;
  /** Comments that are not JSDoc comments, and parts of comments that a compiler or a bundler follows. */
  readonly comments: ReadonlyMap<string, number>;
  readonly examples: readonly Code[];
}

export function codeOf(file: string, text: string): Code {
  return { file, line: 0, kind: "module", source: parse(file, text) };
}

function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
}

/** Reads the examples between the fences of a Markdown text. */
export function examplesIn(file: string, text: string, line: number): readonly Code[] {
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(({ index, 1: code = "" }) => {
    const before = text.slice(0, index).split("\n").length;
    // An example may await a call, as modules can.
    const source = parse(`${file}.${line + before}.ts`, `${code}\nexport {};\n`);
    return { file, line: line + before, kind: "example", source };
  });
}

/** Lines of the template literals that a module exports, each of which is JSON. */
export function linesOfData({ source }: Code): readonly string[] {
  const variables = source.statements.flatMap((each) => (ts.isVariableStatement(each) ? [each.declarationList] : []));
  return variables
    .flatMap(({ declarations }) => declarations.map(({ initializer }) => initializer))
    .flatMap((value) => (value !== undefined && ts.isNoSubstitutionTemplateLiteral(value) ? [value.text] : []))
    .flatMap((text) => text.split("\n"));
}

export function lineOf({ line, source }: Code, position: number): number {
  return line + source.getLineAndCharacterOfPosition(position).line + 1;
}

/** Keeps the first place of each key. */
function note(found: Map<string, number>, key: string, node: ts.Node): void {
  if (!found.has(key)) found.set(key, node.pos);
}

/** Reads all nodes of code, those of JSDoc comments included. */
export function readCode(code: Code): Facts {
  const { source, kind } = code;
  const shapes = new Map<string, number>();
  const [referred, declared] = [new Map<string, number>(), new Map<string, number>()];
  const [imported, tags] = [new Map<string, number>(), new Map<string, number>()];
  const inner = new Set<string>();
  const examples: Code[] = [];
  let nodes = 0;
  const visit = (node: ts.Node, parent: string, above: string): void => {
    nodes++;
    const own = classOf(node.kind);
    note(shapes, `${kind} ${above} > ${parent} > ${own}`, node);
    if (ts.isIdentifier(node)) {
      if (isTopLevel(node)) note(declared, node.text, node);
      else if (isDeclared(node)) inner.add(node.text);
      else if (isReference(node)) note(referred, node.text, node);
    } else if (isTag(node)) {
      note(tags, tagKey(node), node);
      if (node.tagName.text === "example") examples.push(...examplesOf(code, node));
    } else if (ts.isStringLiteral(node) && isModuleName(node)) note(imported, node.text, node);
    const next = (child: ts.Node): void => {
      visit(child, own, own === parent ? above : parent);
    };
    if (hasComment(node))
      ts.getJSDocCommentsAndTags(node)
        .filter((each) => each.parent === node)
        .forEach(next);
    ts.forEachChild(node, next);
  };
  visit(source, "", "");
  const free = [...referred].filter(([name]) => !declared.has(name) && !inner.has(name));
  const keyed = free.map(([name, position]) => [`${kind} ${name}`, position] as const);
  return { nodes, shapes, free: new Map(keyed), declared, imported, tags, comments: commentsIn(source), examples };
}

/** Kinds that stand in for each other, as JSON values and the parts of a type do: one is enough to know the others. */
const CLASSES: ReadonlyMap<ts.SyntaxKind, string> = new Map(
  Object.entries({
    value: [
      ...[ts.SyntaxKind.StringLiteral, ts.SyntaxKind.NumericLiteral, ts.SyntaxKind.PrefixUnaryExpression],
      ...[ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword],
      ...[ts.SyntaxKind.ObjectLiteralExpression, ts.SyntaxKind.ArrayLiteralExpression],
    ],
    type: [
      ...[ts.SyntaxKind.StringKeyword, ts.SyntaxKind.NumberKeyword, ts.SyntaxKind.BooleanKeyword],
      ...[ts.SyntaxKind.UnknownKeyword, ts.SyntaxKind.TypeReference, ts.SyntaxKind.LiteralType],
      ...[ts.SyntaxKind.ArrayType, ts.SyntaxKind.ParenthesizedType, ts.SyntaxKind.TemplateLiteralType],
      ...[ts.SyntaxKind.UnionType, ts.SyntaxKind.IntersectionType, ts.SyntaxKind.TemplateLiteralTypeSpan],
      ...[ts.SyntaxKind.TemplateHead, ts.SyntaxKind.TemplateMiddle, ts.SyntaxKind.TemplateTail],
    ],
  }).flatMap(([name, kinds]) => kinds.map((kind) => [kind, name] as const)),
);

function classOf(kind: ts.SyntaxKind): string {
  return CLASSES.get(kind) ?? ts.SyntaxKind[kind];
}

function hasComment(node: ts.Node): boolean {
  return ts.isStatement(node) || ts.isTypeElement(node) || ts.isEnumMember(node) || ts.isPropertyAssignment(node);
}

function isTag(node: ts.Node): node is ts.JSDocTag {
  return node.kind >= ts.SyntaxKind.FirstJSDocTagNode && node.kind <= ts.SyntaxKind.LastJSDocTagNode;
}

function commentOf(tag: ts.JSDocTag): string {
  return ts.getTextOfJSDocComment(tag.comment) ?? "";
}

/** A tag that a page wrote, which its marker shows, is none of the generator's, whatever its name. */
function tagKey(tag: ts.JSDocTag): string {
  const own = /^[^\w\\]*tagpwn\d+x/i.exec(commentOf(tag))?.[0];
  return own === undefined ? tag.tagName.text : `${tag.tagName.text} ${own}`;
}

function examplesOf(code: Code, tag: ts.JSDocTag): readonly Code[] {
  const start = tag.getSourceFile().getLineAndCharacterOfPosition(tag.getStart()).line;
  return examplesIn(code.file, commentOf(tag), code.line + start + 1);
}

function isModuleName(node: ts.StringLiteral): boolean {
  return ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent);
}

function isTopLevel({ parent }: ts.Identifier): boolean {
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent)) return true;
  const statement = ts.isVariableDeclaration(parent) ? parent.parent.parent : parent;
  return ts.isStatement(statement) && ts.isSourceFile(statement.parent) && !ts.isExpressionStatement(statement);
}

function isDeclared({ parent }: ts.Identifier): boolean {
  const isLocal = ts.isParameter(parent) || ts.isTypeParameterDeclaration(parent) || ts.isVariableDeclaration(parent);
  return isLocal || ts.isBindingElement(parent);
}

/** Whether a name must be declared somewhere, as the names of members and of comments need not be. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isPropertySignature(parent) || ts.isEnumMember(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isNamespaceExport(parent)) return false;
  return !isTag(parent) && !ts.isJSDocLink(parent) && !ts.isJSDocNameReference(parent);
}

/** What bundlers and Node.js follow anywhere in a comment. */
const FOLLOWED = [/[@#]__(?:PURE|NO_SIDE_EFFECTS|INLINE|NOINLINE|KEY)__/, /\/[/*]#\s+sourceMappingURL=/];

function commentsIn(source: ts.SourceFile): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [text, position] of scanComments(source.text)) {
    const followed = FOLLOWED.map((pattern) => pattern.exec(text)?.[0]).find((each) => each !== undefined);
    const key = followed ?? (/^\/\*\*[^/]/.test(text) ? null : text);
    if (key !== null && !found.has(key)) found.set(key, position);
  }
  for (const key of directivesOf(source)) found.set(key, 0);
  return found;
}

/** What the compiler follows in the comments of a file: `@ts-ignore`, `@jsx`, `/// <reference` and the like. */
function directivesOf(source: ts.SourceFile): readonly string[] {
  // The compiler publishes only some of them.
  const lists: readonly unknown[] = ["commentDirectives", "pragmas"].map((name): unknown => Reflect.get(source, name));
  const [directives, pragmas] = lists;
  return [
    ...(Array.isArray(directives) ? [`@ts-ignore or @ts-expect-error, ${directives.length} times`] : []),
    ...(pragmas instanceof Map ? [...pragmas.keys()].map((name) => `pragma ${String(name)}`) : []),
  ];
}

/** Finds the comments of code without regular expressions. */
function* scanComments(text: string): Generator<readonly [text: string, position: number]> {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, text);
  const templates: number[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const depth = templates.at(-1) ?? -1;
    if (kind === ts.SyntaxKind.CloseBraceToken && depth === 0) kind = scanner.reScanTemplateToken(false);
    if (kind === ts.SyntaxKind.TemplateHead) templates.push(0);
    else if (kind === ts.SyntaxKind.TemplateTail) templates.pop();
    else if (kind === ts.SyntaxKind.OpenBraceToken && depth >= 0) templates.push((templates.pop() ?? 0) + 1);
    else if (kind === ts.SyntaxKind.CloseBraceToken && depth > 0) templates.push((templates.pop() ?? 0) - 1);
    const isComment = kind === ts.SyntaxKind.SingleLineCommentTrivia || kind === ts.SyntaxKind.MultiLineCommentTrivia;
    if (isComment) yield [scanner.getTokenText(), scanner.getTokenStart()];
  }
}
