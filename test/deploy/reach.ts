import { flows, processNames, servicePort, type ProcessName } from '@property-office/contracts';
import { podOf, type Manifest } from './manifests';

interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: Array<{ key: string; operator: string; values?: string[] }>;
}

interface Peer {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: object;
}

interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: Array<{ port: number | string; protocol?: string }>;
}

interface Policy {
  podSelector: Selector;
  policyTypes: string[];
  ingress?: Rule[];
  egress?: Rule[];
}

type Labels = Readonly<Record<string, string>>;

/** Pods of the overlay, and of the engines that others install there: enough of their labels to be told apart. */
export const engines: Readonly<Record<string, Labels>> = {
  'the database': { 'cnpg.io/cluster': 'office-database' },
  'the broker': { 'app.kubernetes.io/name': 'nats' },
};
const enginePorts: Readonly<Record<string, number>> = { 'the database': 5432, 'the broker': 4222 };

/** `a → b` for each pair of pods in the namespace that the network rules let talk, on the port that b listens to. */
export function reachable(manifests: readonly Manifest[]): Set<string> {
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(({ spec }) => spec as unknown as Policy);
  const pods = new Map<string, Labels>(manifests.flatMap((manifest) => {
    const pod = podOf(manifest);
    return pod ? [[manifest.metadata.name, pod.metadata?.labels ?? {}] as const] : [];
  }));
  for (const [name, labels] of Object.entries(engines)) pods.set(name, labels);
  const found = new Set<string>();
  for (const [from, fromLabels] of pods)
    for (const [to, toLabels] of pods) {
      const port = enginePorts[to] ?? servicePort;
      if (from !== to && allows(policies, 'Egress', fromLabels, toLabels, port) && allows(policies, 'Ingress', toLabels, fromLabels, port)) found.add(`${from} → ${to}`);
    }
  return found;
}

/** What flows.ts says must be possible, and nothing else: services to engines, processes to those they call. */
export function reachViolations(manifests: readonly Manifest[], commands: Readonly<Record<string, readonly string[]>>): string[] {
  const wanted = new Set([
    ...processNames.flatMap((name: ProcessName) => flows[name].calls.map((callee) => `${name} → ${callee}`)),
    ...processNames.filter((name) => name !== 'gateway').flatMap((name) => Object.keys(engines).map((engine) => `${name} → ${engine}`)),
    ...Object.entries(commands).flatMap(([name, reached]) => reached.map((engine) => `${name} → ${engine}`)),
  ]);
  // Whatever runs under the label of a service and is none, the operators' own pods among them, is judged with the rest.
  const found = [...reachable(manifests)].filter((pair) => !Object.keys(engines).some((engine) => pair.startsWith(engine)));
  const denies = manifests.some(({ kind, spec }) => kind === 'NetworkPolicy' && deniesAll(spec as unknown as Policy));
  return [
    ...(denies ? [] : ['nothing is denied to pods without a rule of their own']),
    ...found.filter((pair) => !wanted.has(pair)).map((pair) => `${pair} is let through, and flows.ts does not say it`),
    ...[...wanted].filter((pair) => !found.includes(pair)).map((pair) => `${pair} is not let through`),
  ];
}

function deniesAll({ podSelector, policyTypes, ingress, egress }: Policy): boolean {
  return Object.keys(podSelector).length === 0 && policyTypes.length === 2 && !ingress && !egress;
}

/** Pods that no policy selects in a direction may talk freely: default-deny selects all. */
function allows(policies: readonly Policy[], direction: 'Ingress' | 'Egress', own: Labels, other: Labels, port: number): boolean {
  const mine = policies.filter(({ podSelector, policyTypes }) => policyTypes.includes(direction) && selects(podSelector, own));
  if (mine.length === 0) return true;
  return mine.some((policy) => {
    const rules = (direction === 'Ingress' ? policy.ingress : policy.egress) ?? [];
    return rules.some(({ from, to, ports }) => {
      const peers = direction === 'Ingress' ? from : to;
      const portFits = !ports || ports.some(({ port: each, protocol = 'TCP' }) => protocol === 'TCP' && each === port);
      // Within the namespace: what is said of other namespaces and of the world is no reason to let a neighbour in.
      return portFits && (!peers || peers.some(({ podSelector, namespaceSelector, ipBlock }) => !namespaceSelector && !ipBlock && podSelector !== undefined && selects(podSelector, other)));
    });
  });
}

function selects({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      if (operator === 'In') return values.includes(labels[key] ?? '');
      throw new Error(`${operator} of a selector is not judged here yet`);
    })
  );
}
