import { commandNames, engineNames, engines, leavingFor, portsBeyond, processNames, servicePort } from '@property-office/contracts';
import type { Manifest, Selector } from './manifests';
import { podsIn, policiesIn, rulesFor, type Peer, type Rule } from './reach';

/** What an overlay has around it. */
export interface Surroundings {
  /** The namespace of the Ingress controller. */
  ingress: string;
  /** Whether Prometheus asks its processes, and a collector takes their traces. */
  watched: boolean;
  /** Whether attachments lie in S3. */
  objectStore: boolean;
  /** Jobs and CronJobs, which are no processes of flows.ts. */
  commands: readonly string[];
}

/** Every address but those that are nobody's on the internet: of companies, of carriers, of the machine and its link (RFC 1918, 6598, 1122, 3927). */
const world = { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'] };

/** Who has something to say beyond the namespace, and who beyond it to whom: as `beyond` words it. */
export function wantedBeyond({ ingress, watched, objectStore, commands }: Surroundings): string[] {
  const { 'the database': database, 'the broker': broker } = engines;
  const [names] = portsBeyond['the server of names'];
  const here = (name: string) => !(commandNames as readonly string[]).includes(name) || commands.includes(name);
  return [
    ...[...processNames, ...commands, ...engineNames].map((name) => `${name} → k8s-app=kube-dns in kube-system on UDP ${names}, ${names}`),
    ...leavingFor('the world').filter(here).map((name) => `${name} → the world on ${listed(portsBeyond['the world'])}`),
    // It has no address that is known here.
    ...(objectStore ? leavingFor('the object store').filter(here) : []).map((name) => `${name} → anything on ${listed(portsBeyond['the object store'])}`),
    // Its operator; the API server and its own object store, of which neither has an address that is known here.
    `cnpg-system → the database on ${listed(database.amongInstances)}`,
    'the database → anything on 443, 6443',
    `${ingress} → gateway on ${servicePort}`,
    `monitoring → the broker on ${broker.metricsPort}`,
    ...(watched ? [`app.kubernetes.io/name=prometheus in monitoring → the database on ${database.metricsPort}`] : []),
    ...(watched ? processNames.flatMap((name) => [`app.kubernetes.io/name=prometheus in monitoring → ${name} on ${servicePort}`, `${name} → monitoring on ${listed(portsBeyond['the collector of traces'])}`]) : []),
  ];
}

const listed = (ports: readonly number[]): string => ports.join(', ');

/** `a → b on ports` for what the network rules let pods reach beyond the pods of the namespace, and for whoever beyond them reaches in. */
export function beyond(manifests: readonly Manifest[]): Set<string> {
  const policies = policiesIn(manifests);
  return new Set(
    [...podsIn(manifests)].flatMap(([name, labels]) => [
      ...placesOf(rulesFor(policies, 'Egress', labels), ({ to }) => to).map(({ place, ports }) => `${name} → ${place} on ${ports}`),
      ...placesOf(rulesFor(policies, 'Ingress', labels), ({ from }) => from).map(({ place, ports }) => `${place} → ${name} on ${ports}`),
    ]),
  );
}

/** What the network rules let through beyond the namespace and nobody needs, and what somebody needs and they do not. */
export function beyondViolations(manifests: readonly Manifest[], surroundings: Surroundings): string[] {
  const found = beyond(manifests);
  const wanted = new Set(wantedBeyond(surroundings));
  return [
    ...[...found].filter((each) => !wanted.has(each)).map((each) => `${each} is let through, and nobody needs it`),
    ...[...wanted].filter((each) => !found.has(each)).map((each) => `${each} is not let through`),
  ];
}

/** A rule that names nobody means everybody; pods that no policy selects reach everything. */
function placesOf(rules: readonly Rule[] | undefined, peersOf: (rule: Rule) => Peer[] | undefined): Array<{ place: string; ports: string }> {
  return (rules ?? [{}]).flatMap((rule) => {
    const said = (rule.ports ?? []).map(({ protocol = 'TCP', port = 'any port', endPort }) => `${protocol === 'TCP' ? '' : `${protocol} `}${port}${endPort ? `–${endPort}` : ''}`);
    const ports = said.length > 0 ? said.join(', ') : 'any port';
    const peers = peersOf(rule) ?? [];
    if (peers.length === 0) return [{ place: 'anything', ports }];
    return peers.filter(({ namespaceSelector, ipBlock }) => namespaceSelector ?? ipBlock).map((peer) => ({ place: placeOf(peer), ports }));
  });
}

function placeOf({ podSelector, namespaceSelector = {}, ipBlock }: Peer): string {
  if (ipBlock) return addressesOf(ipBlock) === addressesOf(world) ? 'the world' : addressesOf(ipBlock);
  return `${podSelector ? `${worded(podSelector)} in ` : ''}${worded(namespaceSelector)}`;
}

const addressesOf = ({ cidr, except = [] }: NonNullable<Peer['ipBlock']>): string => [cidr, ...except].join(' but ');

/** A namespace by its name, all else by its labels. */
function worded({ matchLabels = {}, matchExpressions = [] }: Selector): string {
  const said = [...Object.entries(matchLabels).map(([key, value]) => (key === 'kubernetes.io/metadata.name' ? value : `${key}=${value}`)), ...matchExpressions.map((each) => JSON.stringify(each))];
  return said.length > 0 ? said.join(' and ') : 'all';
}
