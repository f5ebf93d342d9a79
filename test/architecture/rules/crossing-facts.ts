import { isTestCode, isTypeScript, productSources, projectFolderOf, type SourceFile } from '../source-file';
import type { Violation } from '../violation';

/** Machines with facts of which no two, and none with a move, can be under way at a time. */
const ownFacts: Readonly<Record<string, string>> = {
  noticeTaskMachine: 'its one fact is the end of its notice, whose transaction locks its tasks',
  deliveryMachine: 'its one sender says them, under a lease',
};

/** Whatever takes facts has a spec in which every pair of them, and of them and its moves, meets (events.md, Facts that cross). */
export function crossingFactViolations(files: readonly SourceFile[], excused: Readonly<Record<string, string>> = ownFacts): Violation[] {
  const taking = productSources(files).flatMap(({ path, text }) =>
    [...text.matchAll(/export const (\w+): StateMachine = \{([^]*?)\n\};/g)]
      .filter(([, , body]) => !/\bfacts: \[\]/.test(body!))
      .map(([, name]) => ({ path, name: name! })),
  );
  const unswept = taking.filter(({ path, name }) => {
    const specs = files.filter((file) => isTypeScript(file) && isTestCode(file.path) && projectFolderOf(file.path) === projectFolderOf(path));
    return !(name in excused) && !specs.some(({ text }) => text.includes(`crossings(${name},`));
  });
  const stale = Object.keys(excused).filter((name) => !taking.some((each) => each.name === name));
  return [
    ...unswept.map(({ path, name }) => ({ path, line: 1, message: `no spec lets the pairs of ${name} meet: crossings(${name}, …) of libs/service-testing` })),
    ...stale.map((name) => ({ path: 'test/architecture/rules/crossing-facts.ts', line: 1, message: `${name} takes no facts any more` })),
  ];
}
