import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { chartValues, type ChartValues } from './chart-values';
import { brokerViolations, databaseViolations, type DatabaseSpec } from './engines';
import { rendered, root, type Manifest } from './manifests';

/** The images that others make, each with the one tag it has wherever it runs. */
const images = {
  'ghcr.io/cloudnative-pg/postgresql': '18.4-standard-trixie',
  postgres: '18.4-trixie',
  nats: '2.14.2-alpine',
  'natsio/nats-server-config-reloader': '0.23.0',
  'natsio/prometheus-nats-exporter': '0.20.1',
};
const overlays = [...rendered()].filter(([name]) => !name.endsWith('-prepare'));
const production = rendered().get('production')!;
/** Read anew each time, and what an alias of YAML shares is copied for each. */
const threeServers = () => JSON.parse(JSON.stringify(chartValues('values.yaml', 'accounts.yaml'))) as ChartValues;

it.each(overlays)('PostgreSQL of %s keeps to the policy', (_, manifests) => {
  expect(manifests.filter(({ kind }) => kind === 'Cluster')).toHaveLength(1);
  expect(databaseViolations(manifests, { images })).toEqual([]);
});

it.each([
  ['production', ['values.yaml', 'accounts.yaml']],
  ['one node', ['values.yaml', 'accounts.yaml', 'one-node.yaml']],
])('NATS of %s keeps to the policy', (_, files) => {
  expect(brokerViolations(chartValues(...files), { images })).toEqual([]);
});

it('a box with containers runs the same versions', () => {
  const { services } = parse(readFileSync(join(root, 'deploy/compose/compose.yaml'), 'utf8')) as { services: Record<string, { image: string }> };
  expect([services['nats']!.image, services['postgres']!.image]).toEqual([`nats:${images.nats}`, `postgres:${images.postgres}`]);
  const numberOf = (tag: string) => /^\d+\.\d+/.exec(tag)![0];
  expect(numberOf(images['ghcr.io/cloudnative-pg/postgresql'])).toBe(numberOf(images.postgres));
});

describe('of PostgreSQL is refused', () => {
  const broken = (change: (spec: DatabaseSpec) => unknown): string[] => {
    const copy = structuredClone(production.find(({ kind }) => kind === 'Cluster')!) as Manifest;
    change(copy.spec as unknown as DatabaseSpec);
    return databaseViolations([copy], { images });
  };

  it.each<[string, (spec: DatabaseSpec) => unknown, string[]]>([
    ['latest', (spec) => (spec.imageName = 'ghcr.io/cloudnative-pg/postgresql:latest'), ['runs ghcr.io/cloudnative-pg/postgresql:latest, of no version']],
    ['what the operator takes by itself', (spec) => delete spec.imageName, ['runs , of no version']],
    ['another version', (spec) => (spec.imageName = 'ghcr.io/cloudnative-pg/postgresql:17.5'), ['runs ghcr.io/cloudnative-pg/postgresql:17.5, not 18.4-standard-trixie']],
    ['an image nobody knows', (spec) => (spec.imageName = 'example.cn/postgresql:18.4'), ['runs example.cn/postgresql:18.4, which nobody knows']],
    ['no limits', (spec) => delete spec.resources!.limits, ['has no limit of cpu', 'has no limit of memory']],
    ['no requests', (spec) => delete spec.resources!.requests, ['requests no cpu', 'requests no memory']],
    ['root', (spec) => (spec.postgresUID = 0), ['may run as root']],
    ['locks of its own', (spec) => (spec.securityContext = { privileged: true }), ['is told otherwise than its operator locks its pods']],
    ['no seccomp profile', (spec) => (spec.seccompProfile = { type: 'Unconfined' }), ['has no seccomp profile']],
    ['a superuser', (spec) => delete spec.enableSuperuserAccess, ['lets its superuser in']],
    ['one node for all', (spec) => (spec.affinity!.podAntiAffinityType = 'preferred'), ['may have all its instances on one node']],
    ['an acknowledgement of one', (spec) => (spec.postgresql!.synchronous!.dataDurability = 'preferred'), ['may lose what it acknowledged with one node']],
  ])('%s', (_, change, faults) => {
    expect(broken(change)).toEqual(faults.map((fault) => `Cluster office-database: ${fault}`));
  });
});

