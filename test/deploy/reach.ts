import { flows, processNames, servicePort, type ProcessName } from '@property-office/contracts';
import { podOf, type Manifest, type Selector } from './manifests';

export interface Peer {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: { cidr: string; except?: string[] };
}

export interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: Array<{ port: number | string; endPort?: number; protocol?: string }>;
}

export interface Policy {
  podSelector: Selector;
  policyTypes: string[];
  ingress?: Rule[];
  egress?: Rule[];
}

export type Labels = Readonly<Record<string, string>>;

/** Pods of the overlay, and of the engines that others install there: enough of their labels to be told apart. */
export const engines: Readonly<Record<string, Labels>> = {
  'the database': { 'cnpg.io/cluster': 'office-database' },
  'the broker': { 'app.kubernetes.io/name': 'nats' },
};
const enginePorts: Readonly<Record<string, number>> = { 'the database': 5432, 'the broker': 4222 };

export const policiesIn = (manifests: readonly Manifest[]): Policy[] => manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(({ spec }) => spec as unknown as Policy);

/** Labels of the pods of the overlay and of its engines, by the name of what makes them. */
export function podsIn(manifests: readonly Manifest[]): Map<string, Labels> {
  const made = manifests.flatMap((manifest) => {
    const pod = podOf(manifest);
    return pod ? [[manifest.metadata.name, pod.metadata?.labels ?? {}] as const] : [];
  });
  return new Map([...made, ...Object.entries(engines)]);
}

/** `a → b` for each pair of pods in the namespace that the network rules let talk, on the port that b listens to. */
export function reachable(manifests: readonly Manifest[]): Set<string> {
  const policies = policiesIn(manifests);
  const pods = podsIn(manifests);
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
  const rules = rulesFor(policies, direction, own);
  return (
    rules === undefined ||
    rules.some(({ from, to, ports }) => {
      const peers = direction === 'Ingress' ? from : to;
      const portFits = !ports || ports.some(({ port: each, protocol = 'TCP' }) => protocol === 'TCP' && each === port);
      // Within the namespace: what is said of other namespaces and of the world is judged as such (beyond.ts).
      return portFits && (!peers || peers.some(({ podSelector, namespaceSelector, ipBlock }) => !namespaceSelector && !ipBlock && podSelector !== undefined && selects(podSelector, other)));
    })
  );
}

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
