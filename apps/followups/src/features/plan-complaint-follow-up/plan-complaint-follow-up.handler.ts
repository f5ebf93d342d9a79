import { Injectable } from '@nestjs/common';
import { shieldObject } from '@property-office/access';
import type { EventData } from '@property-office/contracts';
import { derivedId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { channelFor } from '../../domain/follow-up-plan';
import { FollowUp } from '../../persistence/follow-up.entity';
import { FollowUpClocks } from '../../persistence/follow-up-clocks';
import { FollowUps } from '../../persistence/follow-ups';
import { PassOnFollowUp } from '../../persistence/pass-on-follow-up';

export interface ClosedComplaint {
  complaintId: string;
  siteId: string;
  closed: EventData<'complaints.complaint-closed.v1'>;
}

/** The one follow-up of a round of a complaint: due when it is closed, hidden like the complaint (W2.3, R3.2). */
@Injectable()
export class PlanComplaintFollowUpHandler {
  constructor(
    private readonly followUps: FollowUps,
    private readonly clocks: FollowUpClocks,
    private readonly passOn: PassOnFollowUp,
  ) {}

  async execute(tx: Transaction, { complaintId, siteId, closed }: ClosedComplaint, act: Act): Promise<void> {
    if (await this.followUps.lockOfComplaint(tx, complaintId, closed.round)) return;
    const followUp = Object.assign(new FollowUp(), {
      repairClass: null,
      major: closed.major,
      passedOnTo: null,
      triesBeforePassingOn: 0,
      id: derivedId('complaint-follow-up', complaintId, String(closed.round)),
      repairRequestId: null,
      repairNumber: null,
      complaintId,
      complaintNumber: closed.number,
      episode: closed.round,
      siteId,
      homeId: null,
      version: 1,
      state: 'due' as const,
      reporterId: null,
      channel: channelFor(null, false),
      firstTryBy: null,
      nextTryAt: null,
      tries: 0,
      lastTryAt: null,
      takenBy: null,
      rating: null,
      comment: null,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    });
    const by = await this.clocks.begin(tx, followUp, act.happenedAt);
    Object.assign(followUp, { firstTryBy: by, nextTryAt: by });
    this.followUps.insertDue(tx, followUp, act);
    shieldObject(tx, followUp.id, closed.hiddenFrom);
    tx.send('INSERT INTO complaint_handler (complaint_id, person_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING', [
      complaintId,
      closed.handlerIds,
    ]);
    await this.passOn.ifNobodyIsLeft(tx, followUp);
  }
}
