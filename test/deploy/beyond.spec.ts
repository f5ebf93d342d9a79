import { servicePort } from '@property-office/contracts';
import { beyond, beyondViolations, type Surroundings } from './beyond';
import { rendered, type Manifest } from './manifests';
import type { Policy } from './reach';

const commands = ['backup', 'ops'];
const around: Readonly<Record<string, Surroundings>> = {
  'one-node': { ingress: 'kube-system', watched: false, objectStore: false, commands },
  production: { ingress: 'ingress', watched: true, objectStore: false, commands },
  'production-s3': { ingress: 'ingress', watched: true, objectStore: true, commands },
};
const overlays = rendered();
const production = overlays.get('production')!;

it('every overlay is judged', () => {
  expect([...overlays.keys()].sort()).toEqual(Object.keys(around).flatMap((name) => [name, `${name}-prepare`]).sort());
});

it.each(Object.entries(around))('in %s nobody leaves for the world or another namespace who has nothing to say there, and nobody comes from there', (name, surroundings) => {
  expect(beyondViolations(overlays.get(name)!, surroundings)).toEqual([]);
});

it.each(Object.keys(around))('the jobs before %s look up names, and reach nothing else beyond', (name) => {
  const jobs = overlays.get(`${name}-prepare`)!;
  const policies = overlays.get(name)!.filter(({ kind }) => kind === 'NetworkPolicy');
  const reached = [...beyond([...jobs, ...policies])].filter((each) => each.includes('prepare-'));
  expect(reached).toEqual(jobs.filter(({ kind }) => kind === 'Job').map(({ metadata }) => `${metadata.name} → k8s-app=kube-dns in kube-system on UDP 53, 53`));
});

describe('what is refused', () => {
  const judged = (change: (policyOf: (name: string) => Policy) => unknown, without?: string): string[] => {
    const copy = structuredClone(production).filter(({ kind, metadata }) => kind !== 'NetworkPolicy' || metadata.name !== without);
    change((name) => copy.find(({ kind, metadata }: Manifest) => kind === 'NetworkPolicy' && metadata.name === name)!.spec as unknown as Policy);
    return beyondViolations(copy, around['production']!);
  };
  const needless = (what: string) => `${what} is let through, and nobody needs it`;
  const missing = (what: string) => `${what} is not let through`;
  const out = (policy: Policy) => policy.egress!;

  it.each<[string, (policyOf: (name: string) => Policy) => unknown, string[]]>([
    ['the world for a service', (of) => out(of('tickets')).push({ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: 443 }] }), [needless('tickets → 0.0.0.0/0 on 443')]],
    ['one address for a service, on any port', (of) => out(of('tickets')).push({ to: [{ ipBlock: { cidr: '192.0.2.1/32' } }] }), [needless('tickets → 192.0.2.1/32 on any port')]],
    ['everything for a service, by a rule that names nobody', (of) => out(of('tickets')).push({ ports: [{ port: 443 }] }), [needless('tickets → anything on 443')]],
    ['all namespaces for a service', (of) => out(of('tickets')).push({ to: [{ namespaceSelector: {} }], ports: [{ port: servicePort }] }), [needless(`tickets → all on ${servicePort}`)]],
    ['another namespace by an expression', (of) => out(of('tickets')).push({ to: [{ namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'Exists' }] } }] }), [needless('tickets → {"key":"team","operator":"Exists"} on any port')]],
    ['the network of the company for who leaves for the world', (of) => out(of('notifications'))[1]!.to![0]!.ipBlock!.except!.shift(), [expect.stringMatching(/^notifications → 0\.0\.0\.0\/0 but 100\.64/), missing('notifications → the world on 443, 465, 587')]],
    ['more ports of the world', (of) => out(of('notifications'))[1]!.ports!.push({ port: 1, endPort: 65_535 }), [needless('notifications → the world on 443, 465, 587, 1–65535'), missing('notifications → the world on 443, 465, 587')]],
    ['everybody to the database', (of) => of('database').ingress!.push({ ports: [{ port: 5432 }] }), [needless('anything → the database on 5432')]],
    ['the world to a service', (of) => of('tickets').ingress!.push({ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: servicePort }] }), [needless(`0.0.0.0/0 → tickets on ${servicePort}`)]],
    ['all of the namespace that watches, where Prometheus alone asks', (of) => delete of('scraping-the-database').ingress![0]!.from![0]!.podSelector, [needless('monitoring → the database on 9187'), missing('app.kubernetes.io/name=prometheus in monitoring → the database on 9187')]],
    ['a way out of notifications that is gone', (of) => out(of('notifications')).pop(), [missing('notifications → the world on 443, 465, 587')]],
  ])('%s', (_, change, faults) => {
    expect(judged(change)).toEqual(faults);
  });

  it.each<[string, string[]]>([
    ['from-outside', [missing(`ingress → gateway on ${servicePort}`)]],
    ['traces', [missing('tickets → monitoring on 4318'), missing('gateway → monitoring on 4318')]],
    ['scraping', [missing(`app.kubernetes.io/name=prometheus in monitoring → tickets on ${servicePort}`)]],
    ['names', [missing('tickets → k8s-app=kube-dns in kube-system on UDP 53, 53'), missing('the broker → k8s-app=kube-dns in kube-system on UDP 53, 53')]],
    ['broker', [missing('monitoring → the broker on 7777')]],
  ])('rules without %s', (name, faults) => {
    expect(judged(() => undefined, name)).toEqual(expect.arrayContaining(faults));
  });

  it('pods that no policy selects', () => {
    const pods = production.filter(({ kind }) => kind !== 'NetworkPolicy');
    expect([...beyond(pods)]).toEqual(expect.arrayContaining(['tickets → anything on any port', 'anything → tickets on any port']));
  });
});
