import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unexcused } from '../violation';
import { graphViolations, type ProjectGraph } from './project-graph';

const root = join(__dirname, '../../..');

/** The graph as Nx sees it in this checkout. */
function projectGraph(): ProjectGraph {
  const folder = mkdtempSync(join(tmpdir(), 'graph-'));
  try {
    const file = join(folder, 'graph.json');
    const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      NX_DAEMON: 'false',
      NX_NO_CLOUD: 'true',
      NX_TUI: 'false',
    };
    execFileSync(process.execPath, [nx, 'graph', `--file=${file}`], { cwd: root, env, stdio: 'pipe' });
    return (JSON.parse(readFileSync(file, 'utf8')) as { graph: ProjectGraph }).graph;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('the project graph goes down the layers', () => {
  const graph = projectGraph();
  expect(Object.keys(graph.nodes)).toContain('@property-office/tickets');
  expect(unexcused(graphViolations(graph))).toEqual([]);
});

function graphOf(edges: Record<string, string[]>): ProjectGraph {
  const roots = [...new Set(Object.entries(edges).flat(2))];
  return {
    nodes: Object.fromEntries(roots.map((folder) => [folder, { data: { root: folder } }])),
    dependencies: Object.fromEntries(
      Object.entries(edges).map(([from, to]) => [from, to.map((target) => ({ target }))]),
    ),
  };
}

it.each([
  [
    'a service on a service',
    { 'apps/tickets': ['apps/dispatch'] },
    'apps/tickets/package.json tickets may not depend on dispatch',
  ],
  [
    'the kernel on anything',
    { 'libs/kernel': ['libs/contracts'] },
    'libs/kernel/package.json kernel may not depend on contracts',
  ],
  [
    'a library on a service',
    { 'libs/outbox': ['apps/tickets'] },
    'libs/outbox/package.json outbox may not depend on tickets',
  ],
  [
    'a library nobody has placed',
    { 'libs/newcomer': [] },
    'libs/newcomer/package.json newcomer has no place in test/architecture/layers.ts',
  ],
])('%s', (_, edges, expected) => {
  expect(unexcused(graphViolations(graphOf(edges)))).toEqual([expected]);
});

it('all-in-one may depend on everything, and a test on the servers it starts', () => {
  expect(
    graphViolations(
      graphOf({ 'apps/all-in-one': ['apps/tickets', 'apps/gateway'], 'libs/outbox': ['libs/testing'] }),
    ),
  ).toEqual([]);
});
