import { Injectable } from '@nestjs/common';
import { verdictOf } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { stateAfter } from '../../domain/moves';
import { isRatingSettled, type GivenRating } from '../../domain/rating';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests } from '../../persistence/repair-requests';
import { BeginAnew } from '../reopen-repair/begin-anew';
import type { RateRepairDto } from './rate-repair.dto';

/** The reporter's own word on the result (评价). One or two stars reopen at once, in whatever way a follow-up ends meanwhile. */
@Injectable()
export class RateRepairHandler {
  constructor(
    private readonly requests: RepairRequests,
    private readonly anew: BeginAnew,
  ) {}

  /** @throws unknown (404), ratingOfAnother (403), illegalMove, ratingSettled (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: RateRepairDto): Promise<RepairRequest> {
    const { request, act } = await this.requests.lockForAct(tx, command, id, input);
    if (request.reporterId !== command.principal.personId) throw ticketErrors.ratingOfAnother();
    const verdict = verdictOf(input.rating);
    stateAfter(request, verdict === 'satisfied' ? 'rate' : 'dispute');
    const given = givenTo(request);
    // A day by our clock: when it happened is the caller's to say (G2).
    if (isRatingSettled(given, request.episode, tx.now)) throw ticketErrors.ratingSettled();
    const ratedAt = given?.episode === request.episode ? given.at : tx.now;
    const words = input.words ?? null;
    const changes = { rating: input.rating, ratedEpisode: request.episode, ratedAt };
    this.requests.advance(tx, request, act, { kind: 'rated', rating: input.rating, verdict, words }, changes);
    if (verdict === 'unsatisfied') await this.anew.execute(tx, request, act, words ?? '');
    return request;
  }
}

function givenTo({ ratedEpisode, ratedAt }: RepairRequest): GivenRating | undefined {
  return ratedEpisode !== null && ratedAt !== null ? { episode: ratedEpisode, at: ratedAt } : undefined;
}
