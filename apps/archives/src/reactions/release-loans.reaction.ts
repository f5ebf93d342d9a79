import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { ApplyLoanFactHandler } from '../features/apply-loan-fact/apply-loan-fact.handler';

/** Whoever can sign in no longer borrows nothing: what is out is asked back (W4.3, G6). */
@Controller()
export class ReleaseLoansReaction {
  constructor(private readonly facts: ApplyLoanFactHandler) {}

  @Reaction({ durable: 'archives__leaving_borrowers_v1', events: ['directory.account-closed.v1'], order: 'any', replay: 'skip' })
  onClosed(@Payload() event: WireEvent<'directory.account-closed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    return this.facts.borrowerLeft(tx, event.data.personId, actOfEvent(event));
  }
}
