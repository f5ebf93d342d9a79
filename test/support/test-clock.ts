import { comeToRest, schemasOf, type Resting } from './rest';

const day = 86_400_000;
/** From the day before nine days of holidays to the end of the workday after the next one. */
const mostDaysOff = 12;

/** Moves what platform.now() says, as TEST_CLOCK=1 allows. */
export class TestClock {
  constructor(private readonly office: Resting) {}

  async now(): Promise<Date> {
    const [row] = await this.office.query<{ now: Date }>('SELECT platform.now() AS now');
    return row!.now;
  }

  /** Lets time pass as it would: stops at each timer that falls due on the way, until everything that follows from it is done. */
  async forward(ms: number): Promise<void> {
    const target = new Date((await this.now()).getTime() + ms);
    for (let due = await this.nextDue(target); due; due = await this.nextDue(target)) {
      await this.jump(due);
      await comeToRest(this.office);
    }
    await this.jump(target);
    await comeToRest(this.office);
  }

  /** Lets day after day pass, as `forward`, until something is so: what is due in workdays waits over a weekend, and over the longest holidays. */
  async forwardUntil(isSo: () => Promise<boolean>): Promise<void> {
    for (let days = 0; days < mostDaysOff && !(await isSo()); days += 1) await this.forward(day);
  }

  /** Jumps, and does not wait for anything. */
  async skip(ms: number): Promise<void> {
    await this.jump(new Date((await this.now()).getTime() + ms));
  }

  private async nextDue(until: Date): Promise<Date | undefined> {
    const each = (await schemasOf(this.office)).map(
      (schema) => `SELECT due_at FROM ${schema}.timer WHERE status = 'set' AND due_at <= $1`,
    );
    const [row] = await this.office.query<{ due: Date | null }>(
      `SELECT min(due_at) AS due FROM (${each.join(' UNION ALL ')}) t`,
      [until],
    );
    return row?.due ?? undefined;
  }

  private async jump(to: Date): Promise<void> {
    await this.office.query(
      `UPDATE platform.test_clock SET ahead = ahead + greatest($1::timestamptz - platform.now() + interval '1 millisecond', interval '0')`,
      [to],
    );
  }
}
