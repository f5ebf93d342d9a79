import { commandNames, engines, enginesOf, waysInside, type CommandName, type EngineName } from '@property-office/contracts';
import { nameOf, podOf, type Manifest, type Selector } from './manifests';
import { when } from './when';

export interface Peer {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: { cidr: string; except?: string[] };
}

export interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: Array<{ port?: number | string; endPort?: number; protocol?: string }>;
}

export interface Policy {
  podSelector: Selector;
  policyTypes: string[];
  ingress?: Rule[];
  egress?: Rule[];
}

export type Labels = Readonly<Record<string, string>>;

/** Of one protocol, from the first to the last. */
export interface Ports {
  protocol: string;
  first: number;
  last: number;
}

const mostPort = 65_535;
const everyPort: Ports[] = ['TCP', 'UDP', 'SCTP'].map((protocol) => ({ protocol, first: 1, last: mostPort }));

/** By which pods of the engines, which others install there, are known: enough of their labels to be told apart. */
const engineLabels: Readonly<Record<EngineName, Labels>> = {
  'the database': { 'cnpg.io/cluster': 'office-database' },
  'the broker': { 'app.kubernetes.io/name': 'nats' },
};

export const policiesIn = (manifests: readonly Manifest[]): Policy[] => manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(({ spec }) => spec as unknown as Policy);

/** Labels of the pods of the overlay and of its engines, by the name of what makes them. */
export function podsIn(manifests: readonly Manifest[]): Map<string, Labels> {
  const pods = new Map<string, Labels>(Object.entries(engineLabels));
  for (const manifest of manifests) {
    const pod = podOf(manifest);
    // A second one of a name hides neither.
    if (pod) pods.set(pods.has(manifest.metadata.name) ? nameOf(manifest) : manifest.metadata.name, pod.metadata?.labels ?? {});
  }
  return pods;
}

interface Open {
  from: string;
  to: string;
  ports: Ports;
}

/** What the network rules let pods of the namespace ask each other, other replicas of their own among them. */
export function reachable(manifests: readonly Manifest[]): Open[] {
  const policies = policiesIn(manifests);
  const pods = [...podsIn(manifests)];
  return pods.flatMap(([from, fromLabels]) =>
    pods.flatMap(([to, toLabels]) => {
      const [out, into] = [portsFor(policies, 'Egress', fromLabels, toLabels), portsFor(policies, 'Ingress', toLabels, fromLabels)];
      return common(out, into).map((ports) => ({ from, to, ports }));
    }),
  );
}

/** What flows.ts says must be possible, and nothing else. `commands` says which of its commands runs under which name. */
export function reachViolations(manifests: readonly Manifest[], commands: Readonly<Record<string, CommandName>>): string[] {
  const isCommand = (name: string) => (commandNames as readonly string[]).includes(name);
  const wanted: Array<{ from: string; to: string; port: number }> = [
    ...waysInside().filter(({ from }) => !isCommand(from)),
    ...Object.entries(commands).flatMap(([name, command]) => enginesOf(command).map((to) => ({ from: name, to, port: engines[to].port }))),
  ];
  // Whatever runs under the label of a service and is none, the operators' own pods among them, is judged with the rest.
  const found = reachable(manifests);
  const opens = ({ from, to, ports }: Open, way: (typeof wanted)[number]) => way.from === from && way.to === to && ports.protocol === 'TCP' && ports.first <= way.port && way.port <= ports.last;
  const needless = found.filter((each) => each.ports.first < each.ports.last || !wanted.some((way) => opens(each, way)));
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
  return [
    ...when(!policies.some(({ spec }) => deniesAll(spec as unknown as Policy)), 'nothing is denied to pods without a rule of their own'),
    ...policies.flatMap(namedPorts),
    ...new Set(needless.map(({ from, to, ports }) => `${from} → ${to} on ${worded(ports)} is let through, and flows.ts does not say it`)),
    ...wanted.filter((way) => !found.some((each) => opens(each, way))).map(({ from, to, port }) => `${from} → ${to} on ${port} is not let through`),
  ];
}

/** A name is looked up in the containers of whoever is asked, and those of the engines are not seen here. */
function namedPorts(manifest: Manifest): string[] {
  const { ingress = [], egress = [] } = manifest.spec as unknown as Policy;
  const names = [...ingress, ...egress].flatMap(({ ports = [] }) => ports.flatMap(({ port }) => (typeof port === 'string' ? [port] : [])));
  return names.map((name) => `${nameOf(manifest)}: names the port ${name}, which is judged by its number alone`);
}

function deniesAll({ podSelector, policyTypes, ingress, egress }: Policy): boolean {
  return Object.keys(podSelector).length === 0 && policyTypes.length === 2 && !ingress && !egress;
}

/** Pods that no policy selects in a direction may talk freely: default-deny selects all. */
function portsFor(policies: readonly Policy[], direction: 'Ingress' | 'Egress', own: Labels, other: Labels): Ports[] {
  const rules = rulesFor(policies, direction, own);
  if (rules === undefined) return everyPort;
  return rules.flatMap(({ from, to, ports }) => {
    const peers = (direction === 'Ingress' ? from : to) ?? [];
    // Within the namespace: what is said of other namespaces and of the world is judged as such (beyond.ts).
    const fits = peers.length === 0 || peers.some(({ podSelector, namespaceSelector, ipBlock }) => !namespaceSelector && !ipBlock && podSelector !== undefined && selects(podSelector, other));
    return fits ? portsOf(ports) : [];
  });
}

/** A rule that names no port means every port, as one that names a protocol alone means every port of that. */
function portsOf(ports: Rule['ports'] = []): Ports[] {
  if (ports.length === 0) return everyPort;
  return ports.flatMap(({ protocol = 'TCP', port, endPort }) => {
    if (typeof port === 'string') return [];
    return [{ protocol, first: port ?? 1, last: endPort ?? port ?? mostPort }];
  });
}

function common(some: readonly Ports[], others: readonly Ports[]): Ports[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const [first, last] = [Math.max(one.first, other.first), Math.min(one.last, other.last)];
      return one.protocol === other.protocol && first <= last ? [{ protocol: one.protocol, first, last }] : [];
    }),
  );
}

const worded = ({ protocol, first, last }: Ports): string => `${protocol === 'TCP' ? '' : `${protocol} `}${first === last ? first : `${first}–${last}`}`;

/** What is said of pods with these labels; undefined where no policy selects them. */
export function rulesFor(policies: readonly Policy[], direction: 'Ingress' | 'Egress', own: Labels): Rule[] | undefined {
  const mine = policies.filter(({ podSelector, policyTypes }) => policyTypes.includes(direction) && selects(podSelector, own));
  return mine.length === 0 ? undefined : mine.flatMap(({ ingress = [], egress = [] }) => (direction === 'Ingress' ? ingress : egress));
}

export function selects({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      if (operator === 'In') return values.includes(labels[key] ?? '');
      throw new Error(`${operator} of a selector is not judged here yet`);
    })
  );
}
