import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { eventAfterFact, type CrossingFact } from '../../domain/crossing-fact';
import { afterFact } from '../../domain/repair-states';
import { RepairClocks } from '../../persistence/repair-clocks';
import { RepairRequests } from '../../persistence/repair-requests';

/** What dispatch and followups announce about a request: never refused, at most too late (events.md, Facts that cross). */
@Injectable()
export class ApplyFactHandler {
  constructor(
    private readonly requests: RepairRequests,
    private readonly clocks: RepairClocks,
  ) {}

  async execute(tx: Transaction, requestId: string, act: Act, crossing: CrossingFact): Promise<void> {
    const request = await this.requests.lockForFact(tx, requestId);
    const next = crossing.episode === request.episode ? afterFact(request.state, crossing.fact) : undefined;
    if (next === request.state) return;
    if (!next) {
      this.requests.advance(tx, request, act, { kind: 'came-too-late', fact: crossing.fact, factEpisode: crossing.episode });
      return;
    }
    if (next === 'reopened') {
      const anew = { state: next, episode: request.episode + 1, responsibleId: null, plannedFor: null };
      this.requests.advance(tx, request, act, eventAfterFact(request.state, next, crossing), anew);
      return this.clocks.beginAgain(tx, request, act.happenedAt);
    }
    // Finished work beat a cancellation: what was promised is judged by when the work was done.
    if (request.state === 'cancelled') await this.clocks.restore(tx, request);
    this.requests.advance(tx, request, act, eventAfterFact(request.state, next, crossing), { state: next });
  }
}
