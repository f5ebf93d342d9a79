import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { monthErrors } from '../../domain/errors';
import { unsettled } from '../../domain/month-figures';
import type { ArchiveMonth } from '../../persistence/archive-month.entity';
import { MonthCases } from '../../persistence/month-cases';
import { MonthFacts } from '../../persistence/month-facts';
import { Months } from '../../persistence/months';
import type { ExplainCaseDto } from './explain-case.dto';

/** Why something is missing, still open or unknown: it keeps the month open no longer, as long as it stands as it does. */
@Injectable()
export class ExplainCaseHandler {
  constructor(
    private readonly months: Months,
    private readonly cases: MonthCases,
    private readonly facts: MonthFacts,
  ) {}

  /** @throws monthUnknown, monthCaseUnknown (404), monthCaseSettled, monthMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { eventId, reason, ...input }: ExplainCaseDto): Promise<ArchiveMonth> {
    const { month, act, state } = await this.months.lockForMove(tx, command, id, 'explain', input);
    const found = await this.cases.one(tx, command.principal, month, eventId);
    if (!found) throw monthErrors.monthCaseUnknown();
    if (!unsettled.includes(found.standing)) throw monthErrors.monthCaseSettled();
    this.cases.explain(tx, month, found, reason, act);
    this.months.advance(tx, month, act, { kind: 'explained', sourceEventId: eventId, standing: found.standing }, { state });
    await this.facts.recount(tx, month, 'counted');
    return month;
  }
}
