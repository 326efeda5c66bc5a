import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

// Makes src/lib/manifests/schema.json from the npm package kubernetes-models, whose types hold the fields of Kubernetes:
//   mkdir models && cd models && npm install kubernetes-models@5.1.0
//   node scripts/manifests/make-schema.ts models/node_modules
// The package also holds APIs that Kubernetes has removed: only the versions below are read, which 1.36 serves.

const SERVED = `v1 apps/v1 batch/v1 autoscaling/v1 autoscaling/v2 policy/v1 networking.k8s.io/v1
  rbac.authorization.k8s.io/v1 storage.k8s.io/v1 scheduling.k8s.io/v1 node.k8s.io/v1 discovery.k8s.io/v1
  events.k8s.io/v1 certificates.k8s.io/v1 coordination.k8s.io/v1 resource.k8s.io/v1 authorization.k8s.io/v1
  authentication.k8s.io/v1 admissionregistration.k8s.io/v1 apiextensions.k8s.io/v1 apiregistration.k8s.io/v1
  flowcontrol.apiserver.k8s.io/v1`.split(/\s+/);
/** The only object of the API whose numbers may have a fraction. */
const REAL_NUMBERS = 'apiextensions.k8s.io/v1/JSONSchemaProps';
const SCHEMA_PROPS = `#${REAL_NUMBERS}`;
/** What the package writes in place, or cannot say, and that Kubernetes declares. */
const DECLARED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'apps/v1/StatefulSetSpec': { volumeClaimTemplates: '[#v1/PersistentVolumeClaim' },
  [REAL_NUMBERS]: {
    properties: `{${SCHEMA_PROPS}`,
    items: SCHEMA_PROPS,
    not: SCHEMA_PROPS,
    allOf: `[${SCHEMA_PROPS}`,
    anyOf: `[${SCHEMA_PROPS}`,
    oneOf: `[${SCHEMA_PROPS}`,
  },
};

const [packages = 'node_modules'] = process.argv.slice(2).map((path) => resolve(path));
const models = join(packages, 'kubernetes-models');
const meta = join(packages, '@kubernetes-models/apimachinery');
const kinds: Record<string, string[]> = {};
const types: Record<string, Record<string, string>> = {};

for (const version of SERVED) {
  const folder = join(models, version);
  const files = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== 'index.js');
  kinds[version] = files
    .filter((file) => readFileSync(join(folder, file), 'utf8').includes('this.kind='))
    .map((file) => file.replace('.js', ''));
  for (const kind of kinds[version]) readType(join(folder, `${kind}.d.ts`));
}
const { version } = JSON.parse(readFileSync(join(models, 'package.json'), 'utf8')) as { version: string };
const lines = (entries: object): string =>
  Object.entries(entries)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n');
const target = new URL('../../src/lib/manifests/schema.json', import.meta.url);
const head = `  "kubernetes": "1.36",\n  "source": "kubernetes-models@${version}",`;
writeFileSync(target, `{\n${head}\n  "kinds": {\n${lines(kinds)}\n  },\n  "types": {\n${lines(types)}\n  }\n}\n`);
console.log(`${Object.values(kinds).flat().length} kinds, ${Object.keys(types).length} types`);

/** The shape of the type that a file declares, such as `#v1/Container`; see src/lib/manifests/schema.ts. */
function readType(file: string): string {
  const name = relative(file.startsWith(meta) ? meta : models, file)
    .replaceAll('\\', '/')
    .replace(/^apis\//, '')
    .replace('.d.ts', '');
  if (name.endsWith('/IntOrString')) return 'intOrString';
  if (name.endsWith('/Quantity')) return 'quantity';
  if (name in types) return `#${name}`;
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const declaration = source.statements.find((s) => ts.isInterfaceDeclaration(s) || ts.isTypeAliasDeclaration(s));
  const imports = readImports(source);
  if (!declaration) return 'any';
  if (ts.isTypeAliasDeclaration(declaration)) return shapeOf(declaration.type, source, imports);
  // Free-form objects (FieldsV1, RawExtension, JSON) have no member.
  if (declaration.members.length === 0) return 'any';
  const fields: Record<string, string> = {};
  types[name] = fields;
  for (const member of declaration.members) {
    if (!ts.isPropertySignature(member) || !member.type) continue;
    const field = member.name.getText(source).replaceAll('"', '');
    const shape = shapeOf(member.type, source, imports);
    const isReal = shape === 'integer' && name === REAL_NUMBERS && /imum$|^multipleOf$/.test(field);
    fields[member.questionToken ? field : `${field}!`] = isReal ? 'number' : shape;
  }
  Object.assign(fields, DECLARED[name]);
  return `#${name}`;
}

function shapeOf(node: ts.TypeNode, source: ts.SourceFile, imports: ReadonlyMap<string, string>): string {
  if (ts.isUnionTypeNode(node)) {
    const parts = node.types.map((one) => one.getText(source)).filter((one) => one !== 'null' && one !== 'undefined');
    if (parts.every((part) => part.startsWith('"'))) return `=${parts.map((part) => part.slice(1, -1)).join('|')}`;
    return parts.every((part) => part === 'string' || part === 'number') ? 'intOrString' : 'any';
  }
  if (ts.isLiteralTypeNode(node)) return `=${node.getText(source).replaceAll('"', '')}`;
  if (ts.isTypeLiteralNode(node)) {
    const index = node.members.find(ts.isIndexSignatureDeclaration);
    return index ? `{${shapeOf(index.type, source, imports)}` : 'any';
  }
  if (ts.isTypeReferenceNode(node)) {
    const name = node.typeName.getText(source);
    const [argument] = node.typeArguments ?? [];
    if (name === 'Array' && argument) return `[${shapeOf(argument, source, imports)}`;
    const file = imports.get(name);
    return file ? readType(file) : 'any';
  }
  const text = node.getText(source);
  return text === 'number' ? 'integer' : text === 'string' || text === 'boolean' ? text : 'any';
}

function readImports(source: ts.SourceFile): Map<string, string> {
  const files = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = statement.moduleSpecifier.text.replace(/\.js$/, '');
    const file = `${from.startsWith('.') ? resolve(dirname(source.fileName), from) : join(packages, from)}.d.ts`;
    const names = statement.importClause?.namedBindings;
    if (!existsSync(file) || !names || !ts.isNamedImports(names)) continue;
    for (const { name } of names.elements) files.set(name.text, file);
  }
  return files;
}
