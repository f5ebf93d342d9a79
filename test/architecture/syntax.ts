import * as ts from 'typescript';
import type { SourceFile } from './source-file';

const trees = new WeakMap<SourceFile, ts.SourceFile>();

export function treeOf(file: SourceFile): ts.SourceFile {
  let tree = trees.get(file);
  if (!tree)
    trees.set(file, (tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)));
  return tree;
}

export function lineOfNode(node: ts.Node): number {
  const tree = node.getSourceFile();
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** Every node of a kind, in the order of the text. */
export function nodesOf<N extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is N): N[] {
  const found: N[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

export interface Import {
  specifier: string;
  /** Erased by the compiler. */
  typeOnly: boolean;
  line: number;
}

/** Everything a file takes in: import, export from, import(), require(), and the type import('…'). */
export function importsOf(file: SourceFile): Import[] {
  return nodesOf(treeOf(file), (node): node is ts.Node => ownSpecifier(node) !== undefined).map((node) => ({
    specifier: ownSpecifier(node)!,
    typeOnly: isTypeOnly(node),
    line: lineOfNode(node),
  }));
}

function ownSpecifier(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return textOf(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
  if (!ts.isCallExpression(node)) return undefined;
  const imports = node.expression.kind === ts.SyntaxKind.ImportKeyword || isNamed(node.expression, 'require');
  return imports ? textOf(node.arguments[0]) : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node)) return false;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return (
    !clause.name &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every(({ isTypeOnly: erased }) => erased)
  );
}

const textOf = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined;
const isNamed = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;

export interface ClassInFile {
  name: string;
  /** Names of its decorators, and of its methods'. */
  decorators: string[];
  methodDecorators: string[];
  implemented: string[];
  exported: boolean;
  line: number;
}

export function classesOf(file: SourceFile): ClassInFile[] {
  return nodesOf(treeOf(file), ts.isClassDeclaration).map((node) => ({
    name: node.name?.text ?? '',
    decorators: decoratorsOf(node),
    methodDecorators: node.members.flatMap((member) => decoratorsOf(member)),
    implemented: (node.heritageClauses ?? [])
      .filter(({ token }) => token === ts.SyntaxKind.ImplementsKeyword)
      .flatMap(({ types }) => types.map(({ expression }) => expression.getText())),
    exported: (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
    line: lineOfNode(node),
  }));
}

/** Name of a decorator as it is written: `Controller` of `@Controller('api')`. */
function decoratorsOf(node: ts.Node): string[] {
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).map(({ expression }) =>
    (ts.isCallExpression(expression) ? expression.expression : expression).getText(),
  );
}
