import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processNames, serviceNames, servicePort } from '@property-office/contracts';
import { platformVariables, readConfiguration, variablesOf } from '@property-office/service-kit';
import { manifestsIn, nameOf, podOf, rendered, root, type Manifest } from './manifests';
import { policyViolations, type Known } from './policy';
import { longestStopSeconds, stepsOfProcess } from './stopping';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const allVariables = variablesOf(platformVariables);
const known: Known = {
  images: { 'registry.example.cn/property-office': version },
  variables: new Set(allVariables.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name]))),
  neededWhere: allVariables.flatMap(({ name, neededWhere }) => (neededWhere ? [{ name, neededWhere }] : [])),
};
const overlays = [...rendered()];
const whole = overlays.filter(([name]) => !name.endsWith('-prepare'));

const mountsIn = (manifests: readonly Manifest[]) =>
  manifests.flatMap((manifest) => (podOf(manifest)?.spec.containers ?? []).flatMap(({ volumeMounts = [] }) => volumeMounts.map((mount) => ({ ...mount, of: manifest.metadata.name }))));

it.each(overlays)('%s keeps to the policy', (_, manifests) => {
  expect(policyViolations(manifests, known)).toEqual([]);
});

it.each(whole)('in %s every process runs, behind a service of its name, spread and protected', (_, manifests) => {
  const names = (kind: string) => manifests.filter((each) => each.kind === kind).map(({ metadata }) => metadata.name).sort();
  for (const kind of ['Deployment', 'Service', 'PodDisruptionBudget']) expect(names(kind)).toEqual([...processNames].sort());
  for (const { spec } of manifests.filter(({ kind }) => kind === 'Service')) expect(spec).toMatchObject({ ports: [{ port: servicePort, targetPort: 'http' }] });
});

it.each(whole)('the namespace of %s takes no pod that is not restricted', (_, manifests) => {
  expect(manifests.find(({ kind }) => kind === 'Namespace')!.metadata.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'restricted' });
});

it.each(overlays)('the configuration of %s is one that the code reads', (_, manifests) => {
  const read = manifests.filter(({ kind }) => kind === 'ConfigMap').map(({ data }) => readConfiguration(data!, platformVariables));
  const addresses = Object.fromEntries(serviceNames.map((name) => [name, [`http://${name}:${servicePort}`]]));
  // Jobs ask nobody.
  expect(read.map(({ serviceUrls }) => serviceUrls)).toEqual([manifests.some(({ kind }) => kind === 'Deployment') ? addresses : {}]);
});

it.each(whole)('in %s a stopping process has the time its steps may take', (_, manifests) => {
  for (const manifest of manifests.filter(({ kind }) => kind === 'Deployment')) {
    const { terminationGracePeriodSeconds, containers } = podOf(manifest)!.spec;
    const pause = manifests.find(({ kind }) => kind === 'ConfigMap')!.data!['STOP_PAUSE_SECONDS'];
    const preStop = containers[0]!.lifecycle!.preStop!.sleep!.seconds;
    expect(terminationGracePeriodSeconds).toBeGreaterThanOrEqual(preStop + longestStopSeconds(Number(pause), stepsOfProcess()));
  }
});

it.each(whole)('in %s bytes of attachments are written by files, and by the operator who restores them from a backup (W4.2)', (_, manifests) => {
  expect(mountsIn(manifests).filter(({ name, readOnly }) => name === 'uploads' && !readOnly).map(({ of }) => of).sort()).toEqual(['files', 'ops']);
});

it.each(whole)('in %s the destruction register is written by archives, and mounted by who restores a backup with it (W4.4)', (_, manifests) => {
  const register = mountsIn(manifests).filter(({ name }) => name === 'destruction-register').map(({ of, mountPath, readOnly = false }) => ({ of, mountPath, readOnly }));
  expect(register).toEqual([false, true, true].map((readOnly, i) => ({ of: ['archives', 'backup', 'ops'][i], mountPath: '/data/destruction-register', readOnly })));
});

