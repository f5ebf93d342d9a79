import { serviceNames, servicePort } from '@property-office/contracts';
import { neededVariables } from '@property-office/backbone';
import type { Variable } from '@property-office/service-kit';
import { nameOf, podOf, type Container, type Manifest, type PodTemplate } from './manifests';
import { secretsInClear } from './secrets-in-clear';

export interface Known {
  /** Names of images, each with the tag it is pinned to. */
  images: Readonly<Record<string, string>>;
  /** Variables that the code reads, `_FILE` among them. */
  variables: ReadonlySet<string>;
  /** Variables that must be given where another one has a value. */
  neededWhere: ReadonlyArray<Required<Pick<Variable, 'name' | 'neededWhere'>>>;
}

/** What a command of the image needs to be told, by its first words. */
const neededBy: Readonly<Record<string, readonly string[]>> = {
  'ops prepare-database': ['DATABASE_URL_FILE', 'DATABASE_ROLES_FILE', 'FIELD_KEYS_FILE', 'DEMO_PASSWORD_FILE'],
  'ops prepare-streams': ['NATS_URL_FILE', 'NATS_STREAM_REPLICAS'],
  'ops backup': ['DATABASE_URL_FILE', 'DATABASE_ROLES_FILE', 'NATS_URL_FILE', 'FIELD_KEYS_FILE', 'AUDIT_KEYS_FILE', 'DATA_DIR', 'BACKUP_DIR'],
  'ops verify': ['DATABASE_URL_FILE', 'DATABASE_ROLES_FILE', 'NATS_URL_FILE', 'FIELD_KEYS_FILE', 'AUDIT_KEYS_FILE', 'DATA_DIR'],
  gateway: neededVariables('gateway'),
  ...Object.fromEntries(serviceNames.map((name) => [name, neededVariables(name)])),
};

/** What of the workloads, configuration and volumes of an overlay an operations person would not let pass. */
export function policyViolations(manifests: readonly Manifest[], known: Known): string[] {
  return manifests.flatMap((manifest) => {
    const pod = podOf(manifest);
    const said = [...(pod ? podFaults(pod, manifest, manifests, known) : []), ...when(manifest.kind === 'Secret', 'is a secret, and stands in the repository'), ...secretsInClear(manifest)];
    return said.map((fault) => `${nameOf(manifest)}: ${fault}`);
  });
}

function podFaults({ spec }: PodTemplate, manifest: Manifest, manifests: readonly Manifest[], known: Known): string[] {
  const { securityContext: shared = {}, containers, initContainers = [], volumes = [] } = spec;
  return [
    ...when(shared.runAsNonRoot !== true, 'may run as root'),
    ...when(shared.seccompProfile?.type !== 'RuntimeDefault', 'has no seccomp profile'),
    ...when(spec.automountServiceAccountToken !== false, 'gets a token for the cluster'),
    ...when(spec.enableServiceLinks !== false, 'gets variables named after services'),
    ...when(manifest.kind === 'Deployment' && !spec.topologySpreadConstraints?.some(({ topologyKey }) => topologyKey === 'kubernetes.io/hostname'), 'may have all its replicas on one node'),
    ...when(Boolean(spec.hostNetwork) || Boolean(spec.hostPID) || volumes.some(({ hostPath }) => hostPath), 'reaches into its host'),
    ...volumes.filter(({ emptyDir }) => emptyDir && !emptyDir.sizeLimit).map(({ name }) => `may fill the disk of its node: ${name} has no sizeLimit`),
    ...[...containers, ...initContainers].flatMap((container) => containerFaults(container, manifest.kind, manifests, known)),
  ];
}

/** What a container may do to itself and its node. */
export function lockFaults(own: NonNullable<Container['securityContext']>): string[] {
  return [
    ...when(own.allowPrivilegeEscalation !== false, 'may gain privileges'),
    ...when(own.readOnlyRootFilesystem !== true, 'may write its own files'),
    ...when(!own.capabilities?.drop?.includes('ALL'), 'keeps capabilities'),
  ];
}

export function resourceFaults(resources: Container['resources']): string[] {
  return ['cpu', 'memory'].flatMap((what) => [
    ...when(!resources?.requests?.[what], `requests no ${what}`),
    ...when(!resources?.limits?.[what], `has no limit of ${what}`),
  ]);
}

function containerFaults(container: Container, kind: string, manifests: readonly Manifest[], known: Known): string[] {
  const { securityContext: own = {}, resources } = container;
  const serves = kind === 'Deployment';
  return [
    ...lockFaults(own),
    ...resourceFaults(resources),
    ...when(serves && container.startupProbe?.httpGet?.path !== '/health/live', 'has no startup probe'),
    ...when(serves && container.livenessProbe?.httpGet?.path !== '/health/live', 'has no liveness probe'),
    ...when(serves && container.readinessProbe?.httpGet?.path !== '/health/ready', 'has no readiness probe'),
    ...when(serves && !container.ports?.some(({ containerPort }) => containerPort === servicePort), `does not open ${servicePort}`),
    ...(container.ports ?? []).filter(({ containerPort }) => containerPort !== servicePort).map(({ containerPort }) => `opens ${containerPort}, where the code does not listen`),
    ...imageFaults(container.image ?? '', known),
    ...variableFaults(container, manifests, known),
  ];
}

/** One that is of no version, that nobody knows, or that is pinned elsewhere to another version. */
export function imageFaults(image: string, { images }: Pick<Known, 'images'>): string[] {
  const [, name = '', tag = ''] = /^(.*?)(?::([^/:]+))?$/.exec(image) ?? [];
  if (tag === '' || tag === 'latest') return [`runs ${image}, of no version`];
  if (!(name in images)) return [`runs ${image}, which nobody knows`];
  return when(images[name] !== tag, `runs ${image}, not ${images[name]}`);
}

function variableFaults(container: Container, manifests: readonly Manifest[], known: Known): string[] {
  const maps = (container.envFrom ?? []).map(({ configMapRef }) => manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMapRef?.name));
  const own = (container.env ?? []).map(({ name }) => name);
  const given = [...own, ...maps.flatMap((map) => Object.keys(map?.data ?? {}))];
  const command = (container.args ?? []).slice(0, container.args?.[0] === 'ops' ? 2 : 1).join(' ');
  const needed = neededBy[command];
  return [
    ...when(maps.includes(undefined), 'is told by a configuration that is not there'),
    ...given.filter((name) => !known.variables.has(name)).map((name) => `${name} is no variable of the code`),
    ...(needed ?? []).filter((name) => !given.includes(name)).map((name) => `${name} is needed by ${command} and not given`),
    ...known.neededWhere
      .filter(({ name, neededWhere: { name: other, is } }) => container.env?.some((each) => each.name === other && each.value === is) && !given.includes(name) && !given.includes(`${name}_FILE`))
      .map(({ name, neededWhere: { name: other, is } }) => `${name} is needed where ${other} is ${is}, and not given`),
    ...when(needed === undefined, `${command || 'nothing'} is no command of the image`),
  ];
}

export const when = (wrong: boolean, fault: string): string[] => (wrong ? [fault] : []);
