import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineNames, engines, flows, processNames, servicePort, type CommandName } from '@property-office/contracts';
import { rendered, root, type Manifest } from './manifests';
import { reachViolations, type Policy, type Rule } from './reach';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const overlays = [...rendered()];
const whole = overlays.filter(([name]) => !name.endsWith('-prepare'));
const commands: Readonly<Record<string, CommandName>> = { backup: 'backup', ops: 'ops' };

it.each(whole)('in %s only those talk who have something to say to each other', (_, manifests) => {
  expect(reachViolations(manifests, commands)).toEqual([]);
});

it.each(overlays.filter(([name]) => name.endsWith('-prepare')))('the jobs of %s reach what they prepare', (name, jobs) => {
  const policies = rendered().get(name.replace('-prepare', ''))!.filter(({ kind }) => kind === 'NetworkPolicy');
  const named: Record<string, CommandName> = Object.fromEntries((['prepare-database', 'prepare-streams'] as const).map((command) => [`${command}-${version.replaceAll('.', '-')}`, command]));
  expect(jobs.filter(({ kind }) => kind === 'Job').map(({ metadata }) => metadata.name)).toEqual(Object.keys(named));
  // The processes are not there yet.
  expect(reachViolations([...jobs, ...policies], named).filter((each) => each.includes('prepare-'))).toEqual([]);
});

describe('what the network rules would let through', () => {
  const production = whole.find(([name]) => name === 'production')![1];
  const without = (name: string): Manifest[] => production.filter(({ kind, metadata }) => kind !== 'NetworkPolicy' || metadata.name !== name);
  const judged = (manifests: Manifest[]) => reachViolations(manifests, commands);
  const changed = (change: (policyOf: (name: string) => Policy) => unknown): string[] => {
    const copy = structuredClone(production);
    change((name) => copy.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === name)!.spec as unknown as Policy);
    return judged(copy);
  };
  const needless = (what: string) => `${what} is let through, and flows.ts does not say it`;
  const everybody = [{ podSelector: {} }];
  /** Opens ports of followups, which tickets does not call, on both sides. */
  const between = (ports: Rule['ports']) => (of: (name: string) => Policy) => {
    of('tickets').egress!.push({ to: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'followups' } } }], ports: ports! });
    of('followups').ingress!.push({ from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'tickets' } } }], ports: ports! });
  };

  it('whatever has no rule of its own, without default-deny', () => {
    expect(judged(without('default-deny'))).toContain('nothing is denied to pods without a rule of their own');
  });

  it('anybody to a service without its rule, and it to nobody', () => {
    expect(judged(without('tickets').filter(({ metadata }) => metadata.name !== 'default-deny'))).toEqual(
      expect.arrayContaining([`tickets → reception on ${servicePort} is not let through`, 'nothing is denied to pods without a rule of their own']),
    );
  });

  it('nobody to the database, without the label', () => {
    expect(judged(without('to-the-database'))).toContain(`tickets → the database on ${engines['the database'].port} is not let through`);
  });

  it('no instance of an engine to another, without its rule', () => {
    const missing = engineNames.flatMap((name) => engines[name].amongInstances.map((port) => `${name} → ${name} on ${port} is not let through`));
    expect(changed((of) => [delete of('database').egress, delete of('broker').egress])).toEqual(missing);
  });

  it('a neighbour that does not call, and another replica', () => {
    const peers = [{ podSelector: { matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values: [...processNames] }] } }];
    const faults = changed((of) => {
      for (const name of ['followups', 'tickets']) Object.assign(of(name), { ingress: [{ from: peers, ports: [{ port: servicePort }] }], egress: [{ to: peers, ports: [{ port: servicePort }] }] });
    });
    expect(flows.tickets.calls).not.toContain('followups');
    expect(faults).toEqual(expect.arrayContaining([needless(`tickets → followups on ${servicePort}`), needless(`tickets → tickets on ${servicePort}`)]));
  });

  it.each<[string, (policyOf: (name: string) => Policy) => unknown, string[]]>([
    ['a range of ports', between([{ port: 1, endPort: 65_535 }]), [needless('tickets → followups on 1–65535')]],
    ['a range that both sides share in part', (of) => [between([{ port: 8000, endPort: 8080 }])(of), (of('followups').ingress!.at(-1)!.ports = [{ port: 8080, endPort: 9000 }])], [needless('tickets → followups on 8080')]],
    ['every port', between([]), ['TCP', 'UDP', 'SCTP'].map((protocol) => needless(`tickets → followups on ${protocol === 'TCP' ? '' : `${protocol} `}1–65535`))],
    ['every port of a protocol', between([{ protocol: 'UDP' }]), [needless('tickets → followups on UDP 1–65535')]],
    ['a port by its name', between([{ port: 'http' }]), ['tickets', 'followups'].map((name) => `NetworkPolicy ${name}: names the port http, which is judged by its number alone`)],
    ['a list of peers that names nobody', (of) => [between([{ port: servicePort }])(of), (of('tickets').egress!.at(-1)!.to = []), (of('followups').ingress!.at(-1)!.from = [])], [needless(`tickets → followups on ${servicePort}`)]],
    ['more of somebody who is called', (of) => [of('tickets').egress!.push({ to: everybody, ports: [{ port: 9229 }] }), of('reception').ingress!.push({ from: everybody, ports: [{ port: 9229 }] })], [needless('tickets → reception on 9229')]],
    ['the ports of the broker among its servers', (of) => [of('to-the-broker'), of('broker')].forEach(({ ingress, egress }) => (ingress ?? egress)![0]!.ports!.push({ port: 6222 })), [expect.stringMatching(/ → the broker on 6222 is let through/)]],
    ['the ports of the database among its instances', (of) => [of('to-the-database'), of('database')].forEach(({ ingress, egress }) => (ingress ?? egress)![0]!.ports!.push({ port: 8000 })), [expect.stringMatching(/ → the database on 8000 is let through/)]],
    ['an engine to a service', (of) => [of('database').egress!.push({ to: everybody, ports: [{ port: servicePort }] }), of('tickets').ingress!.push({ from: everybody, ports: [{ port: servicePort }] })], [needless(`the database → tickets on ${servicePort}`)]],
    ['an engine to the other', (of) => [of('database').egress!.push({ to: everybody, ports: [{ port: 4222 }] }), of('broker').ingress!.push({ from: [{ podSelector: { matchLabels: { 'cnpg.io/cluster': 'office-database' } } }], ports: [{ port: 4222 }] })], [needless('the database → the broker on 4222')]],
  ])('%s', (_, change, faults) => {
    const found = changed(change);
    expect(found).toEqual(expect.arrayContaining(faults));
    // One for each service that carries the label of an engine, else just what is named.
    if (typeof faults[0] === 'string') expect(found.sort()).toEqual([...faults].sort());
  });

  it('a second workload that hides behind the name of the first', () => {
    const tickets = production.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'tickets')!;
    expect(judged([...production, { ...tickets, kind: 'StatefulSet' }])).toContain(needless(`StatefulSet tickets → the database on ${engines['the database'].port}`));
  });
});