it.each(whole)('in %s who works on bytes of attachments in S3, and nobody else, is let to it', (overlay, manifests) => {
  const pods = manifests.flatMap((manifest) => {
    const pod = podOf(manifest);
    return pod ? [{ name: manifest.metadata.name, pod }] : [];
  });
  const works = pods.filter(({ pod }) => pod.spec.containers[0]!.env?.some(({ name, value }) => name === 'FILES_STORE' && value === 's3')).map(({ name }) => name);
  const label = 'property-office/object-store';
  expect(pods.filter(({ pod }) => pod.metadata?.labels?.[label] === 'yes').map(({ name }) => name)).toEqual(works);
  // A backup reads: its key can neither add nor remove.
  const keys = Object.fromEntries(works.map((each) => [each, pods.find(({ name }) => name === each)!.pod.spec.volumes!.find(({ name }) => name === 'uploads-s3')?.secret?.secretName]));
  expect(keys).toEqual(overlay === 'production-s3' ? { files: 'uploads-s3', backup: 'uploads-s3-reading', ops: 'uploads-s3' } : {});
  const rules = manifests.filter(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'to-the-object-store').map(({ spec }) => spec);
  const rule = { podSelector: { matchLabels: { [label]: 'yes' } }, policyTypes: ['Egress'], egress: [{ ports: [{ port: 443 }] }] };
  expect({ works, rules }).toEqual(overlay === 'production-s3' ? { works: ['files', 'backup', 'ops'], rules: [rule] } : { works: [], rules: [] });
});

