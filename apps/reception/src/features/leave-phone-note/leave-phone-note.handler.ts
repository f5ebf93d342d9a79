import { Injectable } from '@nestjs/common';
import { assertStillHere, type RuleBook } from '@property-office/deadlines';
import { newId, searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import { whoRang } from '../../domain/who-rang';
import { rolesOf } from '../../persistence/colleagues';
import { nextNumber } from '../../persistence/numbers';
import { PhoneNoteCallers } from '../../persistence/phone-note-callers';
import { PhoneNoteClocks } from '../../persistence/phone-note-clocks';
import { PhoneNote } from '../../persistence/phone-note.entity';
import { PhoneNotes } from '../../persistence/phone-notes';
import type { LeavePhoneNoteDto } from './leave-phone-note.dto';

/** Somebody rang for a colleague who was not there (R2.3): they are told until they say that they know. */
@Injectable()
export class LeavePhoneNoteHandler {
  constructor(
    private readonly callers: PhoneNoteCallers,
    private readonly notes: PhoneNotes,
    private readonly clocks: PhoneNoteClocks,
  ) {}

  /** By which its clock runs; before the transaction. */
  prepare(): Promise<RuleBook> {
    return this.clocks.book();
  }

  /** @throws roleMayNot (403), colleagueUnknown, personGone, callerUnsaid, callerNotAnonymous, the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, input: LeavePhoneNoteDto, rules: RuleBook): Promise<PhoneNote> {
    const act = actOf(tx, command, input.siteId, input);
    const { personId } = command.principal;
    const caller = whoRang(input.caller);
    if (input.toPersonId === personId || (await rolesOf(tx, input.toPersonId, input.siteId)).size === 0) throw receptionErrors.colleagueUnknown();
    await assertStillHere(tx, input.toPersonId, '/toPersonId');
    const number = await nextNumber(tx, 'M', 'phone_note_number');
    const text = searchText(number, input.message);
    const note = new PhoneNote();
    Object.assign(note, {
      id: newId(),
      number,
      siteId: input.siteId,
      version: 1,
      state: 'left',
      fromPersonId: personId,
      toPersonId: input.toPersonId,
      round: 1,
      ...this.callers.seal(caller),
      message: input.message,
      urgent: input.urgent ?? false,
      returnReason: null,
      acknowledgedAt: null,
      forgottenAt: null,
      searchText: text,
      searchWords: searchWords(text),
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    } satisfies PhoneNote);
    this.notes.insert(tx, note, act);
    this.clocks.begin(tx, rules, note, act.happenedAt);
    return note;
  }
}
