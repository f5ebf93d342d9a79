import { flows, processNames, servicePort } from '@property-office/contracts';
import type { Manifest, Selector } from './manifests';
import { engines, podsIn, policiesIn, rulesFor, type Peer, type Rule } from './reach';

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
  const everybody = [...processNames, ...commands, ...Object.keys(engines)];
  const leaving = (where: string) => processNames.filter((name) => flows[name].leavesFor === where);
  return [
    ...everybody.map((name) => `${name} → k8s-app=kube-dns in kube-system on UDP 53, 53`),
    // Mail, and providers by https.
    ...leaving('the world').map((name) => `${name} → the world on 443, 465, 587`),
    // It has no address that is known here. Backups read it, and operators put back what was lost.
    ...(objectStore ? [...leaving('the object store'), ...commands] : []).map((name) => `${name} → anything on 443`),
    // Its operator; the API server and its own object store, of which neither has an address that is known here.
    'cnpg-system → the database on 5432, 8000',
    'the database → anything on 443, 6443',
    `${ingress} → gateway on ${servicePort}`,
    'monitoring → the broker on 7777',
    ...(watched ? ['app.kubernetes.io/name=prometheus in monitoring → the database on 9187'] : []),
    ...(watched ? processNames.flatMap((name) => [`app.kubernetes.io/name=prometheus in monitoring → ${name} on ${servicePort}`, `${name} → monitoring on 4318`]) : []),
  ];
}

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
    const ports = rule.ports?.map(({ protocol = 'TCP', port, endPort }) => `${protocol === 'TCP' ? '' : `${protocol} `}${port}${endPort ? `–${endPort}` : ''}`).join(', ') ?? 'any port';
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
