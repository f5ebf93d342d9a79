import type { ChartValues } from './chart-values';
import { nameOf, type Container, type Manifest } from './manifests';
import { imageFaults, lockFaults, resourceFaults, when, type Known } from './policy';
import { secretsInClear } from './secrets-in-clear';

type Images = Pick<Known, 'images'>;

/** What of a Cluster is looked at here. */
export interface DatabaseSpec {
  instances: number;
  imageName?: string;
  enableSuperuserAccess?: boolean;
  postgresUID?: number;
  postgresGID?: number;
  seccompProfile?: { type: string };
  resources?: Container['resources'];
  affinity?: { enablePodAntiAffinity?: boolean; podAntiAffinityType?: string; topologyKey?: string };
  postgresql?: { synchronous?: { dataDurability?: string } };
}

/**
 * What of PostgreSQL's clusters an operations person would not let pass. The operator starts their pods: as 26, on a root that is read only and
 * without capabilities, unless the Cluster says otherwise.
 */
export function databaseViolations(manifests: readonly Manifest[], images: Images): string[] {
  return manifests
    .filter(({ kind }) => kind === 'Cluster')
    .flatMap((manifest) => databaseFaults(manifest.spec as unknown as DatabaseSpec, images).map((fault) => `${nameOf(manifest)}: ${fault}`));
}

function databaseFaults(spec: DatabaseSpec, images: Images): string[] {
  const { affinity, instances } = spec;
  const apart = affinity?.enablePodAntiAffinity === true && affinity.podAntiAffinityType === 'required' && affinity.topologyKey === 'kubernetes.io/hostname';
  return [
    ...imageFaults(spec.imageName ?? '', images),
    ...resourceFaults(spec.resources),
    ...when(spec.postgresUID === 0 || spec.postgresGID === 0, 'may run as root'),
    ...when((spec.seccompProfile?.type ?? 'RuntimeDefault') !== 'RuntimeDefault', 'has no seccomp profile'),
    ...when(spec.enableSuperuserAccess !== false, 'lets its superuser in'),
    ...when(instances > 1 && !apart, 'may have all its instances on one node'),
    ...when(instances > 1 && spec.postgresql?.synchronous?.dataDurability !== 'required', 'may lose what it acknowledged with one node'),
  ];
}

/** What of the servers that the chart of NATS makes by these values an operations person would not let pass. */
export function brokerViolations(values: ChartValues, images: Images): string[] {
  const { cluster } = values.config;
  const { securityContext = {}, automountServiceAccountToken } = values.podTemplate.merge.spec;
  const several = cluster.enabled && cluster.replicas > 1;
  const spread = values.podTemplate.topologySpreadConstraints['kubernetes.io/hostname'];
  const containers = { server: values.container, ...(values.reloader.enabled && { reloader: values.reloader }), ...(values.promExporter.enabled && { exporter: values.promExporter }) };
  return [
    ...Object.entries(containers).flatMap(([name, { image, merge }]) =>
      [...imageFaults(`${image.repository}:${image.tag}`, images), ...lockFaults(merge.securityContext ?? {}), ...resourceFaults(merge.resources)].map((fault) => `${name}: ${fault}`),
    ),
    ...when(securityContext.runAsNonRoot !== true || securityContext.runAsUser === 0, 'may run as root'),
    ...when(securityContext.seccompProfile?.type !== 'RuntimeDefault', 'has no seccomp profile'),
    ...when(automountServiceAccountToken !== false, 'gets a token for the cluster'),
    ...when(several && (spread?.maxSkew !== 1 || spread.whenUnsatisfiable !== 'DoNotSchedule'), 'may have two servers on one node'),
    ...when(several && !values.podDisruptionBudget.enabled, 'may lose several servers at once'),
    ...secretsInClear(values),
    ...values.config.merge.accounts['OFFICE']!.users.filter(({ password }) => !/^<< \$\w+ >>$/.test(password)).map(({ user }) => `the password of ${user} stands there in clear`),
    ...when(values.natsBox.enabled, 'brings a pod with the means to read everything'),
  ];
}
