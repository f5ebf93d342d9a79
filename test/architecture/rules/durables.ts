import * as ts from 'typescript';
import { productSources, projectOf, type SourceFile } from '../source-file';
import { lineOfNode, nodesOf, treeOf } from '../syntax';
import type { Violation } from '../violation';

const durableName = /^([a-z][a-z0-9-]*)__[a-z][a-z0-9_-]*_v[1-9][0-9]*$/;

/** A durable is `<service>__<reaction>_v<n>`, written out, of the service it lives in, and of one reaction alone. */
export function durableViolations(files: readonly SourceFile[]): Violation[] {
  const declared = productSources(files).flatMap((file) =>
    durablesOf(file).map((durable) => ({ ...durable, path: file.path })),
  );
  return declared.flatMap(({ path, line, name }, index) => {
    const twice = name !== undefined && declared.findIndex((other) => other.name === name) < index;
    const messages = [...fault(name, projectOf(path)!), ...(twice ? [`${name} is taken`] : [])];
    return messages.map((message) => ({ path, line, message }));
  });
}

function fault(name: string | undefined, project: string): string[] {
  if (name === undefined) return ['the name of a durable is not written out'];
  const service = durableName.exec(name)?.[1];
  if (!service) return [`${name} is not <service>__<reaction>_v<n>`];
  return service === project ? [] : [`${name} is of ${service}`];
}

function durablesOf(file: SourceFile): Array<{ name: string | undefined; line: number }> {
  return nodesOf(treeOf(file), ts.isDecorator)
    .map(({ expression }) => expression)
    .filter(
      (expression): expression is ts.CallExpression =>
        ts.isCallExpression(expression) && expression.expression.getText() === 'Reaction',
    )
    .map((call) => ({ name: durableOf(call.arguments[0]), line: lineOfNode(call) }));
}

function durableOf(options: ts.Expression | undefined): string | undefined {
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  const property = options.properties.find((each) => each.name?.getText() === 'durable');
  return property && ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer)
    ? property.initializer.text
    : undefined;
}
