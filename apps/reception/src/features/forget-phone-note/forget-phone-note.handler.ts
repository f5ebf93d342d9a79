import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TimerLoop } from '@property-office/timers';
import { PhoneNoteClocks } from '../../persistence/phone-note-clocks';
import { phoneNoteForgetTimerKind, PhoneNotes } from '../../persistence/phone-notes';

/** The retention of a phone note is over: who rang and what they said is forgotten, that somebody rang is not (G7). */
@Injectable()
export class ForgetPhoneNoteHandler implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly notes: PhoneNotes,
    private readonly clocks: PhoneNoteClocks,
  ) {}

  onModuleInit(): void {
    this.timers.on(phoneNoteForgetTimerKind, async (tx, timer) => {
      const note = await this.notes.forget(tx, timer);
      // One that came back can go to nobody any more.
      if (note) await this.clocks.end(tx, note, tx.now);
    });
  }
}
