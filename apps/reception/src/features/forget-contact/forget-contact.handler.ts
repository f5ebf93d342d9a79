import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TimerLoop } from '@property-office/timers';
import { contactForgetTimerKind, HandOvers } from '../../persistence/hand-overs';

/** The retention of a contact is over: who it was and what they said is forgotten, that somebody came is not (G7). */
@Injectable()
export class ForgetContactHandler implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly handOvers: HandOvers,
  ) {}

  onModuleInit(): void {
    this.timers.on(contactForgetTimerKind, (tx, { aggregateId }) => this.handOvers.forget(tx, aggregateId));
  }
}
