import { posix } from 'node:path';
import { isTestCode, isTypeScript, projectFolderOf, type SourceFile } from '../source-file';
import { classesOf, type ClassInFile } from '../syntax';
import type { Violation } from '../violation';

/** The class a file is there for: its decorator, and the end of its name after that of the file. */
const named: Readonly<Record<string, { decorator: string; ending: string }>> = {
  controller: { decorator: 'Controller', ending: 'Controller' },
  handler: { decorator: 'Injectable', ending: 'Handler' },
  reaction: { decorator: 'Controller', ending: 'Reaction' },
  module: { decorator: 'Module', ending: 'Module' },
};

/** Suffixes of files whose classes are named freely. */
const free = new Set([
  '',
  'dto',
  'query',
  'view',
  'field',
  'entity',
  'migration',
  'events',
  'provider',
  'command',
  'filter',
  'decorator',
  'fixture',
  'spec',
  'int.spec',
  'decorator.spec',
  // Of a package that brings no types.
  'd',
]);

/** Where in a service a class with such a decorator lives. */
const homes: Readonly<Record<string, readonly string[]>> = {
  Controller: ['controller', 'reaction'],
  Entity: ['entity'],
  Module: ['module'],
};

/** The suffix of a file tells its role, the class it is there for is named like it, and file names are in kebab-case. */
export function roleViolations(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => isTypeScript(file) && projectFolderOf(file.path))
    .flatMap((file) => messagesOf(file).map((message) => ({ path: file.path, message })));
}

function messagesOf(file: SourceFile): string[] {
  const [name = '', ...suffixes] = posix
    .basename(file.path)
    .replace(/\.tsx?$/, '')
    .split('.');
  const role = suffixes.join('.');
  const messages = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) ? [] : [`${name} is not in kebab-case`];
  if (!free.has(role) && !(role in named)) return [...messages, `.${role} is no role of a file`];
  if (isTestCode(file.path)) return messages;
  const classes = classesOf(file);
  return [
    ...messages,
    ...missing(name, role, classes),
    ...classes.flatMap((each) => homeless(each, role, file.path)),
  ];
}

function missing(name: string, role: string, classes: readonly ClassInFile[]): string[] {
  if (role === 'entity' && !classes.some(({ decorators }) => decorators.includes('Entity')))
    return ['has no @Entity'];
  const wanted = named[role];
  if (!wanted) return [];
  const expected = `${pascalCase(name)}${wanted.ending}`;
  const found = classes.find((each) => each.name === expected);
  if (!found) return [`has no class ${expected}`];
  if (role === 'reaction' && !found.methodDecorators.includes('Reaction'))
    return [`${expected} has no @Reaction`];
  return found.decorators.includes(wanted.decorator) ? [] : [`${expected} has no @${wanted.decorator}`];
}

function homeless({ name, decorators, methodDecorators }: ClassInFile, role: string, path: string): string[] {
  const strays = path.startsWith('apps/')
    ? decorators.filter((decorator) => homes[decorator] && !homes[decorator].includes(role))
    : [];
  return [
    ...strays.map(
      (decorator) => `${name} is a @${decorator} outside of .${homes[decorator]!.join(' and .')}`,
    ),
    ...(methodDecorators.includes('Reaction') && role !== 'reaction'
      ? [`${name} reacts outside of .reaction`]
      : []),
  ];
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
