import { createHash } from 'node:crypto';
import * as ts from 'typescript';
import { isTestCode, type SourceFile } from '../source-file';
import { lineOfNode, nodesOf, treeOf } from '../syntax';
import type { Exceptions, Violation } from '../violation';

export const frozenExceptions: Exceptions = {
  'apps/complaints/src/persistence/migrations/1765200500000-watched-tasks.migration.ts':
    'Words of old tasks are made by what searches for them: an older way of making them would be found by nobody.',
};

const isMigration = ({ path }: SourceFile): boolean => path.endsWith('.migration.ts') && !isTestCode(path);
const isFrozen = ({ path }: SourceFile): boolean => /\/migrations\/frozen-[a-z0-9-]+\.ts$/.test(path);

/**
 * A migration does the same for ever: it takes in types, modules beside it that are named as frozen, and what a library hands on from such a
 * module of its own. Nor does what is frozen take in anything else.
 */
export function thawedImports(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => isMigration(file) || isFrozen(file))
    .flatMap((file) =>
      takenIn(file)
        .map(({ node, from, names }) => ({ path: file.path, line: lineOfNode(node), specifier: ts.isStringLiteral(from) ? from.text : from.getText(), names }))
        .filter(({ specifier, names }) => !(isBeside(specifier) || isHandedOn(files, specifier, names)))
        .map(({ path, line, specifier }) => ({ path, line, message: `imports ${specifier}, which may change: freeze what it needs of it beside it (frozen-….ts)` })),
    );
}

/** By import, by export from elsewhere, or while it runs; what is a type alone is gone by then. */
function takenIn(file: SourceFile): Array<{ node: ts.Node; from: ts.Expression; names: string[] }> {
  const tree = treeOf(file);
  return [
    ...nodesOf(tree, ts.isImportDeclaration).filter((node) => !isErased(node)).map((node) => ({ node, from: node.moduleSpecifier, names: namesOf(node) })),
    ...nodesOf(tree, ts.isExportDeclaration).flatMap((node) => (node.moduleSpecifier && !node.isTypeOnly ? [{ node, from: node.moduleSpecifier, names: [] }] : [])),
    ...nodesOf(tree, ts.isCallExpression).filter(loads).map((node) => ({ node, from: node.arguments[0]!, names: [] })),
  ];
}

const loads = ({ expression, arguments: given }: ts.CallExpression): boolean =>
  given.length > 0 && (expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require'));

/** @param kept the hash of each, by its path */
export function changedWhileFrozen(files: readonly SourceFile[], kept: Readonly<Record<string, string>>): string[] {
  const frozen = files.filter(isFrozen);
  return [
    ...frozen.filter(({ path, text }) => kept[path] !== hashOf(text)).map(({ path, text }) => `${path} is not what was frozen (${hashOf(text)}): what changes is a row in a migration of its own`),
    ...Object.keys(kept).filter((path) => !frozen.some((file) => file.path === path)).map((path) => `${path} is gone`),
  ];
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const isBeside = (specifier: string): boolean => /^\.\/frozen-[a-z0-9-]+$/.test(specifier);

/** Whether the index of a library exports each of these names from a frozen module. */
function isHandedOn(files: readonly SourceFile[], specifier: string, names: readonly string[]): boolean {
  const [, library] = /^@property-office\/([\w-]+)$/.exec(specifier) ?? [];
  const index = files.find(({ path }) => path === `libs/${library}/src/index.ts`);
  if (!index || names.length === 0) return false;
  const handedOn = nodesOf(treeOf(index), ts.isExportDeclaration)
    .filter(({ moduleSpecifier }) => moduleSpecifier !== undefined && /^\.\/(?:[\w-]+\/)*migrations\/frozen-[a-z0-9-]+$/.test((moduleSpecifier as ts.StringLiteral).text))
    .flatMap(({ exportClause }) => (exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name }) => name.text) : []));
  return names.every((name) => handedOn.includes(name));
}

function isErased({ importClause: clause }: ts.ImportDeclaration): boolean {
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** What is taken in by name; the default, or everything, is no name. */
function namesOf({ importClause: clause }: ts.ImportDeclaration): string[] {
  const bindings = clause?.namedBindings;
  return bindings && ts.isNamedImports(bindings) && !clause.name ? bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text) : [];
}
