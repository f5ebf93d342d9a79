import * as ts from 'typescript';
import { productSources, type SourceFile } from '../source-file';
import { lineOfNode, nodesOf, treeOf } from '../syntax';
import type { Exceptions, Violation } from '../violation';

const processWide = ['APP_GUARD', 'APP_PIPE', 'APP_FILTER', 'APP_INTERCEPTOR'];
const defaultConnection = [
  'TypeOrmModule',
  'getConnection',
  'createConnection',
  'createConnections',
  'getRepository',
  'getManager',
];

export const isolationExceptions: Exceptions = {
  'libs/persistence/src/database.ts': 'The data source of one service, made here and nowhere else.',
  'libs/persistence/src/migrate.ts': 'Signs in as the owner of the schema, migrates, and leaves.',
  'libs/service-kit/src/process/process-module.ts':
    'The parts of the process itself, which are the same for every service.',
};

/**
 * Many services share a process, so nothing of one may reach another: no global module, no guard or pipe for all, no
 * data source beside the one `Database` has for its service.
 */
export function isolationViolations(files: readonly SourceFile[]): Violation[] {
  return productSources(files).flatMap((file) =>
    nodesOf(treeOf(file), (node): node is ts.Node => fault(node) !== undefined).map((node) => ({
      path: file.path,
      line: lineOfNode(node),
      message: fault(node)!,
    })),
  );
}

function fault(node: ts.Node): string | undefined {
  if (ts.isDecorator(node) && /^@Global\b/.test(node.getText()))
    return 'a @Global() module reaches every service';
  if (
    ts.isPropertyAssignment(node) &&
    node.name.getText() === 'global' &&
    node.initializer.kind === ts.SyntaxKind.TrueKeyword
  )
    return 'a global module reaches every service';
  if (ts.isNewExpression(node) && node.expression.getText() === 'DataSource')
    return 'a data source beside Database';
  if (!ts.isIdentifier(node) || !standsAlone(node)) return undefined;
  if (processWide.includes(node.text)) return `${node.text} reaches every service, and runs once for each`;
  return defaultConnection.includes(node.text) ? `${node.text} is a default connection` : undefined;
}

/** Not imported, and no part of another: `tx.manager.getRepository` belongs to its transaction. */
function standsAlone(node: ts.Identifier): boolean {
  const { parent } = node;
  return !ts.isImportSpecifier(parent) && !(ts.isPropertyAccessExpression(parent) && parent.name === node);
}
