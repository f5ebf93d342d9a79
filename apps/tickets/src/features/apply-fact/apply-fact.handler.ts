import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { eventAfterFact, type CrossingFact } from '../../domain/crossing-fact';
import { afterFact } from '../../domain/repair-states';
import { RepairClocks } from '../../persistence/repair-clocks';
import { RepairRequests } from '../../persistence/repair-requests';
import { BeginAnew } from '../reopen-repair/begin-anew';
import { LeaveMerge, standsAlone } from '../unmerge-repair/leave-merge';

/** What dispatch and followups announce about a request: never refused, at most too late (events.md, Facts that cross). */
@Injectable()
export class ApplyFactHandler {
  constructor(
    private readonly requests: RepairRequests,
    private readonly clocks: RepairClocks,
    private readonly anew: BeginAnew,
    private readonly leaving: LeaveMerge,
  ) {}

  async execute(tx: Transaction, requestId: string, act: Act, crossing: CrossingFact): Promise<void> {
    const request = await this.requests.lockForFact(tx, requestId);
    const next = crossing.episode === request.episode ? afterFact(request.state, crossing.fact) : undefined;
    if (next === request.state) return;
    if (!next) {
      this.requests.advance(tx, request, act, { kind: 'came-too-late', fact: crossing.fact, factEpisode: crossing.episode, step: crossing.step });
      return;
    }
    if (next === 'reopened') return this.anew.execute(tx, request, act, crossing.reason ?? '');
    // Finished work beat a cancellation or a merge: what was promised is judged by when the work was done.
    if (request.state === 'cancelled' || request.state === 'merged') await this.clocks.restore(tx, request, await this.requests.heardAtRest(tx, request));
    if (request.mergedInto) {
      // Locked second, whatever its id: rare enough to be tried again where it meets a merge.
      this.leaving.execute(tx, await this.requests.lockForFact(tx, request.mergedInto), act, request, 'finished');
      Object.assign(request, standsAlone);
    }
    const target = next === 'resolved' ? await this.clocks.solved(tx, request, act.happenedAt) : undefined;
    this.requests.advance(tx, request, act, eventAfterFact(request.state, next, { ...crossing, ...(target && { target }) }), { state: next });
  }
}
