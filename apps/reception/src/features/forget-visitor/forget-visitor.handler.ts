import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TimerLoop } from '@property-office/timers';
import { forgetTimerKind, Visitors } from '../../persistence/visitors';

/** The retention of a visit is over: who came is forgotten, that somebody came is not (G7). */
@Injectable()
export class ForgetVisitorHandler implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly visitors: Visitors,
  ) {}

  onModuleInit(): void {
    this.timers.on(forgetTimerKind, (tx, timer) => this.visitors.forget(tx, timer));
  }
}
