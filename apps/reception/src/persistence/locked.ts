import { accessCondition, lockRow, lockThenJudge } from '@property-office/access';
import type { DomainError } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';

/** What every aggregate of the desk has besides its own. */
export interface Acted {
  id: string;
  siteId: string;
  version: number;
  lastHappenedAt: Date;
  changedAt: Date;
}

/** Where an aggregate lives, and what is said where there is none. */
export interface Kind<T extends Acted> {
  entity: new () => T;
  table: 'phone_note' | 'visitor' | 'standard_answer';
  unknown: () => DomainError;
}

/**
 * Something a person acts on, if they may, locked until COMMIT.
 * @throws `unknown` (404) where there is none, or none of theirs; stale (412); the errors of `actOf`
 */
export async function lockForAct<T extends Acted>(
  tx: Transaction,
  command: CommandContext,
  { entity, table, unknown }: Kind<T>,
  id: string,
  input: ActFields,
): Promise<{ thing: T; act: Act }> {
  const { principal, operation } = command;
  const access = accessCondition(principal, { operation, right: 'act', objectColumn: 't.id', siteColumn: 't.site_id', firstParam: 2 });
  const judge = `SELECT 1 FROM ${table} t WHERE t.id = $1 AND ${access.sql}`;
  if (!(await lockThenJudge(tx, lockRow(table), judge, [id, ...access.params]))) throw unknown();
  const thing = await tx.manager.getRepository<Acted>(entity).findOneByOrFail({ id });
  assertFresh(command, thing.version);
  return { thing: thing as T, act: actOf(tx, command, thing.siteId, input, thing.lastHappenedAt) };
}

/** Changes something locked; its version counts every event. The caller writes the event. */
export function change<T extends Acted>(tx: Transaction, thing: T, act: Act, changes: Partial<T>): void {
  const lastHappenedAt = act.happenedAt > thing.lastHappenedAt ? act.happenedAt : thing.lastHappenedAt;
  Object.assign(thing, { ...changes, version: thing.version + 1, lastHappenedAt, changedAt: tx.now });
  tx.save(thing);
}
