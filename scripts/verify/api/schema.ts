import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { groupVersionOf, type Resource } from './resources.ts';

/** The shape of a value of the API, as far as a check of what commands send needs it. */
export type Schema =
  | { readonly type: 'string'; readonly values?: readonly string[] }
  | { readonly type: 'number' | 'boolean' | 'any' }
  /** a quantity, or a port that may be a name */
  | { readonly type: 'number-or-string' }
  | { readonly type: 'list'; readonly items: Schema }
  | { readonly type: 'map'; readonly values: Schema }
  /** an object of the API, read when asked for: they refer to one another, and to themselves */
  | { readonly type: 'object'; readonly name: string; readonly read: () => ObjectSchema };

/** The fields of an object. */
export interface ObjectSchema {
  readonly description: string;
  readonly fields: ReadonlyMap<string, { readonly schema: Schema; readonly description: string }>;
  readonly required: readonly string[];
}

// The types of the package are plain interfaces that a syntactic reading understands: no type checker, no second of waiting.
const require = createRequire(import.meta.url);
const packages = join(dirname(require.resolve('kubernetes-models/package.json')), '..');
const read = new Map<string, Schema>();
const ANY: Schema = { type: 'any' };

/**
 * The schema of a kind, from the types of the npm package kubernetes-models (Kubernetes 1.36).
 * @returns undefined for the kinds that the package does not hold (metrics)
 */
export function schemaOf(resource: Resource): Schema | undefined {
  const file = join(packages, 'kubernetes-models', groupVersionOf(resource), `${resource.kind}.d.ts`);
  return existsSync(file) ? readType(file) : undefined;
}

/** The first type of a file: `v1/Container.d.ts`. */
function readType(file: string): Schema {
  const known = read.get(file);
  if (known) return known;
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const declaration = source.statements.find((s) => ts.isInterfaceDeclaration(s) || ts.isTypeAliasDeclaration(s));
  const imports = readImports(source);
  const schema = declaration ? readDeclaration(declaration, source, imports) : ANY;
  read.set(file, schema);
  return schema;
}

function readDeclaration(
  declaration: ts.InterfaceDeclaration | ts.TypeAliasDeclaration,
  source: ts.SourceFile,
  imports: ReadonlyMap<string, string>,
): Schema {
  if (ts.isTypeAliasDeclaration(declaration)) return readNode(declaration.type, source, imports);
  // Free-form objects (FieldsV1, RawExtension, JSON) have no member.
  if (declaration.members.length === 0) return ANY;
  let fields: ObjectSchema | undefined;
  const name = declaration.name.text.replace(/^I/, '');
  return { type: 'object', name, read: () => (fields ??= readFields(declaration, source, imports)) };
}

function readFields(
  declaration: ts.InterfaceDeclaration,
  source: ts.SourceFile,
  imports: ReadonlyMap<string, string>,
): ObjectSchema {
  const fields = new Map<string, { schema: Schema; description: string }>();
  const required: string[] = [];
  for (const member of declaration.members) {
    if (!ts.isPropertySignature(member) || !member.type) continue;
    const name = member.name.getText(source).replaceAll('"', '');
    fields.set(name, { schema: readNode(member.type, source, imports), description: commentOf(member, source) });
    if (!member.questionToken) required.push(name);
  }
  return { description: commentOf(declaration, source), fields, required };
}

function readNode(node: ts.TypeNode, source: ts.SourceFile, imports: ReadonlyMap<string, string>): Schema {
  if (ts.isUnionTypeNode(node)) return readUnion(node, source);
  if (ts.isLiteralTypeNode(node)) return { type: 'string', values: [node.getText(source).replaceAll('"', '')] };
  if (ts.isTypeLiteralNode(node)) {
    const index = node.members.find(ts.isIndexSignatureDeclaration);
    return index ? { type: 'map', values: readNode(index.type, source, imports) } : ANY;
  }
  if (ts.isTypeReferenceNode(node)) {
    const name = node.typeName.getText(source);
    const [argument] = node.typeArguments ?? [];
    if (name === 'Array' && argument) return { type: 'list', items: readNode(argument, source, imports) };
    const file = imports.get(name);
    return file ? readType(file) : ANY;
  }
  const text = node.getText(source);
  return text === 'string' || text === 'number' || text === 'boolean' ? { type: text } : ANY;
}

function readUnion(node: ts.UnionTypeNode, source: ts.SourceFile): Schema {
  const parts = node.types
    .map((type) => type.getText(source))
    .filter((text) => text !== 'null' && text !== 'undefined');
  if (parts.every((text) => text.startsWith('"')))
    return { type: 'string', values: parts.map((text) => text.slice(1, -1)) };
  return parts.every((text) => text === 'string' || text === 'number') ? { type: 'number-or-string' } : ANY;
}

function readImports(source: ts.SourceFile): Map<string, string> {
  const files = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = statement.moduleSpecifier.text.replace(/\.js$/, '');
    const file = `${from.startsWith('.') ? resolve(dirname(source.fileName), from) : join(packages, from)}.d.ts`;
    if (!existsSync(file)) continue;
    const names = statement.importClause?.namedBindings;
    if (names && ts.isNamedImports(names)) for (const { name } of names.elements) files.set(name.text, file);
  }
  return files;
}

function commentOf(node: ts.Node, source: ts.SourceFile): string {
  const [range] = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
  if (!range) return '';
  return source.text
    .slice(range.pos + 3, range.end - 2)
    .replaceAll(/^\s*\*\s?/gm, '')
    .replaceAll('\\*', '*')
    .trim();
}
