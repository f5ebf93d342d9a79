import type { ServiceRuntime } from '@property-office/backbone';
import { waitFor } from '@property-office/testing';
import type { Client } from 'pg';

const dayMs = 86_400_000;

/** The clock that rules see (`platform.now()`), and the timers that go by it. */
export class TestClock {
  /** Seconds by which it is ahead. */
  ahead = 0;

  /** @param admin the superuser: a service only reads the clock */
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly admin: Client,
  ) {}

  async now(): Promise<Date> {
    const [row] = await this.runtime.database.query<{ now: Date }>('SELECT platform.now() AS now');
    return row!.now;
  }

  /** Moves it and fires nothing. @param by `-2 hours` */
  async move(by: string): Promise<void> {
    await this.set('ahead + $1::interval', by);
  }

  /** Moves it to `at` and fires nothing. */
  async showTime(at: Date): Promise<void> {
    await this.set('ahead + ($1::timestamptz - platform.now())', at);
  }

  /** Moves it at once, as if the office had been down, and fires what is due by then. */
  async later(seconds: number): Promise<void> {
    await this.set('ahead + make_interval(secs => $1)', seconds);
    await this.runtime.timers.fireDue();
  }

  /** Lets time pass until `at` as it would: each timer fires when it is due. */
  async until(at: Date): Promise<void> {
    for (;;) {
      const [row] = await this.runtime.database.query<{ due: Date | null }>(`SELECT min(due_at) AS due FROM timer WHERE status = 'set' AND due_at <= $1`, [at]);
      if (!row?.due) break;
      // An instant that was read is rounded down to the millisecond: at the next one it is due for certain.
      await this.set(`ahead + greatest($1::timestamptz - platform.now(), interval '0')`, new Date(row.due.getTime() + 1));
      // One that failed is not tried again at once.
      await waitFor(async () => (await this.runtime.timers.fireDue()) > 0, { what: `what is due at ${row.due.toISOString()} to fire` });
    }
    await this.showTime(at);
  }

  /** As `until`, from now on. */
  async pass(days: number): Promise<void> {
    await this.until(new Date(Math.round((await this.now()).getTime() + days * dayMs)));
  }

  private async set(ahead: string, value: string | number | Date): Promise<void> {
    const { rows } = await this.admin.query<{ ahead: number }>(`UPDATE platform.test_clock SET ahead = ${ahead} RETURNING extract(epoch FROM ahead)::float8 AS ahead`, [value]);
    this.ahead = rows[0]!.ahead;
  }
}