describe('of NATS is refused', () => {
  const ofEach = (fault: string) => ['server', 'reloader', 'exporter'].map((name) => `${name}: ${fault}`);
  const lock = (values: ChartValues) => values.podTemplate.merge.spec.securityContext!;

  it.each<[string, (values: ChartValues) => unknown, string[]]>([
    ['latest', ({ container }) => (container.image.tag = 'latest'), ['server: runs nats:latest, of no version']],
    ['another version', ({ reloader }) => (reloader.image.tag = '0.1.0'), ['reloader: runs natsio/nats-server-config-reloader:0.1.0, not 0.23.0']],
    ['an image nobody knows', ({ promExporter }) => (promExporter.image.repository = 'example.cn/exporter'), ['exporter: runs example.cn/exporter:0.20.1, which nobody knows']],
    ['no limits', ({ container }) => delete container.merge.resources!.limits, ['server: has no limit of cpu', 'server: has no limit of memory']],
    ['no requests', ({ reloader }) => delete reloader.merge.resources!.requests, ['reloader: requests no cpu', 'reloader: requests no memory']],
    ['a root file system that can be written', ({ container }) => delete container.merge.securityContext!.readOnlyRootFilesystem, ['server: may write its own files']],
    ['privileges and capabilities', ({ container }) => (container.merge.securityContext = { readOnlyRootFilesystem: true }), ['server: may gain privileges', 'server: keeps capabilities']],
    ['root, not forbidden', (values) => delete lock(values).runAsNonRoot, ofEach('may run as root')],
    ['root', (values) => (lock(values).runAsUser = 0), ofEach('may run as root')],
    ['root by one of them', ({ reloader }) => (reloader.merge.securityContext!.runAsUser = 0), ['reloader: may run as root']],
    ['a privileged one', ({ container }) => (container.merge.securityContext!.privileged = true), ['server: is privileged']],
    ['no seccomp profile', (values) => delete lock(values).seccompProfile, ofEach('has no seccomp profile')],
    ['the network of the host', ({ podTemplate }) => (podTemplate.merge.spec.hostNetwork = true), ofEach('reaches into its host')],
    ['a patch', ({ container }) => Object.assign(container, { patch: [{ op: 'remove', path: '/securityContext' }] }), ['is patched, which nobody judges']],
    ['what nobody has looked at', (values) => Object.assign(values, { extraResources: [] }), ['says extraResources, which nobody judges']],
    ['a token for the cluster', ({ podTemplate }) => delete podTemplate.merge.spec.automountServiceAccountToken, ['gets a token for the cluster']],
    ['two servers on one node', ({ podTemplate }) => (podTemplate.topologySpreadConstraints['kubernetes.io/hostname']!.whenUnsatisfiable = 'ScheduleAnyway'), ['may have two servers on one node']],
    ['no budget', ({ podDisruptionBudget }) => (podDisruptionBudget.enabled = false), ['may lose several servers at once']],
    ['a password in clear', ({ container }) => (container.env['TICKETS_PASSWORD'] = 'x'), ['TICKETS_PASSWORD stands there in clear']],
    ['a password beside its user', ({ config }) => (config.merge.accounts['OFFICE']!.users[0]!.password = 'x'), ['the password of directory stands there in clear']],
    ['a pod to look around with', ({ natsBox }) => (natsBox.enabled = true), ['brings a pod with the means to read everything']],
  ])('%s', (_, change, faults) => {
    const values = threeServers();
    change(values);
    expect(brokerViolations(values, { images })).toEqual(faults);
  });
});
