import { Injectable } from '@nestjs/common';
import type { RepairClass } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { channelFor } from '../../domain/follow-up-plan';
import { FollowUp } from '../../persistence/follow-up.entity';
import { FollowUps } from '../../persistence/follow-ups';

/** What begins with an episode, as tickets announces it. */
export interface Episode {
  repairRequestId: string;
  repairNumber: string;
  episode: number;
  siteId: string;
  homeId: string | null;
  repairClass: RepairClass;
  reporterId: string | null;
}

/** Plans the one follow-up of an episode (I3), due only when its work is done. */
@Injectable()
export class PlanFollowUpHandler {
  constructor(private readonly followUps: FollowUps) {}

  async execute(tx: Transaction, episode: Episode, act: Act): Promise<void> {
    const followUp = new FollowUp();
    Object.assign(followUp, episode, {
      id: newId(),
      complaintId: null,
      complaintNumber: null,
      major: false,
      passedOnTo: null,
      triesBeforePassingOn: 0,
      version: 1,
      state: 'planned',
      channel: channelFor(episode.repairClass, episode.reporterId !== null),
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
    this.followUps.insert(tx, followUp, act);
  }
}
