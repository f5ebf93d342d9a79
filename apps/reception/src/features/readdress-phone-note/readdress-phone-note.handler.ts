import { Injectable } from '@nestjs/common';
import { assertStillHere } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import { mayReaddress } from '../../domain/phone-note-moves';
import { rolesOn } from '../../domain/roles-on';
import { rolesOf } from '../../persistence/colleagues';
import { PhoneNoteClocks } from '../../persistence/phone-note-clocks';
import type { PhoneNote } from '../../persistence/phone-note.entity';
import { PhoneNotes } from '../../persistence/phone-notes';
import type { ReaddressPhoneNoteDto } from './readdress-phone-note.dto';

/** Whoever left it, or a lead, sends it to somebody else, as after it was returned. */
@Injectable()
export class ReaddressPhoneNoteHandler {
  constructor(
    private readonly notes: PhoneNotes,
    private readonly clocks: PhoneNoteClocks,
  ) {}

  /** @throws phoneNoteUnknown (404), stale (412), phoneNoteMoveIllegal (409), notYourNote (403), colleagueUnknown, personGone (400) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ReaddressPhoneNoteDto): Promise<PhoneNote> {
    const may = (note: PhoneNote, personId: string): boolean => mayReaddress(note, personId, rolesOn(command.principal, note.siteId));
    const { note, act } = await this.notes.lockForMove(tx, command, id, 'readdress', input, may);
    const { toPersonId } = input;
    const works = (await rolesOf(tx, toPersonId, note.siteId)).size > 0;
    if (!works || toPersonId === note.fromPersonId) throw receptionErrors.colleagueUnknown();
    await assertStillHere(tx, toPersonId, '/toPersonId');
    await this.clocks.end(tx, note, act.happenedAt);
    this.notes.readdress(tx, note, act, toPersonId);
    this.clocks.begin(tx, await this.clocks.book(tx), note, act.happenedAt);
    return note;
  }
}