describe('what the policy refuses', () => {
  const tickets = whole[0]![1].find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'tickets')!;
  const configuration = whole[0]![1].find(({ kind }) => kind === 'ConfigMap')!;
  const broken = (change: (pod: ReturnType<typeof podOf> & object) => void): string[] => {
    const copy = structuredClone(tickets);
    change(podOf(copy)!);
    return policyViolations([copy, configuration], known).map((fault) => fault.replace('Deployment tickets: ', ''));
  };
  const first = ({ spec }: ReturnType<typeof podOf> & object) => spec.containers[0]!;

  it.each<[string, Parameters<typeof broken>[0], string[]]>([
    ['root', ({ spec }) => delete spec.securityContext!.runAsNonRoot, ['may run as root']],
    ['no seccomp profile', ({ spec }) => delete spec.securityContext!.seccompProfile, ['has no seccomp profile']],
    ['a user of its own that is root', (pod) => (first(pod).securityContext!.runAsUser = 0), ['may run as root']],
    ['a token for the cluster', ({ spec }) => delete spec.automountServiceAccountToken, ['gets a token for the cluster']],
    ['variables of services', ({ spec }) => delete spec.enableServiceLinks, ['gets variables named after services']],
    ['replicas on one node', ({ spec }) => (spec.topologySpreadConstraints = [{ topologyKey: 'topology.kubernetes.io/zone' }]), ['may have all its replicas on one node']],
    ['another port', (pod) => (first(pod).ports = [{ containerPort: 8080 }]), [`does not open ${servicePort}`, 'opens 8080, where the code does not listen']],
    ['a volume that says no more than its name', ({ spec }) => spec.volumes!.push({ name: 'drafts' }), ['may fill the disk of its node: drafts has no sizeLimit']],
    ['room on its node without a bound', ({ spec }) => spec.volumes!.push({ name: 'drafts', emptyDir: {} }), ['may fill the disk of its node: drafts has no sizeLimit']],
    ['a root file system that can be written', (pod) => delete first(pod).securityContext!.readOnlyRootFilesystem, ['may write its own files']],
    ['privileges and capabilities', (pod) => (first(pod).securityContext = { readOnlyRootFilesystem: true }), ['may gain privileges', 'keeps capabilities']],
    ['no limit', (pod) => delete first(pod).resources!.limits!['memory'], ['has no limit of memory']],
    ['no request', (pod) => delete first(pod).resources!.requests!['cpu'], ['requests no cpu']],
    ['no probes', (pod) => ['startupProbe', 'livenessProbe', 'readinessProbe'].forEach((probe) => delete (first(pod) as unknown as Record<string, unknown>)[probe]), ['has no startup probe', 'has no liveness probe', 'has no readiness probe']],
    ['latest', (pod) => (first(pod).image = 'registry.example.cn/property-office:latest'), ['runs registry.example.cn/property-office:latest, of no version']],
    ['no version', (pod) => (first(pod).image = 'registry.example.cn:5000/property-office'), ['runs registry.example.cn:5000/property-office, of no version']],
    ['another version', (pod) => (first(pod).image = 'registry.example.cn/property-office:0.0.9'), [`runs registry.example.cn/property-office:0.0.9, not ${version}`]],
    ['an image nobody knows', (pod) => (first(pod).image = 'busybox:1.37'), ['runs busybox:1.37, which nobody knows']],
    ['a variable nobody reads', (pod) => first(pod).env!.push({ name: 'TICKETS_URL', value: 'x' }), ['TICKETS_URL is no variable of the code']],
    ['a needed variable that is missing', (pod) => (first(pod).env = first(pod).env!.filter(({ name }) => name !== 'FIELD_KEYS_FILE')), ['FIELD_KEYS_FILE is needed by tickets and not given']],
    ['a variable that another one needs', (pod) => first(pod).env!.push({ name: 'FILES_STORE', value: 's3' }, { name: 'S3_ACCESS_KEY_ID_FILE', value: '/x' }), ['S3_ENDPOINT', 'S3_BUCKET', 'S3_SECRET_ACCESS_KEY'].map((name) => `${name} is needed where FILES_STORE is s3, and not given`)],
    ['a secret in clear', (pod) => first(pod).env!.push({ name: 'SMS_SECRET', value: 'x' }), ['SMS_SECRET stands there in clear']],
    ['an address with its password', (pod) => first(pod).env!.push({ name: 'NATS_URL', value: 'nats://tickets:s3cret@nats' }), ['NATS_URL stands there in clear', 'holds what looks like a password or a key']],
    ['a command that the image does not have', (pod) => (first(pod).args = ['tikets']), ['tikets is no command of the image']],
    ['a configuration that is not there', (pod) => (first(pod).envFrom = [{ configMapRef: { name: 'gone' } }]), ['is told by a configuration that is not there', 'SERVICE_URLS is needed by tickets and not given']],
  ])('%s', (_, change, faults) => {
    expect(broken(change)).toEqual(faults);
  });

  it.each<[string, (manifest: Manifest) => Manifest]>([
    ['a ReplicaSet', (manifest) => ({ ...manifest, kind: 'ReplicaSet' })],
    ['a StatefulSet', (manifest) => ({ ...manifest, kind: 'StatefulSet' })],
    ['a Pod', (manifest) => ({ ...manifest, kind: 'Pod', spec: podOf(manifest)!.spec as unknown as Record<string, unknown> })],
  ])('root by %s', (_, as) => {
    const copy = structuredClone(tickets);
    podOf(copy)!.spec.securityContext!.runAsUser = 0;
    const manifest = as(copy);
    expect(policyViolations([manifest, configuration], known)).toEqual([`${manifest.kind} tickets: may run as root`]);
  });

  it('a kind of which nobody knows what it runs', () => {
    expect(policyViolations([{ ...tickets, kind: 'Pooler' }], known)).toEqual(['Pooler tickets: is of a kind that nobody judges']);
  });

  it.each(['SMS_SECRET', 'S3_ACCESS_KEY_ID', 'OTEL_EXPORTER_OTLP_HEADERS'])('%s in clear in what every process is told', (name) => {
    const told = { ...configuration, data: { ...configuration.data, [name]: 'x' } };
    expect(policyViolations([told], known)).toEqual([`${nameOf(configuration)}: ${name} stands there in clear`]);
  });

  it('a Secret in the repository', () => {
    expect(policyViolations(manifestsIn('{ apiVersion: v1, kind: Secret, metadata: { name: s } }'), known)).toEqual(['Secret s: is a secret, and stands in the repository']);
  });
});
