import * as ts from 'typescript';
import { productSources, type SourceFile } from '../architecture/source-file';
import { lineOfNode, nodesOf, treeOf } from '../architecture/syntax';

/** A refusal as it is written in a `defineErrors({ … })`. */
export interface DefinedError {
  path: string;
  line: number;
  code: string;
  kind: string;
  title: Texts;
  detail: Texts;
}

interface Texts {
  zh: string;
  en: string;
}

/** Every refusal the product can give. */
export function definedErrors(files: readonly SourceFile[]): DefinedError[] {
  return productSources(files).flatMap((file) =>
    nodesOf(treeOf(file), ts.isCallExpression)
      .filter(({ expression }) => expression.getText() === 'defineErrors')
      .flatMap((call) => entriesOf(call.arguments[0]))
      .map((entry) => ({ path: file.path, line: lineOfNode(entry), ...errorOf(entry) })),
  );
}

/**
 * A code is a stable name that clients rely on: kebab-case, in both languages, and never of two meanings. The meaning is
 * kind and title; a detail may say it in the words of its service (RFC 9457, 3.1).
 */
export function errorViolations(errors: readonly DefinedError[]): string[] {
  return errors.flatMap((error, index) => {
    const earlier = errors.slice(0, index);
    const namesake = earlier.find(
      (other) => other.code === error.code && meaningOf(other) !== meaningOf(error),
    );
    const twin = earlier.find((other) => other.code !== error.code && wordingOf(other) === wordingOf(error));
    return [
      ...(/^[a-z]+(?:-[a-z0-9]+)*$/.test(error.code) ? [] : ['is not in kebab-case']),
      ...(/\p{Script=Han}/u.test(error.title.zh) ? [] : ['has no Chinese title']),
      ...(/^[^\p{Script=Han}]*[A-Za-z][^\p{Script=Han}]*$/u.test(error.title.en)
        ? []
        : ['has no English title']),
      ...(!error.detail.zh === !error.detail.en ? [] : ['has its detail in one language']),
      ...(namesake ? [`means something else in ${namesake.path}`] : []),
      ...(twin ? [`says the same as ${twin.code} in ${twin.path}`] : []),
    ].map((message) => `${error.path}:${error.line} ${error.code} ${message}`);
  });
}

const meaningOf = ({ kind, title }: DefinedError): string => JSON.stringify([kind, title]);
const wordingOf = ({ kind, title, detail }: DefinedError): string => JSON.stringify([kind, title, detail]);

function entriesOf(specs: ts.Expression | undefined): ts.PropertyAssignment[] {
  if (!specs || !ts.isObjectLiteralExpression(specs))
    throw new Error('defineErrors is given its errors where it is called');
  return specs.properties.filter(ts.isPropertyAssignment);
}

function errorOf(entry: ts.PropertyAssignment): Omit<DefinedError, 'path' | 'line'> {
  const code = entry.name.getText().replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const [kind, title, detail] = ['kind', 'title', 'detail'].map((name) => property(entry.initializer, name));
  return { code, kind: kind?.getText() ?? '', title: textsOf(title), detail: textsOf(detail) };
}

function textsOf(texts: ts.Expression | undefined): Texts {
  const inLanguage = (language: string): string => (texts && property(texts, language)?.getText()) ?? '';
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}

function property(node: ts.Expression, name: string): ts.Expression | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.filter(ts.isPropertyAssignment).find((each) => each.name.getText() === name)
    ?.initializer;
}
