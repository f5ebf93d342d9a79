import type { SourceFile } from '../source-file';

export interface ListedService {
  name: string;
  stateMachines: number;
}

/**
 * A service that has a folder is known wherever services are listed, in one order: the names of contracts (hence its
 * variables and tokens) and the definitions of all-in-one. It can run by itself, and shows every state table it has.
 */
export function listViolations(
  files: readonly SourceFile[],
  names: readonly string[],
  listed: readonly ListedService[],
): string[] {
  const paths = files.map(({ path }) => path);
  const folders = [
    ...new Set(paths.flatMap((path) => /^apps\/([^/]+)\/src\/\1\.module\.ts$/.exec(path)?.[1] ?? [])),
  ];
  const order = listed.map(({ name }) => name);
  return [
    ...folders
      .filter((name) => !order.includes(name))
      .map((name) => `${name} is not in apps/all-in-one/src/services.ts`),
    ...(order.join() === names.join()
      ? []
      : [`services.ts lists ${order.join(', ')}; serviceNames of contracts ${names.join(', ')}`]),
    ...listed.flatMap(({ name, stateMachines }) => {
      const own = (file: string): boolean => paths.includes(`apps/${name}/src/${file}`);
      const tables = paths.filter(
        (path) => path.startsWith(`apps/${name}/src/domain/`) && path.endsWith('-states.ts'),
      ).length;
      return [
        ...(own('index.ts') && own('main.ts') ? [] : [`${name} lacks its index.ts or main.ts`]),
        ...(tables > stateMachines
          ? [`${name} has ${tables} state tables in domain/ and shows ${stateMachines}`]
          : []),
      ];
    }),
  ];
}
