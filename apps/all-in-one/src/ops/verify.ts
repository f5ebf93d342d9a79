import { setTimeout as pause } from 'node:timers/promises';
import { checks } from './checks';
import type { Check, CheckContext, Violation } from './checks/check';

export interface Finding {
  check: Pick<Check, 'id' | 'title'>;
  broken: Violation[];
}

const betweenPassesMs = 250;
/** What is seen in every pass of so long is no passing thing. */
const watchMs = 2_000;

/**
 * Checks the invariants (events.md). A running office is given `settleMs` to come to rest: ends at once when nothing is
 * broken; after that time, what stays broken for two seconds is broken. In an office at work something is always on its
 * way, but never the same thing for long.
 */
export async function verify(context: CheckContext, settleMs: number): Promise<Finding[]> {
  const settled = performance.now() + settleMs;
  let findings = await pass(context);
  while (performance.now() < settled && !isClean(findings)) {
    await pause(betweenPassesMs);
    findings = await pass(context);
  }
  if (settleMs === 0) return findings;
  for (const until = performance.now() + watchMs; performance.now() < until && !isClean(findings);) {
    await pause(betweenPassesMs);
    findings = stillBroken(findings, await pass(context));
  }
  return findings;
}

export function isClean(findings: readonly Finding[]): boolean {
  return findings.every(({ broken }) => broken.length === 0);
}

async function pass(context: CheckContext): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks)
    findings.push({ check: { id: check.id, title: check.title }, broken: await check.run(context) });
  return findings;
}

function stillBroken(before: Finding[], now: Finding[]): Finding[] {
  return now.map(({ check, broken }, i) => ({
    check,
    broken: broken.filter((line) => before[i]!.broken.includes(line)),
  }));
}
