import type { ChartValues } from './chart-values';
import { nameOf, type Container, type Manifest, type PodTemplate } from './manifests';
import { imageFaults, resourceFaults, type Known } from './policy';
import { restrictedFaults } from './restricted';
import { secretsInClear } from './secrets-in-clear';
import { when } from './when';

type Images = Pick<Known, 'images'>;

/** What of a Cluster is looked at here. */
export interface DatabaseSpec {
  instances: number;
  imageName?: string;
  enableSuperuserAccess?: boolean;
  postgresUID?: number;
  postgresGID?: number;
  seccompProfile?: { type: string };
  podSecurityContext?: object;
  securityContext?: object;
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
    ...when(spec.podSecurityContext !== undefined || spec.securityContext !== undefined, 'is told otherwise than its operator locks its pods'),
    ...when(spec.enableSuperuserAccess !== false, 'lets its superuser in'),
    ...when(instances > 1 && !apart, 'may have all its instances on one node'),
    ...when(instances > 1 && spec.postgresql?.synchronous?.dataDurability !== 'required', 'may lose what it acknowledged with one node'),
  ];
}

/** Values of the chart that are looked at here or say nothing of what runs. Another one might put anything beside the servers. */
const judgedValues: readonly string[] = ['fullnameOverride', 'config', 'container', 'reloader', 'promExporter', 'podTemplate', 'podDisruptionBudget', 'natsBox'];

/** What of the servers that the chart of NATS makes by these values an operations person would not let pass. */
export function brokerViolations(values: ChartValues, images: Images): string[] {
  const { cluster, merge } = values.config;
  const { automountServiceAccountToken } = values.podTemplate.merge.spec;
  const several = cluster.enabled && cluster.replicas > 1;
  const spread = values.podTemplate.topologySpreadConstraints['kubernetes.io/hostname'];
  const containers = { server: values.container, ...(values.reloader.enabled && { reloader: values.reloader }), ...(values.promExporter.enabled && { exporter: values.promExporter }) };
  const pod = ({ merge: own }: ChartValues['container'] | ChartValues['reloader']): PodTemplate => ({ ...values.podTemplate.merge, spec: { ...values.podTemplate.merge.spec, containers: [own as Container] } });
  return [
    ...Object.keys(values).filter((key) => !judgedValues.includes(key)).map((key) => `says ${key}, which nobody judges`),
    ...[values.podTemplate, ...Object.values(containers)].flatMap((each) => when('patch' in each, 'is patched, which nobody judges')),
    ...Object.entries(containers).flatMap(([name, container]) => {
      const { image, merge: own } = container;
      return [...imageFaults(`${image.repository}:${image.tag}`, images), ...restrictedFaults(pod(container)), ...resourceFaults(own.resources)].map((fault) => `${name}: ${fault}`);
    }),
    ...when(automountServiceAccountToken !== false, 'gets a token for the cluster'),
    ...when(several && (spread?.maxSkew !== 1 || spread.whenUnsatisfiable !== 'DoNotSchedule'), 'may have two servers on one node'),
    ...when(several && !values.podDisruptionBudget.enabled, 'may lose several servers at once'),
    ...secretsInClear(values),
    ...merge.accounts['OFFICE']!.users.filter(({ password }) => !/^<< \$\w+ >>$/.test(password)).map(({ user }) => `the password of ${user} stands there in clear`),
    ...when(values.natsBox.enabled, 'brings a pod with the means to read everything'),
  ];
}
