// node test/deploy/schemas/vendor.mjs: writes the schemas beside it, from the declarations of the packages that are installed. To be run when one of
// them has another version; fields.spec says so. Without descriptions, and without `status`, which nobody but an operator writes.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const cloudnativePg = '@kubernetes-models/cloudnative-pg';
const prometheusOperator = '@kubernetes-models/prometheus-operator';

/** Each custom resource with the package, the module and the type of its `spec`. */
const resources = [
  { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster', from: cloudnativePg, module: 'postgresql.cnpg.io/v1/ClusterSpec', type: 'IClusterSpec' },
  { apiVersion: 'postgresql.cnpg.io/v1', kind: 'ScheduledBackup', from: cloudnativePg, module: 'postgresql.cnpg.io/v1/ScheduledBackupSpec', type: 'IScheduledBackupSpec' },
  { apiVersion: 'monitoring.coreos.com/v1', kind: 'PodMonitor', from: prometheusOperator, module: 'monitoring.coreos.com/v1/PodMonitorSpec', type: 'IPodMonitorSpec' },
  { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', from: prometheusOperator, module: 'monitoring.coreos.com/v1/PrometheusRuleSpec', type: 'IPrometheusRuleSpec' },
  {
    // Of the plugin there is no package. What it is told of a store is what the operator was told itself before; of its own fields that of retention.
    apiVersion: 'barmancloud.cnpg.io/v1',
    kind: 'ObjectStore',
    from: cloudnativePg,
    module: 'github.com/cloudnative-pg/barman-cloud/pkg/api/BarmanObjectStoreConfiguration',
    type: 'IBarmanObjectStoreConfiguration',
    within: (configuration) => ({
      type: 'object',
      required: ['configuration'],
      properties: { configuration, retentionPolicy: { type: 'string', pattern: '^[1-9][0-9]*[dwm]$' } },
    }),
  },
];

const entry = join(root, 'test/deploy/schemas/types-of-resources.ts');
const text = resources.map(({ from, module, type }, at) => `export type It${at} = import('${from}/${module}').${type};`).join('\n');
const options = { strict: true, skipLibCheck: true, types: [], module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023 };
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.getSourceFile = (name, ...more) => (name === entry ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true) : getSourceFile(name, ...more));
host.fileExists = (name) => name === entry || fileExists(name);
host.readFile = (name) => (name === entry ? text : readFile(name));
const program = ts.createProgram([entry], options, host);
const checker = program.getTypeChecker();
const types = new Map(program.getSourceFile(entry).statements.map((statement) => [statement.name.text, checker.getTypeAtLocation(statement.name)]));

const names = new Map();

/** Two types of different packages may be called the same. */
function nameOf(symbol) {
  const alike = [...names.keys()].filter((each) => each !== symbol && each.name === symbol.name).length;
  if (!names.has(symbol)) names.set(symbol, alike === 0 ? symbol.name : `${symbol.name}${alike + 1}`);
  return names.get(symbol);
}

/** Named types go into `$defs`, once. */
function schemaOf(type, definitions) {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) return { 'x-kubernetes-preserve-unknown-fields': true };
  if (type.flags & ts.TypeFlags.StringLike) return type.isStringLiteral() ? { type: 'string', enum: [type.value] } : { type: 'string' };
  if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
  if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
  if (type.isUnion()) return ofUnion(type, definitions);
  if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0], definitions) };
  const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  if (index) return { type: 'object', additionalProperties: schemaOf(index.type, definitions) };
  if (type.symbol.name === '__type') return ofObject(type, definitions);
  const name = nameOf(type.symbol);
  if (!(name in definitions)) {
    definitions[name] = undefined;
    definitions[name] = ofObject(type, definitions);
  }
  return { $ref: `#/$defs/${name}` };
}

function ofUnion({ types: all }, definitions) {
  const members = all.filter(({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
  const nullable = all.some(({ flags }) => flags & ts.TypeFlags.Null) ? { nullable: true } : {};
  if (members.every((member) => member.isStringLiteral())) return { type: 'string', enum: members.map(({ value }) => value), ...nullable };
  if (members.every(({ flags }) => flags & ts.TypeFlags.BooleanLike)) return { type: 'boolean', ...nullable };
  if (members.every(({ flags }) => flags & (ts.TypeFlags.String | ts.TypeFlags.Number))) return members.length === 2 ? { 'x-kubernetes-int-or-string': true } : { ...schemaOf(members[0], definitions), ...nullable };
  if (members.length === 1) return { ...schemaOf(members[0], definitions), ...nullable };
  throw new Error(`of ${members.map((member) => checker.typeToString(member)).join(' | ')} no schema is made here`);
}

function ofObject(type, definitions) {
  const properties = checker.getPropertiesOfType(type);
  if (properties.length === 0) return { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  const required = properties.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name);
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties.map((property) => [property.name, schemaOf(checker.getTypeOfSymbol(property), definitions)])),
  };
}

const made = resources.map(({ apiVersion, kind, from, within = (schema) => schema }, at) => {
  const definitions = {};
  const spec = within(schemaOf(types.get(`It${at}`), definitions));
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', from, 'package.json'), 'utf8'));
  const schema = { type: 'object', required: ['spec'], properties: { apiVersion: { enum: [apiVersion] }, kind: { enum: [kind] }, metadata: { 'x-kubernetes-preserve-unknown-fields': true }, spec }, $defs: definitions };
  return { apiVersion, kind, from, version, schema };
});
for (const each of made) writeFileSync(join(here, `${each.kind}.json`), `${JSON.stringify(each)}\n`);
