import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { PhoneNoteClocks } from '../../persistence/phone-note-clocks';
import type { PhoneNote } from '../../persistence/phone-note.entity';
import { PhoneNotes } from '../../persistence/phone-notes';
import type { ReturnPhoneNoteDto } from './return-phone-note.dto';

/** It is not for them: whoever left it hears why, and is reminded until it is for somebody else. */
@Injectable()
export class ReturnPhoneNoteHandler {
  constructor(
    private readonly notes: PhoneNotes,
    private readonly clocks: PhoneNoteClocks,
  ) {}

  /** @throws phoneNoteUnknown (404), stale (412), phoneNoteMoveIllegal (409), notYourNote (403) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ReturnPhoneNoteDto): Promise<PhoneNote> {
    const isFor = ({ toPersonId }: PhoneNote, personId: string): boolean => toPersonId === personId;
    const { note, act } = await this.notes.lockForMove(tx, command, id, 'return', input, isFor);
    await this.notes.giveBack(tx, note, act, input.reason);
    await this.clocks.end(tx, note, act.happenedAt);
    this.clocks.awaitReaddress(tx, await this.clocks.book(tx), note, act.happenedAt);
    return note;
  }
}
