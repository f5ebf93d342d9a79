import * as ts from 'typescript';
import { productSources, type SourceFile } from '../source-file';
import { nodesOf, treeOf } from '../syntax';
import type { Exceptions, Violation } from '../violation';

export const permissionExceptions: Exceptions = {
  'platform.health': 'Answered by every process itself: open, and told to people by the table.',
  'platform.metrics': 'Answered by every process itself: open, and told to people by the table.',
};

/** A row of the permission table that no route names says of somebody that they may do what nobody can. */
export function permissionViolations(keys: readonly string[], files: readonly SourceFile[]): Violation[] {
  const named = new Set(productSources(files).flatMap((file) => (file.text.includes('@Operation(') ? operationsOf(file) : [])));
  return keys
    .filter((key) => !named.has(key))
    .map((key) => ({ path: key, message: 'is a row of the permission table without a route' }));
}

/** The rows named where a route is: by its `@Operation`, or for what it gives to some of those it lets in. */
function operationsOf(file: SourceFile): string[] {
  const tree = treeOf(file);
  const routes = nodesOf(tree, ts.isDecorator).some(
    ({ expression }) => ts.isCallExpression(expression) && expression.expression.getText() === 'Operation',
  );
  return routes ? nodesOf(tree, ts.isStringLiteral).map(({ text }) => text) : [];
}
