/** Places where a test may let a process die, fail or dawdle (events.md, Invariants). */
const points = [
  'afterCommit',
  'relay.afterRead',
  'relay.afterPublishBeforeDelete',
  'relay.midBatch',
  'consumer.beforeCommit',
  'consumer.afterCommitBeforeAck',
  'sender.afterSendBeforeMark',
  'timer.beforeCommit',
  'timer.afterCommit',
  'rebuild.mid',
  'deadLetter.afterInsertBeforeAck',
  'shutdown.midDrain',
  'topology.midApply',
] as const;
export type FaultPoint = (typeof points)[number];

type Action = { kind: 'kill' | 'throw' } | { kind: 'delay'; ms: number };
interface Armed {
  action: Action;
  /** The action happens at this passage (1 = the first), once. */
  at: number;
  passed: number;
}

const armed = new Map<string, Armed>();

/**
 * Arms points from a text such as `relay.midBatch=kill@3,afterCommit=delay:200`. Called by the bootstrap under the
 * test clock only; without it every point is one look into an empty map.
 */
export function armFaultPoints(text: string): void {
  for (const part of text.split(',').filter(Boolean)) {
    const match = /^([\w.]+)=(kill|throw|delay:(\d+))(?:@(\d+))?$/.exec(part.trim());
    if (!match) throw new Error(`FAULT_POINTS: "${part}" is not <point>=<kill|throw|delay:ms>[@n]`);
    const [, name, verb, ms, at] = match;
    if (!(points as readonly string[]).includes(name!))
      throw new Error(`FAULT_POINTS: there is no fault point "${name}"`);
    const action: Action = ms ? { kind: 'delay', ms: Number(ms) } : { kind: verb as 'kill' | 'throw' };
    armed.set(name!, { action, at: Number(at ?? 1), passed: 0 });
  }
}

/** Does nothing unless a test armed the point. */
export async function faultPoint(name: FaultPoint): Promise<void> {
  if (armed.size === 0) return;
  const point = armed.get(name);
  if (!point || ++point.passed !== point.at) return;
  const { action } = point;
  if (action.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, action.ms));
  else if (action.kind === 'throw') throw new Error(`fault point ${name}`);
  else process.kill(process.pid, 'SIGKILL');
}
