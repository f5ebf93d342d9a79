import { currentRequest, withRequest } from '../http/request-context';
import { continueTrace } from '../http/trace-context';

/** What a step is, in words that name nobody: routes as templates, types of events, names of reactions. Never an id, a path or a message. */
export interface StepNames {
  name: string;
  kind: 'server' | 'internal' | 'producer' | 'consumer';
  attributes: Readonly<Record<string, string | number>>;
}

/** A step of a trace that is over. */
export interface Step extends StepNames {
  /** Of the step itself, W3C trace context. */
  traceparent: string;
  /** Of the step it belongs to. */
  parent: string | undefined;
  /** Milliseconds since 1970. */
  began: number;
  ended: number;
  failed: boolean;
}

export interface StepRecorder {
  record(step: Step): void;
}

let recorder: StepRecorder | undefined;

/** From now on steps are told to `told`, or to nobody: the default, at no cost. */
export function tellSteps(told: StepRecorder | undefined): void {
  recorder = told;
}

/** For whoever has to prepare a step. */
export function tracesSteps(): boolean {
  return recorder !== undefined;
}

/** A request that was answered; its context is its step. */
export function tellAnswered(names: StepNames, { traceparent, parent }: { traceparent: string; parent?: string | undefined }, tookMs: number, failed: boolean): void {
  if (!recorder || isUnwanted(traceparent)) return;
  const ended = now();
  recorder.record({ ...names, traceparent, parent, began: ended - tookMs, ended, failed });
}

/** Runs `work` as a step of what is being done: what it causes, events among it, belongs to this step. */
export async function inStep<T>(names: StepNames, work: () => Promise<T>): Promise<T> {
  if (!recorder) return work();
  const told = recorder;
  const within = currentRequest();
  const parent = within?.traceparent;
  const traceparent = continueTrace(parent);
  if (isUnwanted(traceparent)) return work();
  const began = now();
  let failed = true;
  try {
    const result = await withRequest({ requestId: '', ...within, traceparent }, work);
    failed = false;
    return result;
  } finally {
    told.record({ ...names, traceparent, parent, began, ended: now(), failed });
  }
}

/** Whoever began the trace does not record it. */
function isUnwanted(traceparent: string): boolean {
  return traceparent.endsWith('-00');
}

/** Real time: how long something took is no rule of the office. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
