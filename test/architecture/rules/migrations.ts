import { posix } from 'node:path';
import * as ts from 'typescript';
import { productSources, projectFolderOf, type SourceFile } from '../source-file';
import { classesOf, nodesOf, treeOf } from '../syntax';
import type { Violation } from '../violation';

/** A migration is found by its time, `<ms>-<what>.migration.ts` holding `<What><ms>`, and is part of its project's list. */
export function migrationViolations(files: readonly SourceFile[]): Violation[] {
  const sources = productSources(files);
  return sources.flatMap((file) =>
    classesOf(file)
      .filter(({ implemented }) => implemented.includes('MigrationInterface'))
      .flatMap(({ name, line }) =>
        messagesOf(file, name, sources).map((message) => ({ path: file.path, line, message })),
      ),
  );
}

function messagesOf(file: SourceFile, name: string, sources: readonly SourceFile[]): string[] {
  const [, time] = /^[A-Z]\w*?(\d{13})$/.exec(name) ?? [];
  const inName = /^(\d{13})-[a-z0-9-]+\.migration\.ts$/.exec(posix.basename(file.path))?.[1];
  const project = sources.filter(({ path }) => projectFolderOf(path) === projectFolderOf(file.path));
  return [
    ...(time ? [] : [`${name} does not end in a time of 13 digits`]),
    ...(inName ? [] : ['is not named <ms>-<what>.migration.ts']),
    ...(time && inName && time !== inName ? [`${name} is of another time than its file`] : []),
    ...(project.some((each) => lists(each, name)) ? [] : [`${name} is in no list`]),
  ];
}

function lists(file: SourceFile, name: string): boolean {
  return nodesOf(treeOf(file), ts.isArrayLiteralExpression).some(({ elements }) =>
    elements.some((element) => element.getText() === name),
  );
}

/**
 * TypeORM applies migrations by their time, whatever the order of the list: a list in another order would not say what
 * happens, and two of one time have no order.
 */
export function misordered(names: readonly string[]): string[] {
  const times = names.map((name) => Number(name.slice(-13)));
  return names
    .filter((_, index) => index > 0 && times[index]! <= times[index - 1]!)
    .map((name) => `${name} is listed after a later or equal one`);
}
