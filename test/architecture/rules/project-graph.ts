import { mayImport, testGround } from '../layers';
import type { Violation } from '../violation';

/** What `nx graph --file` writes, as far as it is looked at. */
export interface ProjectGraph {
  nodes: Readonly<Record<string, { data: { root: string } }>>;
  dependencies: Readonly<Record<string, ReadonlyArray<{ target: string }>>>;
}

/** The layers hold for the graph that decides what is built and affected, as they do for the imports. */
export function graphViolations({ nodes, dependencies }: ProjectGraph): Violation[] {
  return Object.entries(nodes).flatMap(([name, { data }]) => {
    const path = `${data.root}/package.json`;
    const [kind, project] = data.root.split('/') as ['apps' | 'libs', string];
    const allowed = mayImport(project, kind);
    if (allowed === undefined)
      return [{ path, message: `${project} has no place in test/architecture/layers.ts` }];
    if (allowed === 'any') return [];
    return (dependencies[name] ?? [])
      .filter(({ target }) => target in nodes)
      .map(({ target }) => nodes[target]!.data.root.split('/')[1]!)
      .filter((target) => !allowed.includes(target) && !testGround.includes(target))
      .map((target) => ({ path, message: `${project} may not depend on ${target}` }));
  });
}
