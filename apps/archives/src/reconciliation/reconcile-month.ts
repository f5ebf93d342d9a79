import { Injectable } from '@nestjs/common';
import { tableAsPdf } from '@property-office/official-papers';
import { Database, type Transaction } from '@property-office/persistence';
import { registerHeads, registerNote, registerTitle, rowOf, type RegisterLine } from './domain/repair-register';
import type { ArchiveMonth } from './persistence/archive-month.entity';
import { MonthCases } from './persistence/month-cases';
import { MonthFacts } from './persistence/month-facts';
import { Months } from './persistence/months';
import { RepairRegisters } from './persistence/repair-registers';
import { AskWhatHappened } from './sources/ask-what-happened';
import type { Told } from './sources/told';

/** What is open is counted each day; what is closed once a week, so that nothing that was lost on its way stays unseen. */
const openAgainInHours = 24;
export const closedAgainInHours = 7 * 24;

/** The register of a month, as it will be made; undefined where it is made. */
interface Draft {
  lines: RegisterLine[];
  pages: number;
}

/** Begins months that are over, asks their sources, has their register made, and counts them (W4.5). */
@Injectable()
export class ReconcileMonth {
  constructor(
    private readonly database: Database,
    private readonly months: Months,
    private readonly cases: MonthCases,
    private readonly facts: MonthFacts,
    private readonly registers: RepairRegisters,
    private readonly ask: AskWhatHappened,
  ) {}

  /** Each month that is over, once. */
  async beginEnded(): Promise<void> {
    for (const { siteId, month } of await this.months.ended()) await this.database.transaction((tx) => this.months.begin(tx, siteId, month));
  }

  /** The next whose sources are to be asked. @returns false where none is */
  async turn(): Promise<boolean> {
    const month = await this.months.lease();
    if (!month) return false;
    try {
      const told = await this.ask.recordsOf(spanOf(month));
      const draft = (await this.registers.isMade(this.database, month)) ? undefined : await this.draft(month);
      await this.database.transaction((tx) => this.conclude(tx, month.id, told, draft));
    } catch (error) {
      await this.months.giveBack(month.id);
      throw error;
    }
    return true;
  }

  /** What all sources say, for an act on a month, before its transaction. @throws unavailable (503) */
  told(month: ArchiveMonth): Promise<Told[]> {
    return this.ask.recordsOf(spanOf(month));
  }

  /** Writes down what the sources said of a locked month. */
  put(tx: Transaction, month: ArchiveMonth, told: readonly Told[]): void {
    this.cases.put(tx, month, told);
    Object.assign(month, { toldAt: tx.now });
  }

  private async draft(month: ArchiveMonth): Promise<Draft> {
    const done = await this.ask.doneRepairs({ ...spanOf(month), from: await this.registers.since(month) });
    const lines = await this.registers.notYetIn(done);
    return { lines, pages: (await registerAsPdf(month.month, lines)).pages };
  }

  private async conclude(tx: Transaction, id: string, told: readonly Told[], draft: Draft | undefined): Promise<void> {
    const month = (await this.months.lock(tx, id))!;
    this.put(tx, month, told);
    if (draft) await this.registers.make(tx, month, draft.lines, draft.pages);
    tx.save(month);
    await this.facts.recount(tx, month, 'counted');
    this.months.askIn(tx, month, month.state === 'closed' ? closedAgainInHours : openAgainInHours);
  }
}

export const spanOf = ({ siteId, fromAt, toAt }: ArchiveMonth) => ({ siteId, from: fromAt, to: toAt });

/** The register as it is printed. */
export function registerAsPdf(month: string, lines: readonly RegisterLine[]): Promise<{ bytes: Buffer; pages: number }> {
  return tableAsPdf({
    title: registerTitle(month),
    note: registerNote(month, lines),
    heads: registerHeads,
    shares: [5, 20, 20, 12, 10, 11, 11, 11],
    rows: lines.map((line, i) => rowOf(line, i + 1)),
  });
}
