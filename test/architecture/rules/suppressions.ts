import * as ts from 'typescript';
import type { SourceFile } from '../source-file';
import { lineOfNode, nodesOf, treeOf } from '../syntax';
import type { Violation } from '../violation';

const silencing =
  /@ts-(?:ignore|nocheck)|@ts-expect-error\s*(?:\*\/)?$|(?:eslint|oxlint|biome|tslint)[-:](?:disable|ignore)|(?:istanbul|c8|v8) ignore/;
const leftOut =
  /^(?:(?:it|test|describe)(?:\.concurrent)?\.(?:only|skip|todo|failing)|fit|fdescribe|xit|xtest|xdescribe)(?:\.each)?$/;

/**
 * Nothing is silenced: no cast to any, no comment that turns a check off, no test left out or run alone. A comment by
 * which a test expects the compiler to refuse something, and says what, is a check itself.
 */
export function suppressionViolations(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => /\.[cm]?[jt]sx?$/.test(path))
    .flatMap((file) => [...inCode(file), ...inComments(file)]);
}

function inCode(file: SourceFile): Violation[] {
  return nodesOf(treeOf(file), (node): node is ts.Node => fault(node) !== undefined).map((node) => ({
    path: file.path,
    line: lineOfNode(node),
    message: fault(node)!,
  }));
}

function fault(node: ts.Node): string | undefined {
  if (
    (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) &&
    node.type.kind === ts.SyntaxKind.AnyKeyword
  )
    return 'casts to any';
  if (!ts.isCallExpression(node)) return undefined;
  const called = node.expression.getText();
  return leftOut.test(called) ? `leaves out tests by ${called}` : undefined;
}

/** Looks at comments alone: the rules and their fixtures name what they forbid in texts. */
function inComments(file: SourceFile): Violation[] {
  if (!/@ts-|disable|ignore/.test(file.text)) return [];
  const tree = treeOf(file);
  const starts = new Set<number>();
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(file.text, node.pos) ?? []) note(range);
    for (const range of ts.getTrailingCommentRanges(file.text, node.end) ?? []) note(range);
    node.getChildren(tree).forEach(visit);
  };
  const note = ({ pos, end }: ts.CommentRange): void => {
    const text = file.text.slice(pos, end);
    if (silencing.test(text) || (text.includes('@ts-expect-error') && !file.path.endsWith('.spec.ts')))
      starts.add(pos);
  };
  visit(tree);
  return [...starts].map((start) => ({
    path: file.path,
    line: tree.getLineAndCharacterOfPosition(start).line + 1,
    message: 'silences a check by a comment',
  }));
}
