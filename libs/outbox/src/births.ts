import { parseDurable, type DurableStart, type ReactionPast, type ReactionSpec } from '@property-office/messaging';
import type { DatabaseUse } from './in-turns';
import { inheritFrom } from './inheritance';

/**
 * Where nothing that concerns a reaction is older than this, in minutes, its service or the fact is just being rolled out
 * beside it, in whatever order: then it has no past to leave out.
 */
export const rolloutMinutes = 60;

interface Birth {
  since: Date;
  ledger: DurableStart['ledger'] | null;
}

/**
 * When each reaction of a service began, decided once and kept for ever. A `skip` reaction that is new hears of nothing
 * that was recorded before: nobody is told again what happened long ago. A rebuilt stream holds the past, too, so it is
 * this date that keeps it away; that the durable begins behind it only saves the reading.
 *
 * A new version (`_v2`) of a `skip` reaction goes on where the one before it was.
 */
export class Births {
  private readonly known = new Map<string, Birth>();

  /** @param asked for `sinceOf`, which is called in the midst of a transaction; the other one may make it wait */
  constructor(
    private readonly database: DatabaseUse,
    private readonly asked: DatabaseUse = database,
  ) {}

  /** Decides at the first call for a reaction, in whichever process. */
  async of(reaction: ReactionSpec, past: ReactionPast): Promise<DurableStart> {
    const { durable } = reaction;
    const birth = await this.read(durable);
    if (birth) return startOf(birth);
    if ((await past.durableExists()) || (await this.hasReceived(durable)))
      return startOf(await this.record(durable, { since: null, ledger: null }));
    if (reaction.replay === 'rebuild') return startOf(await this.record(durable, { since: null, ledger: 'lost' }));
    const before = await this.predecessorOf(durable);
    if (before) {
      await inheritFrom(this.database, { from: before, to: durable });
      return startOf(await this.record(durable, { since: (await this.read(before))?.since ?? null, ledger: null }));
    }
    return this.beginNow(reaction, past);
  }

  /** What was recorded before has no effect on the reaction. Undefined before it was ever decided: then nothing was left out. */
  async sinceOf(durable: string): Promise<Date | undefined> {
    return (this.known.get(durable) ?? (await this.read(durable, this.asked)))?.since;
  }

  private async beginNow({ durable, order }: ReactionSpec, past: ReactionPast): Promise<DurableStart> {
    const { lastSeq, oldestEvent } = await past.stream();
    const [{ now, rollout }] = (await this.database.query<{ now: Date; rollout: Date }>(
      `SELECT now, now - $1 * interval '1 minute' AS rollout FROM (SELECT date_trunc('milliseconds', platform.now()) AS now)`,
      [rolloutMinutes],
    )) as [{ now: Date; rollout: Date }];
    if (!oldestEvent || oldestEvent >= rollout)
      return startOf(await this.record(durable, { since: rollout, ledger: order === 'strict' ? 'lost' : null }));
    // Strict: only the ledger knows which version of each aggregate comes next.
    const birth = await this.record(durable, { since: now, ledger: order === 'strict' ? 'all' : null });
    const first = birth.since.getTime() === now.getTime();
    return { ...startOf(birth), ...(first && { fromSeq: lastSeq + 1 }) };
  }

  private async read(durable: string, database = this.database): Promise<Birth | undefined> {
    const [row] = await database.query<Birth & Record<string, unknown>>(
      `SELECT greatest(since, 'epoch') AS since, ledger FROM reaction_birth WHERE consumer = $1`,
      [durable],
    );
    if (row) this.known.set(durable, row);
    return row;
  }

  /** Another process may be faster: what it wrote stands. */
  private async record(
    durable: string,
    { since, ledger }: { since: Date | null; ledger: Birth['ledger'] },
  ): Promise<Birth> {
    await this.database.query(
      `INSERT INTO reaction_birth (consumer, since, ledger, born_at) VALUES ($1, coalesce($2::timestamptz, '-infinity'), $3, platform.now())
       ON CONFLICT DO NOTHING`,
      [durable, since, ledger],
    );
    return (await this.read(durable))!;
  }

  private async hasReceived(durable: string): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM inbox WHERE consumer = $1 LIMIT 1', [durable])).length > 0;
  }

  private async predecessorOf(durable: string): Promise<string | undefined> {
    const { service, reaction, version } = parseDurable(durable);
    for (let before = version - 1; before > 0; before -= 1) {
      const name = `${service}__${reaction}_v${before}`;
      if ((await this.read(name)) || (await this.hasReceived(name))) return name;
    }
    return undefined;
  }
}

function startOf({ ledger }: Birth): DurableStart {
  return ledger ? { ledger } : {};
}
