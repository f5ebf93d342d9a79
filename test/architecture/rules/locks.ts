import * as ts from 'typescript';
import { productSources, type SourceFile } from '../source-file';
import { lineOfNode, nodesOf, treeOf } from '../syntax';
import type { Violation } from '../violation';

/**
 * Rights are judged when the lock is held (`lockThenJudge` of libs/access): a statement that waits for the lock and judges,
 * too, does so by the rights of before it waited.
 */
export function lockViolations(files: readonly SourceFile[]): Violation[] {
  return productSources(files).flatMap((file) =>
    nodesOf(treeOf(file), (node): node is ts.TemplateExpression => ts.isTemplateExpression(node) && locksAndJudges(node)).map((node) => ({
      path: file.path,
      line: lineOfNode(node),
      message: 'judges access in the statement that waits for the lock',
    })),
  );
}

function locksAndJudges(template: ts.TemplateExpression): boolean {
  return /\bFOR (?:NO KEY )?UPDATE\b/.test(template.getText()) && template.templateSpans.some(({ expression }) => /(?:access|shield)\.sql$/i.test(expression.getText()));
}
