import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { CatchUps, setTimer, TimerLoop, type Timer } from '@property-office/timers';
import { Callers } from '../../persistence/callers';
import { Guests } from '../../persistence/guests';

/** What is done at a time. */
export const perBatch = 200;

interface Named {
  table: 'contact' | 'visitor';
  cipher: 'caller_cipher' | 'person_cipher';
  /** Of the name in what is encrypted. */
  keysOf(sealed: string): string[];
}

/**
 * Contacts and visitors recorded before names were searched are found by them, too: their names are opened, and hashed under the key of
 * today, a batch at a time in the order of their ids. The next batch is a timer that begins after the last, so that it goes on where a
 * process was stopped, and ends for good. Those that processes of the version before record meanwhile bear a mark.
 */
@Injectable()
export class RebuildNameKeysHandler implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly catchUps: CatchUps,
    private readonly callers: Callers,
    private readonly guests: Guests,
  ) {}

  onModuleInit(): void {
    const { callers, guests } = this;
    this.follow('contact-names', { table: 'contact', cipher: 'caller_cipher', keysOf: (callerCipher) => callers.seal(callers.open({ callerCipher })).nameIndex });
    this.follow('visitor-names', { table: 'visitor', cipher: 'person_cipher', keysOf: (personCipher) => guests.seal(guests.open({ personCipher })!).nameIndex });
  }

  private follow(kind: string, named: Named): void {
    this.timers.on(kind, async (tx, { aggregateId: after }: Timer) => {
      const last = await this.batch(tx, named, after);
      if (last !== undefined) setTimer(tx, { kind, aggregateId: last, fireKey: `${kind}:${last}`, dueAt: tx.now });
    });
    this.catchUps.on(kind, (tx) => this.marked(tx, named));
  }

  /** @returns whether the batch was full. @throws as `batch` */
  private async marked(tx: Transaction, { table, cipher, keysOf }: Named): Promise<boolean> {
    const rows = await tx.query<{ id: string; sealed: string | null }>(
      `SELECT id, ${cipher} AS sealed FROM ${table} WHERE name_index @> '{unkeyed}' LIMIT ${perBatch} FOR UPDATE SKIP LOCKED`,
    );
    for (const { id, sealed } of rows) tx.send(`UPDATE ${table} SET name_index = $2 WHERE id = $1`, [id, sealed === null ? [] : keysOf(sealed)]);
    return rows.length === perBatch;
  }

  /** @returns the last of a full batch. @throws fieldKeyMissing, fieldDamaged (503): the timer tries again */
  private async batch(tx: Transaction, { table, cipher, keysOf }: Named, after: string): Promise<string | undefined> {
    const rows = await tx.query<{ id: string; sealed: string }>(
      `SELECT id, ${cipher} AS sealed FROM ${table} WHERE id > $1 AND ${cipher} IS NOT NULL AND name_index = '{}' ORDER BY id LIMIT ${perBatch} FOR UPDATE`,
      [after],
    );
    for (const { id, sealed } of rows) tx.send(`UPDATE ${table} SET name_index = $2 WHERE id = $1`, [id, keysOf(sealed)]);
    return rows.length === perBatch ? rows.at(-1)!.id : undefined;
  }
}
