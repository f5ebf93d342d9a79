import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import type { SealedColumn } from '@property-office/backbone';
import type { Transaction } from '@property-office/persistence';
import { CatchUps, setTimer, TimerLoop, type Timer } from '@property-office/timers';
import { sealedCallers } from '../../persistence/callers';
import { sealedGuests } from '../../persistence/guests';
import { sealedPhoneNoteCallers } from '../../persistence/phone-note-callers';

/** What is done at a time. */
export const perBatch = 200;

type Indexed = Required<SealedColumn>;

/**
 * Contacts, visitors and phone notes recorded before names were searched are found by them, too: what is encrypted is opened, and hashed under the
 * key of today. Of contacts and visitors a batch at a time in the order of their ids; the next batch is a timer that begins after the last, so that
 * it goes on where a process was stopped, and ends for good. Whatever processes of the version before record meanwhile bears a mark, and so do all notes left before,
 * and what could not be opened.
 */
@Injectable()
export class RebuildNameKeysHandler implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly catchUps: CatchUps,
    private readonly cipher: FieldCipher,
  ) {}

  onModuleInit(): void {
    this.follow('contact-names', sealedCallers);
    this.follow('visitor-names', sealedGuests);
    this.catchUpWith('phone-note-names', sealedPhoneNoteCallers);
  }

  private follow(kind: string, sealed: Indexed): void {
    this.timers.on(kind, async (tx, { aggregateId: after }: Timer) => {
      const last = await this.batch(tx, sealed, after);
      if (last !== undefined) setTimer(tx, { kind, aggregateId: last, fireKey: `${kind}:${last}`, dueAt: tx.now });
    });
    this.catchUpWith(kind, sealed);
  }

  private catchUpWith(what: string, sealed: Indexed): void {
    const { table, key, column } = sealed;
    this.catchUps.onRows<Row>(what, {
      find: (tx, after, atMost) =>
        tx.query(`SELECT ${key} AS id, ${column} AS sealed FROM ${table} WHERE name_index @> '{unkeyed}' AND ${key} > $1 ORDER BY ${key} LIMIT $2 FOR UPDATE SKIP LOCKED`, [after, atMost]),
      keep: (tx, row) => keep(tx, sealed, row.id, this.keysOf(sealed, row)),
    });
  }

  /** What cannot be opened is marked, so that it is counted by whoever catches up, and holds up nobody behind it. @returns the last of a full batch */
  private async batch(tx: Transaction, sealed: Indexed, after: string): Promise<string | undefined> {
    const { table, key, column } = sealed;
    const rows = await tx.query<Row>(
      `SELECT ${key} AS id, ${column} AS sealed FROM ${table} WHERE ${key} > $1 AND ${column} IS NOT NULL AND name_index = '{}' ORDER BY ${key} LIMIT ${perBatch} FOR UPDATE`,
      [after],
    );
    for (const row of rows) keep(tx, sealed, row.id, this.keysIfOpen(sealed, row));
    return rows.length === perBatch ? rows.at(-1)!.id : undefined;
  }

  private keysIfOpen(sealed: Indexed, row: Row): Keys {
    try {
      return this.keysOf(sealed, row);
    } catch {
      return { name_index: ['unkeyed'] };
    }
  }

  /** @throws fieldKeyMissing, fieldDamaged (503) */
  private keysOf({ field, indexes }: Indexed, { sealed }: Row): Keys {
    return sealed === null ? { name_index: [] } : indexes(this.cipher.decrypt(field, sealed), this.cipher);
  }
}

function keep(tx: Transaction, { table, key }: Indexed, id: string, keys: Keys): void {
  const set = Object.keys(keys).map((name, at) => `${name} = $${at + 2}`);
  tx.send(`UPDATE ${table} SET ${set.join(', ')} WHERE ${key} = $1`, [id, ...Object.values(keys)]);
}

type Keys = ReturnType<Indexed['indexes']>;

interface Row extends Record<string, unknown> {
  id: string;
  sealed: string | null;
}
