import * as ts from 'typescript';
import { productSources, type SourceFile } from '../source-file';
import { importsOf, lineOfNode, nodesOf, treeOf } from '../syntax';
import type { Exceptions, Violation } from '../violation';

export const environmentExceptions: Exceptions = {
  'apps/replay/src/main.ts': 'Hands it on, once, where the process begins.',
  'libs/backbone/src/serve.ts': 'Hands it to the configuration reader, once, where a process begins.',
  'libs/embedded/src/nats-binary.ts': 'Looks for a program as a shell would, where it is not told which.',
  'libs/embedded/src/watched-process.ts': 'Passes it on to the server it starts.',
};

/** The environment is read once, validated, and passed on as a typed value; nobody else looks at it. */
export function environmentViolations(files: readonly SourceFile[]): Violation[] {
  return productSources(files).flatMap((file) =>
    [...uses(file), ...imports(file)].map((line) => ({
      path: file.path,
      line,
      message: 'looks at the environment',
    })),
  );
}

function uses(file: SourceFile): number[] {
  return nodesOf(treeOf(file), (node): node is ts.Node => readsEnvironment(node)).map(lineOfNode);
}

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return isProcess(node.expression) && node.name.text === 'env';
  if (ts.isElementAccessExpression(node)) return isProcess(node.expression);
  if (!ts.isVariableDeclaration(node) || !node.initializer || !isProcess(node.initializer)) return false;
  return (
    !ts.isObjectBindingPattern(node.name) ||
    node.name.elements.some((each) => (each.propertyName ?? each.name).getText() === 'env')
  );
}

function isProcess(node: ts.Node): boolean {
  return ['process', 'globalThis.process'].includes(node.getText());
}

function imports(file: SourceFile): number[] {
  return importsOf(file)
    .filter(({ specifier }) => /^(?:node:)?process$/.test(specifier))
    .map(({ line }) => line);
}
