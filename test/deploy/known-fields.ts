import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as client from '@kubernetes/client-node';
import { CustomResources, vendoredResources } from './custom-resources';
import { nameOf, type Manifest } from './manifests';

interface Attribute {
  baseName: string;
  type: string;
}

type Mapped = { getAttributeTypeMap?: () => Attribute[] };

/** By the schemas that were taken over. */
const custom = new CustomResources(vendoredResources());

/** Types and required fields: by kubernetes-models and its siblings, and of custom resources by their schemas, too. */
export function typeFaults(manifests: readonly Manifest[]): string[] {
  const modelled = manifests.filter(({ kind }) => kind !== 'ObjectStore'); // There is no sibling for the plugin.
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'types.mjs')], { input: JSON.stringify(modelled), encoding: 'utf8', env: {} });
  if (status !== 0) throw new Error(stderr);
  return [...(JSON.parse(stdout) as string[]), ...custom.typeFaults(manifests.filter((each) => custom.know(each)))];
}

/** Fields that Kubernetes does not know, which it would drop without a word. */
export function unknownFields(manifests: readonly Manifest[]): string[] {
  const [customs, own] = [manifests.filter((each) => custom.know(each)), manifests.filter((each) => !custom.know(each))];
  return [
    ...own.flatMap((manifest) => unknownIn(manifest, modelOf(manifest), nameOf(manifest))),
    ...customs.flatMap((manifest) => unknownIn(manifest.metadata, 'V1ObjectMeta', `${nameOf(manifest)}.metadata`)),
    ...custom.unknownFields(customs),
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
