import { parser } from '@prometheus-io/lezer-promql';
import { metricCatalogue } from '@property-office/service-kit';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { engineMetrics } from './engine-metrics';

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

/** What tells processes, and on Kubernetes their pods, apart, given by whoever scrapes. */
const scraped = ['job', 'instance', 'namespace', 'pod'];
const ofHistogram = { _bucket: ['le'], _sum: [], _count: [] } as const;

/** Every sample that the code can export, and those of PostgreSQL's and NATS's exporters that are asked for, with its labels. */
export async function exportedSamples(): Promise<ReadonlyMap<string, readonly string[]>> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const samples = new Map<string, readonly string[]>([['up', []], ...Object.entries(engineMetrics)]);
  const add = (name: string, type: string, labels: readonly string[]): void => {
    if (type !== 'histogram') samples.set(name, labels);
    else for (const [suffix, more] of Object.entries(ofHistogram)) samples.set(name + suffix, [...labels, ...more]);
  };
  for (const [name, { type, labels }] of Object.entries(metricCatalogue)) add(name, type, labels);
  for (const { name, type, values } of await registry.getMetricsAsJSON()) {
    if (name in metricCatalogue) throw new Error(`${name} is a metric of prom-client`);
    const labels = values.flatMap(({ labels: found }) => Object.keys(found));
    add(name, type as unknown as string, [...new Set(labels)].filter((label) => label !== 'le'));
  }
  return samples;
}

/** The samples that a query asks for. */
export function selectedIn(query: string): string[] {
  return within(parser.parse(query).topNode, 'VectorSelector').map((selector) => {
    const { from, to } = selector.getChild('Identifier') ?? selector;
    return query.slice(from, to);
  });
}

/** What is wrong with a query: its grammar, a metric that nobody exports, a label that its metrics do not have. */
export function faultsOf(query: string, samples: ReadonlyMap<string, readonly string[]>): string[] {
  const faults: string[] = [];
  const textOf = ({ from, to }: { from: number; to: number }): string => query.slice(from, to);
  const selected = (node: SyntaxNode): SyntaxNode[] => within(node, 'VectorSelector');
  const labelsOf = (selector: SyntaxNode): readonly string[] => {
    const name = textOf(selector.getChild('Identifier') ?? selector);
    return [...(samples.get(name) ?? []), ...scraped];
  };
  const tree = parser.parse(query).topNode;
  tree.cursor().iterate((node) => {
    if (node.type.isError) faults.push(`is no PromQL at ${node.from}: ${query}`);
  });
  for (const selector of selected(tree)) {
    const name = textOf(selector.getChild('Identifier') ?? selector);
    if (!samples.has(name)) faults.push(`${name} is exported by nobody`);
    else for (const label of within(selector, 'LabelName').map(textOf)) if (!labelsOf(selector).includes(label)) faults.push(`${name} has no label ${label}`);
  }
  for (const grouping of within(tree, 'GroupingLabels')) {
    // Of the aggregation, or of the two sides that are matched.
    const whole = grouping.parent!.parent!;
    const known = new Set(selected(whole).flatMap(labelsOf));
    for (const label of within(grouping, 'LabelName').map(textOf)) if (!known.has(label)) faults.push(`${label} is a label of nothing in ${textOf(whole)}`);
  }
  return faults;
}

function within(node: SyntaxNode, name: string): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  node.cursor().iterate((each) => {
    if (each.name === name && each.from >= node.from && each.to <= node.to) found.push(each.node);
  });
  return found;
}
