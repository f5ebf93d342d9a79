import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent, type ActFields, type CommandContext } from '@property-office/service-kit';
import { ProposeRecordHandler } from '../../../features/propose-record/propose-record.handler';
import { proposedOf } from '../../../sources/proposed-of';
import { monthErrors } from '../../domain/errors';
import type { ArchiveMonth } from '../../persistence/archive-month.entity';
import { MonthCases } from '../../persistence/month-cases';
import { MonthFacts } from '../../persistence/month-facts';
import { Months } from '../../persistence/months';
import { ReconcileMonth } from '../../reconcile-month';
import type { Said } from '../../sources/told';

/** What a source has and was never heard is proposed of the very event that was lost: once, whenever that comes after all. */
@Injectable()
export class AskAgainHandler {
  constructor(
    private readonly months: Months,
    private readonly cases: MonthCases,
    private readonly facts: MonthFacts,
    private readonly reconcile: ReconcileMonth,
    private readonly proposing: ProposeRecordHandler,
  ) {}

  /** @throws monthUnknown (404), nothingMissing, monthMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields, said: Said): Promise<ArchiveMonth> {
    const { month, act, state } = await this.months.lockForMove(tx, command, id, 'ask-again', input);
    this.reconcile.put(tx, month, said);
    const missing = new Set((await this.cases.all(tx, month)).filter(({ standing }) => standing === 'missing').map(({ eventId }) => eventId));
    const lost = said.proposing.filter(({ event }) => missing.has(event.id));
    if (lost.length === 0) throw monthErrors.nothingMissing();
    for (const { event } of lost) await this.proposing.insert(tx, actOfEvent(event), proposedOf(event));
    this.months.advance(tx, month, act, { kind: 'asked-again', sourceEventIds: lost.map(({ event }) => event.id) }, { state });
    await this.facts.recount(tx, month, 'counted');
    return month;
  }
}
