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
  ports?: Array<{ containerPort: number; hostPort?: number }>;
  volumeMounts?: Array<{ name: string; mountPath: string; readOnly?: boolean }>;
  resources?: Record<'requests' | 'limits', Record<string, string> | undefined>;
  securityContext?: SecurityContext;
  lifecycle?: { preStop?: Probe & { sleep?: { seconds: number } }; postStart?: Probe };
  startupProbe?: Probe;
  readinessProbe?: Probe;
  livenessProbe?: Probe;
}

/** Of a pod or of a container: what a container says goes over what its pod says. */
export interface SecurityContext {
  runAsNonRoot?: boolean;
  runAsUser?: number;
  runAsGroup?: number;
  fsGroup?: number;
  fsGroupChangePolicy?: string;
  seccompProfile?: { type?: string };
  privileged?: boolean;
  allowPrivilegeEscalation?: boolean;
  readOnlyRootFilesystem?: boolean;
  capabilities?: { add?: string[]; drop?: string[] };
}

export interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: Array<{ key: string; operator: string; values?: string[] }>;
}

/** What the kubelet asks a container, and runs in it before it stops. */
export interface Probe {
  httpGet?: { path: string; port: string | number; host?: string };
  tcpSocket?: { host?: string };
}

export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  ephemeralContainers?: Container[];
  volumes?: Array<{ name: string; secret?: { secretName: string }; emptyDir?: { sizeLimit?: string }; hostPath?: object }>;
  securityContext?: SecurityContext;
  automountServiceAccountToken?: boolean;
  enableServiceLinks?: boolean;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
  terminationGracePeriodSeconds?: number;
  topologySpreadConstraints?: Array<{ topologyKey: string; maxSkew?: number; labelSelector?: Selector; matchLabelKeys?: string[] }>;
}

export interface PodTemplate {
  metadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
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
export function podOf(manifest: Manifest): PodTemplate | undefined {
  const { kind, spec } = manifest;
  if (kind === 'Pod') return manifest as unknown as PodTemplate;
  if (kind === 'CronJob') return (spec as { jobTemplate: { spec: { template: PodTemplate } } }).jobTemplate.spec.template;
  return ['Deployment', 'Job', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController'].includes(kind) ? (spec as { template: PodTemplate }).template : undefined;
}

export const nameOf = ({ kind, metadata }: Manifest): string => `${kind} ${metadata.name}`;
