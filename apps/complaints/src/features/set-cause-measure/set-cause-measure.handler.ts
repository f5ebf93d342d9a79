import { Injectable } from '@nestjs/common';
import { grantAccess } from '@property-office/access';
import { InternalClient } from '@property-office/backbone';
import { monthOf } from '@property-office/calendar';
import { complaintKinds, datedNumber, largestCauses, rankCausePath, type CauseAsked, type CauseRanked } from '@property-office/contracts';
import type { RuleBook } from '@property-office/deadlines';
import { liesAhead, newId, searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { complaintErrors } from '../../domain/errors';
import { measureErrors } from '../../domain/measure-errors';
import { CaseNumbers } from '../../persistence/case-numbers';
import { CauseMeasure } from '../../persistence/cause-measure.entity';
import { CauseMeasures } from '../../persistence/cause-measures';
import { MeasureClocks } from '../../persistence/measure-clocks';
import { staffRolesOf } from '../../persistence/people';
import type { SetCauseMeasureDto } from './set-cause-measure.dto';

export interface PreparedMeasure {
  id: string;
  sequence: number;
  rules: RuleBook;
  ranked: CauseRanked;
}

/**
 * A measure against one of the three largest causes of a month (R3.3), or against another that was in it for a reason, with an owner of the
 * site and a date. Which those are tracking counts. Before there are new ones, it is said of each of earlier months whether it worked.
 */
@Injectable()
export class SetCauseMeasureHandler {
  constructor(
    private readonly numbers: CaseNumbers,
    private readonly measures: CauseMeasures,
    private readonly clocks: MeasureClocks,
    private readonly client: InternalClient,
  ) {}

  /** @throws unavailable (503) */
  async prepare({ principal: { personId, crews } }: CommandContext, { siteId, month, source, cause }: SetCauseMeasureDto): Promise<PreparedMeasure> {
    const asked: CauseAsked = { siteId, month, source, cause, personId, crews };
    const ranked = await this.client.post<CauseRanked>('tracking', rankCausePath, asked);
    return { id: newId(), sequence: await this.numbers.next('cause_measure_number'), rules: await this.clocks.book(), ranked };
  }

  /** @throws roleMayNot (403), measureCause, measureReasonMissing, ownerUnknown, taskDate (400), lastMeasuresOpen, measureTaken, measuresFull (409) */
  async execute(tx: Transaction, command: CommandContext, input: SetCauseMeasureDto, { id, sequence, rules, ranked }: PreparedMeasure): Promise<CauseMeasure> {
    const { siteId, month, source, cause, reason = null, measure: what, ownerId, dueAt } = input;
    const act = actOf(tx, command, siteId, input);
    if (month > monthOf(rules.of(siteId, tx.now).calendars.desk.timeZone, tx.now))
      throw measureErrors.cause('/month', { zh: '这个月还没有到，还没有可统计的原因', en: 'this month is still to come, and has no causes yet' });
    if (source === 'complaints' && !(complaintKinds as readonly string[]).includes(cause))
      throw measureErrors.cause('/cause', { zh: '请选择投诉类别', en: 'choose a kind of complaint' });
    if ((await staffRolesOf(tx, ownerId, siteId)).length === 0) throw complaintErrors.ownerUnknown();
    // After a first statement: a key that was used for something else is known by then.
    if (ranked.count === 0) throw measureErrors.cause('/cause', { zh: '该月没有这样的案件', en: 'there was nothing of it in this month' });
    if (!ranked.isLarge && reason === null) throw measureErrors.reasonMissing();
    if (!liesAhead(dueAt, tx.now)) throw complaintErrors.taskDate();
    await this.measures.lockSite(tx, siteId);
    await this.assertNext(tx, siteId, { month, source, cause });
    const number = datedNumber('I', tx.now, sequence);
    const text = searchText(number, cause, what);
    const measure = Object.assign(new CauseMeasure(), {
      id,
      number,
      siteId,
      version: 1,
      state: 'set' as const,
      month,
      source,
      cause,
      reason,
      measure: what,
      ownerId,
      formerOwnerIds: [],
      dueAt,
      setBy: command.principal.personId,
      done: null,
      doneAt: null,
      worked: null,
      review: null,
      reviewedBy: null,
      searchText: text,
      searchWords: searchWords(text),
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    });
    this.measures.insert(tx, measure, act);
    await this.clocks.begin(tx, rules, measure, act.happenedAt);
    grantAccess(tx, { objectId: id, siteId, subject: `person:${ownerId}`, right: 'act', sourceVersion: 1 });
    return measure;
  }

  private async assertNext(tx: Transaction, siteId: string, { month, source, cause }: Pick<SetCauseMeasureDto, 'month' | 'source' | 'cause'>): Promise<void> {
    const known = await this.measures.ofMonth(tx, siteId, month);
    const open = known.filter((each) => each.month !== month);
    if (open.length > 0) throw measureErrors.lastOpen(open.map(({ number }) => number));
    const same = known.filter((each) => each.source === source);
    if (same.some((each) => each.cause === cause)) throw measureErrors.taken();
    if (same.length >= largestCauses) throw measureErrors.full();
  }
}
