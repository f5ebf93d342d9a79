import { isInfrastructureError, type Database, type Transaction } from '@property-office/persistence';

/**
 * A piece of what processes of the version before left undone, who know nothing of it: safe to do again, and beside another process that
 * does it. @returns whether there may be more
 */
export type CatchUp = (tx: Transaction) => Promise<boolean>;

/** The same of rows, each of which is made good by itself: where one cannot be, the others are all the same. */
export interface CatchUpOfRows<Row extends { id: string }> {
  /** At most so many that lack it, after an id (a uuid) and in the order of their ids, locked; what somebody else has locked may be passed over. */
  find(tx: Transaction, after: string, atMost: number): Promise<Row[]>;
  keep(tx: Transaction, row: Row): Promise<void> | void;
}

/** A roll takes minutes, or hours where something is wrong: after the last process of this version has started, one of the version before may still be at work. */
const everyMs = 900_000;
const rollMs = 86_400_000;
/** Later it is looked for all the same, and rarely: it may take reading whole tables. */
const laterEveryMs = 86_400_000;
/** What failed is tried again after this long, doubled each time up to a quarter of an hour. */
const firstRetryMs = 60_000;
const perBatch = 200;
const beforeAll = '00000000-0000-0000-0000-000000000000';
const mostNamed = 5;

/** A row that stays as it was, and why: of an error its code, as its message may say what is in the row. */
interface RowLeft {
  id: string;
  why: string;
}

/**
 * What a migration makes of old rows it makes once, and beside it, or back in its place, processes of the version before write more of them.
 * Those are caught up with whenever a process of this version starts, each quarter of an hour of its first day, and each day. Ends with the
 * release after it, as all that is there for the version before.
 */
export class CatchUps {
  private readonly catchUps = new Map<string, () => Promise<RowLeft[]>>();
  private timeout: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopping = false;
  private startedAt = 0;
  private failedInTurn = 0;
  /** Why each failed last, which is said once. */
  private readonly troubles = new Map<string, string>();
  private readonly rowsLeft = new Map<string, RowLeft[]>();

  constructor(
    private readonly database: Database,
    private readonly log: { warn(message: string): void },
  ) {}

  /** Before they start. @param what in words, for the log */
  on(what: string, catchUp: CatchUp): void {
    this.add(what, async () => {
      while (!this.stopping && (await this.database.transaction(catchUp)));
      return [];
    });
  }

  /** As `on`, of rows. A row that cannot be made good is left, counted and named in the log, and tried again in each round. */
  onRows<Row extends { id: string }>(what: string, rows: CatchUpOfRows<Row>): void {
    this.add(what, () => this.eachRow(rows));
  }

  /** Rows that the last round could not make good. */
  get left(): number {
    return [...this.rowsLeft.values()].reduce((sum, { length }) => sum + length, 0);
  }

  start(): void {
    this.startedAt = performance.now();
    if (this.catchUps.size > 0) this.schedule(0);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timeout);
    await this.round;
  }

  /** All of them, each to its end; one that fails holds up no other. @returns whether none failed; a row that is left is no failure, as waiting heals none */
  async run(): Promise<boolean> {
    for (const [what, catchUp] of this.catchUps) {
      try {
        const left = await catchUp();
        if (!this.stopping) this.remember(what, left);
        this.troubles.delete(what);
      } catch (error) {
        const { message } = error as Error;
        if (this.troubles.get(what) !== message) this.log.warn(`${what} could not be caught up with, and is tried again: ${message}`);
        this.troubles.set(what, message);
      }
    }
    return this.troubles.size === 0;
  }

  private add(what: string, catchUp: () => Promise<RowLeft[]>): void {
    if (this.catchUps.has(what)) throw new Error(`"${what}" is caught up with twice`);
    this.catchUps.set(what, catchUp);
  }

  /** A batch at a time; one that fails is gone through row by row, so that what is wrong with one of them is its own. @throws in an outage, which says nothing of a row */
  private async eachRow<Row extends { id: string }>(rows: CatchUpOfRows<Row>): Promise<RowLeft[]> {
    const left: RowLeft[] = [];
    let [after, oneByOneTo] = [beforeAll, beforeAll];
    while (!this.stopping) {
      const atMost = after < oneByOneTo ? 1 : perBatch;
      const { found, error } = await this.piece(rows, after, atMost);
      if (error !== undefined && atMost > 1) {
        oneByOneTo = found.at(-1)!.id;
        continue;
      }
      if (error !== undefined) left.push({ id: found[0]!.id, why: reasonOf(error) });
      if (found.length < atMost) break;
      after = found.at(-1)!.id;
    }
    return left;
  }

  private async piece<Row extends { id: string }>({ find, keep }: CatchUpOfRows<Row>, after: string, atMost: number): Promise<{ found: Row[]; error?: unknown }> {
    let found: Row[] = [];
    try {
      await this.database.transaction(async (tx) => {
        found = await find(tx, after, atMost);
        for (const row of found) await keep(tx, row);
      });
      return { found };
    } catch (error) {
      if (found.length === 0 || isInfrastructureError(error)) throw error;
      return { found, error };
    }
  }

  private remember(what: string, left: RowLeft[]): void {
    const before = JSON.stringify(this.rowsLeft.get(what) ?? []);
    this.rowsLeft.set(what, left);
    if (JSON.stringify(left) === before) return;
    const named = left.slice(0, mostNamed).map(({ id, why }) => `${id} (${why})`);
    const more = left.length > mostNamed ? ` and ${left.length - mostNamed} more` : '';
    this.log.warn(left.length > 0 ? `${what}: ${left.length} rows cannot be made good and stay as they were, all others are: ${named.join(', ')}${more}` : `${what}: all rows are made good now`);
  }

  private schedule(inMs: number): void {
    this.timeout = setTimeout(() => {
      this.round = this.run().then((done) => {
        this.failedInTurn = done ? 0 : this.failedInTurn + 1;
        if (!this.stopping) this.schedule(this.nextMs());
      });
    }, inMs);
  }

  private nextMs(): number {
    if (this.failedInTurn > 0) return Math.min(firstRetryMs * 2 ** (this.failedInTurn - 1), everyMs);
    return performance.now() - this.startedAt < rollMs ? everyMs : laterEveryMs;
  }
}

function reasonOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown');
}
