import { Injectable } from '@nestjs/common';
import type { ComplaintChannel } from '@property-office/contracts';
import { liesAhead } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { complaintErrors } from '../../domain/errors';
import type { Hotline } from '../../domain/hotline';
import { areCrewsOf, staffRolesOf } from '../../persistence/people';

/** What of a complaint may be refused. */
export interface ExaminedComplaint {
  siteId: string;
  /** Null where it is a stranger, or is not told yet. */
  complainantId: string | null;
  channel: ComplaintChannel;
  aboutPersonIds: readonly string[];
  aboutCrewIds: readonly string[];
  hotlineNumber: string | null;
  hotlineDeadline: Date | null;
}

/** Whether a complaint can be filed: asked before it is, by a form or by whoever will announce it. */
@Injectable()
export class CheckComplaintHandler {
  /** @throws aboutUnknown, aboutComplainant, hotlineIncomplete (400) */
  async execute(tx: Transaction, given: ExaminedComplaint): Promise<void> {
    checkHotline(given, tx.now);
    await checkAbout(tx, given);
  }
}

/** People of the staff and crews of the site; residents are complained about as "neighbour", by words. */
async function checkAbout(tx: Transaction, { aboutPersonIds, aboutCrewIds, siteId, complainantId }: ExaminedComplaint): Promise<void> {
  const own = aboutPersonIds.findIndex((personId) => personId === complainantId);
  // Whoever it is about would see it as its complainant.
  if (own >= 0) throw complaintErrors.aboutComplainant(`/aboutPersonIds/${own}`);
  for (const [i, personId] of aboutPersonIds.entries())
    if ((await staffRolesOf(tx, personId, siteId)).length === 0) throw complaintErrors.aboutUnknown(`/aboutPersonIds/${i}`);
  if (!(await areCrewsOf(tx, aboutCrewIds, siteId))) throw complaintErrors.aboutUnknown('/aboutCrewIds');
}

/** What of a hotline comes with it. @throws hotlineIncomplete (400) */
export function checkHotline({ channel, hotlineNumber, hotlineDeadline }: Pick<ExaminedComplaint, 'channel' | 'hotlineNumber' | 'hotlineDeadline'>, now: Date): Hotline | null {
  if (channel !== 'hotline') {
    if (hotlineNumber || hotlineDeadline) throw complaintErrors.hotlineIncomplete('/outside', '请选择热线来源', 'say that it comes from the hotline');
    return null;
  }
  if (!hotlineNumber) throw complaintErrors.hotlineIncomplete('/hotlineNumber', '请填写热线工单号', 'give the number of the hotline');
  if (!hotlineDeadline || !liesAhead(hotlineDeadline, now))
    throw complaintErrors.hotlineIncomplete('/hotlineDeadline', '请填写尚未到期的热线办结时间，最多五年之内', 'give a deadline that lies ahead, by five years at most');
  return { number: hotlineNumber, deadline: hotlineDeadline };
}
