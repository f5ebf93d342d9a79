import { escalate, type Recipient } from '@property-office/calendar';
import type { Transaction } from '@property-office/persistence';
import { readStanding } from '../duty/read-standing';
import { kindsOfPromise } from '../duty/handed-on';
import { barring, onDuty, standingIn, type OnDuty } from '../duty/standing';
import type { Deadline } from './deadline';
import { deadlineOfKey, fireKeyOf, type HeldDeadlines } from './held-deadlines';
import type { Watched } from './watch';

/**
 * What a timer does: looks again at the clock, records each level whose time has come with who was told, or that nobody was
 * on duty, lets the service write its events, and sets the timer of the next level. A timer that comes late, twice, or
 * after a change records nothing.
 */
export async function fireDeadline(tx: Transaction, held: HeldDeadlines, fireKey: string, watched: Watched): Promise<void> {
  const deadline = held.find(deadlineOfKey(fireKey)!);
  if (!deadline || deadline.state !== 'running' || fireKeyOf(deadline.id, deadline.firing) !== fireKey) return;
  if (watched.over) {
    // The timer that fires is not cancelled.
    deadline.firing += 1;
    return held.cancel(deadline.episode, tx.now);
  }
  const rules = held.rulesOf(deadline);
  const plan = rules.plan(deadline.class, deadline.promise);
  if (plan) {
    const people = await peopleBy(tx, deadline, watched);
    const reached = escalate(plan, deadline.clock, rules.calendars, deadline.levels, tx.now, (to) => people(to).length > 0);
    for (const level of reached) {
      const { level: name, to, outcome, reached: turn } = level;
      const { toldAs } = deadline;
      deadline.levels.push({ ...level, toldAs, class: deadline.class, shownOnTime: false });
      tx.send('INSERT INTO deadline_level (deadline_id, told_as, level, recipient, class, outcome, reached, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
        deadline.id,
        toldAs,
        name,
        to,
        deadline.class,
        outcome,
        turn,
        tx.now,
      ]);
      const { episode, promise, dueAt } = deadline;
      const deadlineId = toldAs ?? deadline.id;
      const told = outcome === 'told' ? people(to) : [];
      await watched.escalated({ deadlineId, episode, promise, class: deadline.class, dueAt, level: name, to, outcome, reached: turn, told });
    }
  }
  deadline.firing += 1;
  held.moved(deadline);
}

/**
 * Who would be told, by recipient: nobody who may not hear of it, and nobody in their place. Where a deputy may not, the next
 * one is, or whoever gave them their duty themselves: it waits for nobody else.
 */
async function peopleBy(tx: Transaction, { siteId, promise }: Deadline, { responsible, barred }: Watched): Promise<(to: Recipient) => OnDuty[]> {
  const isBarred = (personId: string | null): boolean => personId !== null && (barred?.has(personId) ?? false);
  const standing = barring(await readStanding(tx, siteId), isBarred);
  return (to) => {
    const people = to === 'responsible' ? standingIn(standing, responsible, tx.now, kindsOfPromise(promise)) : onDuty(standing, to, tx.now);
    return people.filter(({ personId, forPersonId }) => !isBarred(personId) && !isBarred(forPersonId));
  };
}
