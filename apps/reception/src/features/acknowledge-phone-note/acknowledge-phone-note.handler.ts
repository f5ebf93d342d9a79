import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { PhoneNoteClocks } from '../../persistence/phone-note-clocks';
import type { PhoneNote } from '../../persistence/phone-note.entity';
import { PhoneNotes } from '../../persistence/phone-notes';

/** Whom it is for knows, and nobody is reminded any more. */
@Injectable()
export class AcknowledgePhoneNoteHandler {
  constructor(
    private readonly notes: PhoneNotes,
    private readonly clocks: PhoneNoteClocks,
  ) {}

  /** @throws phoneNoteUnknown (404), stale (412), phoneNoteMoveIllegal (409), notYourNote (403) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<PhoneNote> {
    const isFor = ({ toPersonId }: PhoneNote, personId: string): boolean => toPersonId === personId;
    const { note, act } = await this.notes.lockForMove(tx, command, id, 'acknowledge', input, isFor);
    await this.notes.acknowledge(tx, note, act);
    await this.clocks.end(tx, note, act.happenedAt);
    return note;
  }
}
