import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { HangError, type Answer, type Problem } from './http';
import { repairsPath, reportOf } from './repairs';
import type { Session } from './session';
import type { RepairView } from './views';

export interface LoadOptions {
  perSecond?: number;
  /** Whether a request is sent again, under the same key, until it is acknowledged. Default true. */
  insists?: boolean;
  /** For how long it insists, in milliseconds. Default 60 000. */
  patienceMs?: number;
}

/** What the clients have seen. */
export interface LoadReport {
  /** Stands in the description of each of its requests. */
  marker: string;
  sent: number;
  /** Ids of acknowledged requests, and how many comments on each were acknowledged. */
  acknowledged: Map<string, number>;
  /** Connections that broke, or were refused, before an answer came. */
  broken: number;
  /** Answers 503 that said when to come again. */
  busy: number;
  /** How often each of them was said. */
  reasons: Record<string, number>;
  slowestBusyMs: number;
  /** Whatever no client should ever see. */
  wrong: string[];
}

/** People who wait for an answer at the same time; nobody else comes meanwhile. */
const mostWaiting = 40;
const hangMs = 20_000;
/** Every so many requests somebody comments on theirs. */
const commentEvery = 3;

/** Residents who report, steadily, over connections of their own; each with an idempotency key that they keep. */
export class Load {
  private readonly report: LoadReport = {
    marker: `load ${randomUUID()}`,
    sent: 0,
    acknowledged: new Map(),
    broken: 0,
    busy: 0,
    reasons: {},
    slowestBusyMs: 0,
    wrong: [],
  };
  private readonly underWay = new Set<Promise<void>>();
  private readonly timer: NodeJS.Timeout;
  private readonly patienceMs: number;

  constructor(
    private readonly resident: Session,
    { perSecond = 30, insists = true, patienceMs = 60_000 }: LoadOptions = {},
  ) {
    this.patienceMs = patienceMs;
    this.timer = setInterval(() => {
      if (this.underWay.size >= mostWaiting) return;
      const client = this.client(insists).catch((error: Error) => void this.report.wrong.push(error.message));
      this.underWay.add(client);
      void client.finally(() => this.underWay.delete(client));
    }, 1_000 / perSecond);
  }

  get acknowledged(): number {
    return this.report.acknowledged.size;
  }

  /** So far. */
  get busy(): number {
    return this.report.busy;
  }

  /** So far. */
  get wrong(): readonly string[] {
    return this.report.wrong;
  }

  /** Sends nothing new; resolves when every client has its answer or has given up. */
  async end(): Promise<LoadReport> {
    clearInterval(this.timer);
    while (this.underWay.size > 0) await Promise.all(this.underWay);
    return this.report;
  }

  private async client(insists: boolean): Promise<void> {
    const { acknowledged, marker } = this.report;
    const count = (this.report.sent += 1);
    const made = await this.insist<RepairView>(
      repairsPath,
      reportOf(this.resident, { description: marker }),
      201,
      insists,
    );
    if (!made) return;
    if (acknowledged.has(made.body.id))
      this.report.wrong.push(`two clients were given request ${made.body.id}`);
    acknowledged.set(made.body.id, 0);
    if (count % commentEvery > 0) return;
    const commented = await this.insist(
      `${repairsPath}/${made.body.id}/comment`,
      { comment: marker },
      200,
      insists,
    );
    if (commented) acknowledged.set(made.body.id, 1);
  }

  /** @returns undefined when this client gives up after the first answer that was none */
  private async insist<T>(
    path: string,
    body: unknown,
    expected: number,
    insists: boolean,
  ): Promise<Answer<T> | undefined> {
    const key = randomUUID();
    const giveUp = performance.now() + this.patienceMs;
    while (performance.now() < giveUp) {
      const answer = await this.attempt<T>(path, body, key);
      if (answer?.status === expected) return answer;
      if (answer && !this.isBusy(answer)) throw new Error(`${path}: ${answer.status} ${answer.text}`);
      if (!insists) return undefined;
      await sleep(200 + Math.random() * 600);
    }
    throw new Error(`${path}: not acknowledged within ${this.patienceMs} ms`);
  }

  private async attempt<T>(path: string, body: unknown, key: string): Promise<Answer<T> | undefined> {
    try {
      return await this.resident.impatient.post<T>(path, body, { key, timeoutMs: hangMs });
    } catch (error) {
      if (error instanceof HangError) throw error;
      this.report.broken += 1;
      return undefined;
    }
  }

  private isBusy({ status, headers, text, body, ms }: Answer<unknown>): boolean {
    if (status !== 503 || !headers['retry-after']) return false;
    this.report.busy += 1;
    const { code, detail } = (body ?? {}) as Partial<Problem>;
    const reason = `${code ?? text}: ${detail ?? ''}`;
    this.report.reasons[reason] = (this.report.reasons[reason] ?? 0) + 1;
    this.report.slowestBusyMs = Math.max(this.report.slowestBusyMs, ms);
    return true;
  }
}
