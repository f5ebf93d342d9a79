import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

export const root = join(__dirname, '../..');
export const kubernetes = join(root, 'deploy/kubernetes');

export interface Container {
  name: string;
  image?: string;
  args?: string[];
  env?: Array<{ name: string; value?: string; valueFrom?: unknown }>;
  envFrom?: Array<{ configMapRef?: { name: string } }>;
  ports?: Array<{ containerPort: number }>;
  volumeMounts?: Array<{ name: string; mountPath: string; readOnly?: boolean }>;
  resources?: Record<'requests' | 'limits', Record<string, string> | undefined>;
  securityContext?: { allowPrivilegeEscalation?: boolean; readOnlyRootFilesystem?: boolean; capabilities?: { drop?: string[] } };
  lifecycle?: { preStop?: { sleep?: { seconds: number } } };
  startupProbe?: Probe;
  readinessProbe?: Probe;
  livenessProbe?: Probe;
}

export interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: Array<{ key: string; operator: string; values?: string[] }>;
}

export interface Probe {
  httpGet?: { path: string; port: string | number };
}

export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  volumes?: Array<{ name: string; secret?: { secretName: string }; emptyDir?: { sizeLimit?: string }; hostPath?: object }>;
  securityContext?: { runAsNonRoot?: boolean; runAsUser?: number; seccompProfile?: { type?: string } };
  automountServiceAccountToken?: boolean;
  enableServiceLinks?: boolean;
  hostNetwork?: boolean;
  hostPID?: boolean;
  terminationGracePeriodSeconds?: number;
  topologySpreadConstraints?: Array<{ topologyKey: string; maxSkew?: number; labelSelector?: Selector; matchLabelKeys?: string[] }>;
}

export interface PodTemplate {
  metadata?: { labels?: Record<string, string> };
  spec: PodSpec;
}

/** A document of a manifest. What its fields may be is checked by types.mjs and the walks over fields. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  spec?: Record<string, unknown>;
  data?: Record<string, string>;
}

export function manifestsIn(text: string): Manifest[] {
  return parseAllDocuments(text).map((document) => {
    if (document.errors.length > 0) throw document.errors[0]!;
    return document.toJS() as Manifest;
  });
}

/** What an operations person applies, by the name of its file. */
export function rendered(): Map<string, Manifest[]> {
  const folder = join(kubernetes, 'rendered');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return new Map(files.map((file) => [file.replace('.yaml', ''), manifestsIn(readFileSync(join(folder, file), 'utf8'))]));
}

/** The template of the pods that a workload makes; undefined for what makes none. */
export function podOf({ kind, spec }: Manifest): PodTemplate | undefined {
  if (kind === 'CronJob') return (spec as { jobTemplate: { spec: { template: PodTemplate } } }).jobTemplate.spec.template;
  return ['Deployment', 'Job', 'StatefulSet', 'DaemonSet'].includes(kind) ? (spec as { template: PodTemplate }).template : undefined;
}

export const nameOf = ({ kind, metadata }: Manifest): string => `${kind} ${metadata.name}`;
