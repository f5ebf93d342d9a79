import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as client from '@kubernetes/client-node';
import * as ts from 'typescript';
import { nameOf, root, type Manifest } from './manifests';

interface Attribute {
  baseName: string;
  type: string;
}

type Mapped = { getAttributeTypeMap?: () => Attribute[] };

/** Custom resources, each with the type of its sibling of kubernetes-models. */
const customTypes: Readonly<Record<string, string>> = {
  Cluster: `import('@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1/Cluster').ICluster`,
  ScheduledBackup: `import('@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1/ScheduledBackup').IScheduledBackup`,
  PodMonitor: `import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor').IPodMonitor`,
  // The plugin's own fields (plugin-barman-cloud, ObjectStoreSpec); its configuration is what the operator had before it.
  ObjectStore: `{
    apiVersion: 'barmancloud.cnpg.io/v1'; kind: 'ObjectStore';
    metadata: import('@kubernetes-models/apimachinery/apis/meta/v1/ObjectMeta').IObjectMeta;
    spec: {
      retentionPolicy?: string;
      configuration: import('@kubernetes-models/cloudnative-pg/github.com/cloudnative-pg/barman-cloud/pkg/api/BarmanObjectStoreConfiguration').IBarmanObjectStoreConfiguration;
    };
  }`,
};

/** Types and required fields, by kubernetes-models and its siblings. */
export function typeFaults(manifests: readonly Manifest[]): string[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'types.mjs')], { input: JSON.stringify(manifests), encoding: 'utf8', env: {} });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}

/** Fields that Kubernetes does not know, which it would drop without a word. */
export function unknownFields(manifests: readonly Manifest[]): string[] {
  const own = manifests.filter(({ kind }) => !(kind in customTypes));
  return [
    ...own.flatMap((manifest) => unknownIn(manifest, modelOf(manifest), nameOf(manifest))),
    ...unknownInCustom(manifests.filter(({ kind }) => kind in customTypes)),
  ];
}

/** `apps/v1` and `networking.k8s.io/v1` alike: V1Deployment, V1NetworkPolicy. */
function modelOf({ apiVersion, kind }: Manifest): string {
  const version = apiVersion.split('/').at(-1)!;
  return `${version[0]!.toUpperCase()}${version.slice(1)}${kind}`;
}

function unknownIn(value: unknown, type: string, where: string): string[] {
  const [, element] = /^Array<(.*)>$/.exec(type) ?? [];
  if (element) return Array.isArray(value) ? value.flatMap((each, at) => unknownIn(each, element, `${where}[${at}]`)) : [];
  const [, entry] = /^\{ \[key: string\]: (.*); \}$/.exec(type) ?? [];
  if (typeof value !== 'object' || value === null) return [];
  if (entry) return Object.entries(value).flatMap(([key, each]) => unknownIn(each, entry, `${where}.${key}`));
  const model = (client as unknown as Record<string, Mapped>)[type];
  if (!model) return /^(?:V\d|[A-Z][a-z]+V\d)/.test(type) ? [`${where}: nothing is known of ${type}`] : [];
  const known = new Map(model.getAttributeTypeMap!().map(({ baseName, type: of }) => [baseName, of]));
  return Object.entries(value).flatMap(([key, each]) => {
    const of = known.get(key);
    return of === undefined ? [`${where}.${key} is no field`] : unknownIn(each, of, `${where}.${key}`);
  });
}

/** By the compiler: each is written down as a constant of its type, which may have no other fields. */
function unknownInCustom(manifests: readonly Manifest[]): string[] {
  if (manifests.length === 0) return [];
  const file = join(root, 'test/deploy/custom-resources.ts');
  const text = manifests.map((manifest, at) => `export const it${at}: ${customTypes[manifest.kind]} = ${JSON.stringify(manifest)};`.replaceAll(/\n\s*/g, ' ')).join('\n');
  const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: [], module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023 };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...more) => (name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true) : getSourceFile(name, ...more));
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? text : readFile(name));
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file: in_, start }) => {
    const line = in_ && start !== undefined ? in_.getLineAndCharacterOfPosition(start).line : -1;
    const manifest = in_?.fileName === file ? manifests[line] : undefined;
    return `${manifest ? nameOf(manifest) : in_?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
