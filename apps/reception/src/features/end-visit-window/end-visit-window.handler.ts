import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TimerLoop } from '@property-office/timers';
import { Visitors, windowTimerKind } from '../../persistence/visitors';

/** The window of a visit ends: who did not come is expected no more, who is inside stays too long. */
@Injectable()
export class EndVisitWindowHandler implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly visitors: Visitors,
  ) {}

  onModuleInit(): void {
    this.timers.on(windowTimerKind, (tx, timer) => this.visitors.endWindow(tx, timer));
  }
}
