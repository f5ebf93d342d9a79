import { Injectable } from '@nestjs/common';
import { OfficeRules } from '@property-office/deadlines';
import { tableAsPdf } from '@property-office/official-papers';
import { Database, type Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { monthErrors } from './domain/errors';
import { registerHeads, registerNote, registerTitle, rowOf, type RegisterLine, type RegisterOf } from './domain/repair-register';
import type { ArchiveMonth } from './persistence/archive-month.entity';
import { MonthCases } from './persistence/month-cases';
import { MonthFacts } from './persistence/month-facts';
import { Months } from './persistence/months';
import { ReadMonths } from './persistence/read-months';
import { RepairRegisters } from './persistence/repair-registers';
import { AskWhatHappened } from './sources/ask-what-happened';
import type { Said } from './sources/told';

/** What is open is counted each day; what is closed once a week, so that nothing that was lost on its way stays unseen. */
const openAgainInHours = 24;
export const closedAgainInHours = 7 * 24;

/** The register of a month, as it will be made. */
interface Draft {
  lines: RegisterLine[];
  pages: number;
}

/** Begins months that are over, asks their sources, has their register made, and counts them (W4.5). */
@Injectable()
export class ReconcileMonth {
  constructor(
    private readonly database: Database,
    private readonly rules: OfficeRules,
    private readonly months: Months,
    private readonly reading: ReadMonths,
    private readonly cases: MonthCases,
    private readonly facts: MonthFacts,
    private readonly registers: RepairRegisters,
    private readonly ask: AskWhatHappened,
  ) {}

  /** Each month that is over, once. */
  async beginEnded(): Promise<void> {
    for (const ended of await this.months.ended(await this.rules.book())) await this.database.transaction((tx) => this.facts.begin(tx, ended));
  }

  /** The next whose sources are to be asked. @returns false where none is */
  async turn(): Promise<boolean> {
    const month = await this.months.lease();
    if (!month) return false;
    try {
      const made = await this.registers.isMade(this.database, month);
      const said = await this.said(month, made ? month.fromAt : await this.registers.since(month));
      const draft = made ? undefined : await this.draft(month, said);
      await this.database.transaction((tx) => this.conclude(tx, month.id, said, draft));
    } catch (error) {
      await this.months.giveBack(month.id);
      throw error;
    }
    return true;
  }

  /** What all sources say, for an act on a month, before its transaction. @throws monthUnknown (404), unavailable (503) */
  async saidFor({ principal, operation }: CommandContext, id: string): Promise<Said> {
    const month = await this.reading.one(principal, id, operation);
    if (!month) throw monthErrors.monthUnknown();
    return this.said(month, month.fromAt);
  }

  /** Writes down what the sources said of a locked month, unless they were asked again since. */
  put(tx: Transaction, month: ArchiveMonth, said: Said): void {
    if (month.toldAt && said.askedAt < month.toldAt) return;
    this.cases.put(tx, month, said);
    Object.assign(month, { toldAt: said.askedAt });
  }

  private async said({ siteId, fromAt, toAt }: ArchiveMonth, doneSince: Date): Promise<Said> {
    const [{ now: askedAt }] = (await this.database.query<{ now: Date }>('SELECT platform.now() AS now')) as [{ now: Date }];
    const proposing = await this.ask.recordsOf({ siteId, from: fromAt, to: toAt });
    return { askedAt, proposing, done: await this.ask.doneRepairs({ siteId, from: doneSince, to: toAt }) };
  }

  private async draft(month: ArchiveMonth, { done }: Said): Promise<Draft> {
    const lines = await this.registers.notYetIn(done);
    return { lines, pages: (await registerAsPdf(month, lines)).pages };
  }

  private async conclude(tx: Transaction, id: string, said: Said, draft: Draft | undefined): Promise<void> {
    const month = (await this.months.lock(tx, id))!;
    this.put(tx, month, said);
    if (draft) await this.registers.make(tx, month, draft.lines, draft.pages);
    tx.save(month);
    await this.facts.recount(tx, month, 'counted');
    this.months.askedUntil(tx, month, month.state === 'closed' ? closedAgainInHours : openAgainInHours);
  }
}

/** The register as it is printed. */
export function registerAsPdf(month: RegisterOf, lines: readonly RegisterLine[]): Promise<{ bytes: Buffer; pages: number }> {
  return tableAsPdf({
    title: registerTitle(month.month),
    note: registerNote(month, lines),
    heads: registerHeads,
    shares: [5, 20, 20, 12, 10, 11, 11, 11],
    rows: lines.map((line, i) => rowOf(month, line, i + 1)),
    asOf: month.fromAt,
  });
}
