import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TimerLoop } from '@property-office/timers';
import { phoneNoteForgetTimerKind, PhoneNotes } from '../../persistence/phone-notes';

/** The retention of a phone note is over: who rang and what they said is forgotten, that somebody rang is not (G7). */
@Injectable()
export class ForgetPhoneNoteHandler implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly notes: PhoneNotes,
  ) {}

  onModuleInit(): void {
    this.timers.on(phoneNoteForgetTimerKind, (tx, timer) => this.notes.forget(tx, timer));
  }
}
