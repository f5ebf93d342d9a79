import { stopOrder } from '@property-office/service-kit';
import * as ts from 'typescript';
import { checkout } from '../architecture/checkout';
import { productSources, type SourceFile } from '../architecture/source-file';

/** What a step of an ordered stop is registered with: `register(name, stopOrder.timers, () => …, 5_000)`. */
export interface StopStep {
  order: number;
  seconds: number;
}

/** How long it is STOP_PAUSE_SECONDS says, and not the code. */
const pauseStep = stopOrder.pause;

/**
 * Every step that the product registers, but for the pause.
 * @throws when a step's time is neither a number nor a constant of its file
 */
export function stopSteps(files: readonly SourceFile[]): StopStep[] {
  return productSources(files)
    .filter(({ text }) => text.includes('stopOrder.'))
    .flatMap(({ path, text }) => {
      const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      return callsOf(file).flatMap(({ arguments: given }) => {
        const order = given[1] && orderOf(given[1]);
        if (order === undefined || order === pauseStep) return [];
        return [{ order, seconds: millisecondsOf(given[3]!, file) / 1_000 }];
      });
    });
}

/**
 * How long an ordered stop takes at most: steps of one order run beside each other, orders one after the other.
 * @param pauseSeconds STOP_PAUSE_SECONDS, after which the step is given one more
 */
export function longestStopSeconds(pauseSeconds: number, steps: readonly StopStep[]): number {
  const longest = new Map<number, number>([[pauseStep, pauseSeconds > 0 ? pauseSeconds + 1 : 0]]);
  for (const { order, seconds } of steps) longest.set(order, Math.max(longest.get(order) ?? 0, seconds));
  return [...longest.values()].reduce((sum, seconds) => sum + seconds, 0);
}

/** Of an office in one process, which ends its own servers last. */
export const stepsOfOffice = (): StopStep[] => stopSteps(checkout());

/** Of a gateway or a service in a process of its own, whichever has most to do. */
export const stepsOfProcess = (): StopStep[] => stopSteps(checkout().filter(({ path }) => !path.startsWith('apps/all-in-one/')));

function callsOf(file: ts.SourceFile): ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'register') found.push(node);
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

/** `stopOrder.pools`, or `stopOrder.pools + 10`; undefined for what is no order. */
function orderOf(node: ts.Expression): number | undefined {
  const [, name, later = '0'] = /^stopOrder\.(\w+)(?: \+ (\d+))?$/.exec(node.getText()) ?? [];
  return name === undefined ? undefined : stopOrder[name as keyof typeof stopOrder] + Number(later);
}

function millisecondsOf(node: ts.Expression, file: ts.SourceFile): number {
  const written = ts.isIdentifier(node) ? new RegExp(`const ${node.text} = ([\\d_]+);`).exec(file.text)?.[1] : node.getText();
  const number = Number(written?.replaceAll('_', ''));
  if (Number.isNaN(number)) throw new Error(`${file.fileName}: ${node.getText()} is no time that is read here`);
  return number;
}
