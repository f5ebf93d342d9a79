import { serviceNames, servicePort } from '@property-office/contracts';
import { neededVariables } from '@property-office/backbone';
import type { Variable } from '@property-office/service-kit';
import { nameOf, podOf, type Container, type Manifest, type PodSpec, type PodTemplate } from './manifests';
import { containersOf, restrictedFaults } from './restricted';
import { secretsInClear } from './secrets-in-clear';
import { when } from './when';

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

/** Kinds of which no pods come, and the Cluster, whose pods engines.ts judges. A kind that is on no list is refused until somebody has thought of what it runs. */
const withoutPods: readonly string[] = ['Cluster', 'ConfigMap', 'Ingress', 'Namespace', 'NetworkPolicy', 'ObjectStore', 'PersistentVolumeClaim', 'PodDisruptionBudget', 'PodMonitor', 'ScheduledBackup', 'Service'];

/** What of the workloads, configuration and volumes of an overlay an operations person would not let pass. */
export function policyViolations(manifests: readonly Manifest[], known: Known): string[] {
  return manifests.flatMap((manifest) => {
    const pod = podOf(manifest);
    const said = [
      ...(pod ? podFaults(pod, manifest, manifests, known) : when(!withoutPods.includes(manifest.kind) && manifest.kind !== 'Secret', 'is of a kind that nobody judges')),
      ...when(manifest.kind === 'Secret', 'is a secret, and stands in the repository'),
      ...secretsInClear(manifest),
    ];
    return said.map((fault) => `${nameOf(manifest)}: ${fault}`);
  });
}

function podFaults(pod: PodTemplate, manifest: Manifest, manifests: readonly Manifest[], known: Known): string[] {
  const { spec } = pod;
  const { topologySpreadConstraints = [], volumes = [] } = spec;
  return [
    ...restrictedFaults(pod),
    ...when(spec.automountServiceAccountToken !== false, 'gets a token for the cluster'),
    ...when(spec.enableServiceLinks !== false, 'gets variables named after services'),
    ...when(manifest.kind === 'Deployment' && !topologySpreadConstraints.some(({ topologyKey }) => topologyKey === 'kubernetes.io/hostname'), 'may have all its replicas on one node'),
    ...volumes.filter(isUnbounded).map(({ name }) => `may fill the disk of its node: ${name} has no sizeLimit`),
    ...containersOf(spec).flatMap((container) => containerFaults(container, manifest.kind, manifests, known)),
  ];
}

/** A volume that says no more than its name is room on the node, too. */
const isUnbounded = (volume: NonNullable<PodSpec['volumes']>[number]): boolean => ('emptyDir' in volume || Object.keys(volume).length === 1) && !volume.emptyDir?.sizeLimit;

export function resourceFaults(resources: Container['resources']): string[] {
  return ['cpu', 'memory'].flatMap((what) => [
    ...when(!resources?.requests?.[what], `requests no ${what}`),
    ...when(!resources?.limits?.[what], `has no limit of ${what}`),
  ]);
}

function containerFaults(container: Container, kind: string, manifests: readonly Manifest[], known: Known): string[] {
  const serves = kind !== 'Job' && kind !== 'CronJob';
  return [
    ...resourceFaults(container.resources),
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
