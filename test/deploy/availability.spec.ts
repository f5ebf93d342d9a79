import { availabilityViolations } from './availability';
import { podOf, rendered, type Manifest, type PodSpec } from './manifests';

const overlays = [...rendered()].filter(([name]) => !name.endsWith('-prepare'));
const production = rendered().get('production')!;

it.each(overlays)('in %s every process is spread, protected and replaced so that it never goes away', (_, manifests) => {
  expect(availabilityViolations(manifests)).toEqual([]);
});

describe('what is refused', () => {
  const hosts = 'kubernetes.io/hostname';
  const broken = (change: (found: { budget: Record<string, unknown>; spec: Record<string, unknown>; pod: PodSpec; labels: Record<string, string> }) => unknown): string[] => {
    const copy = structuredClone(production);
    const of = (kind: string): Manifest => copy.find((each) => each.kind === kind && each.metadata.name === 'tickets')!;
    const { spec: pod, metadata } = podOf(of('Deployment'))!;
    change({ budget: of('PodDisruptionBudget').spec!, spec: of('Deployment').spec!, pod, labels: metadata!.labels! });
    return availabilityViolations(copy);
  };
  const spread = (pod: PodSpec) => pod.topologySpreadConstraints![0]!;
  const dispatch = { matchLabels: { 'app.kubernetes.io/name': 'dispatch' } };
  const all = { matchLabels: { 'app.kubernetes.io/part-of': 'property-office' } };

  it.each<[string, Parameters<typeof broken>[0], string[]]>([
    ['a budget that lets both go', ({ budget }) => (budget['maxUnavailable'] = 2), ['may lose 2 of its replicas at once, not 1']],
    ['a budget that lets none go', ({ budget }) => (budget['maxUnavailable'] = 0), ['may lose 0 of its replicas at once, not 1']],
    ['a budget of the other kind', ({ budget }) => (delete budget['maxUnavailable'], (budget['minAvailable'] = 2)), ['may lose all but 2 of its replicas at once, not 1']],
    ['a way of replacing that takes away first', ({ spec }) => (spec['strategy'] = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 1 } }), ['is taken away before its successor is ready']],
    ['a way of replacing that takes away all', ({ spec }) => (spec['strategy'] = { type: 'Recreate' }), ['is taken away before its successor is ready']],
    ['a selector that finds others, too', ({ spec }) => (spec['selector'] = all), ['takes pods of others for its own']],
    ['a spread of another service', ({ pod }) => (spread(pod).labelSelector = dispatch), [`is not what is spread over ${hosts}`]],
    ['a spread of nothing', ({ pod }) => delete spread(pod).labelSelector, [`is not what is spread over ${hosts}`]],
    ['a spread of all services together', ({ pod }) => (spread(pod).matchLabelKeys = ['pod-template-hash']), [`counts pods of others when it is spread over ${hosts}`]],
    ['a spread over what is going away', ({ pod }) => (spread(pod).matchLabelKeys = ['app.kubernetes.io/name']), [`counts pods of the version before when it is spread over ${hosts}`]],
    ['a spread that tolerates both on one', ({ pod }) => (spread(pod).maxSkew = 2), [`may have 2 more in one ${hosts} than in another`]],
  ])('%s', (_, change, faults) => {
    expect(broken(change)).toEqual(faults.map((fault) => `Deployment tickets: ${fault}`));
  });

  it('a budget of another service', () => {
    expect(broken(({ budget }) => (budget['selector'] = dispatch))).toEqual(['Deployment dispatch: is protected by 2 budgets', 'Deployment tickets: is protected by 0 budgets']);
  });

  it('one budget for all', () => {
    expect(broken(({ budget }) => (budget['selector'] = all))).toEqual(expect.arrayContaining(['Deployment tickets: shares its budget with others', 'Deployment dispatch: is protected by 2 budgets']));
  });

  it('pods that nobody finds', () => {
    expect(broken(({ labels }) => (labels['app.kubernetes.io/name'] = 'tikets'))).toEqual(expect.arrayContaining(['Deployment tickets: does not find its own pods', 'Deployment tickets: is protected by 0 budgets']));
  });
});
