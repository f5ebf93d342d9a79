import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import type { Contact } from '../../persistence/contact.entity';
import { Contacts } from '../../persistence/contacts';
import { HandOvers } from '../../persistence/hand-overs';
import { isStandardAnswerOf, standardAnswerText } from '../../persistence/standard-answer-texts';
import type { AnswerContactDto } from './answer-contact.dto';

/** The caller got their answer; the version of the standard answer that was used stays on the contact (W2.1, R3.1). */
@Injectable()
export class AnswerContactHandler {
  constructor(
    private readonly contacts: Contacts,
    private readonly handOvers: HandOvers,
  ) {}

  /** @throws contactUnknown (404), stale (412), contactMoveIllegal (409), notTheOwner (403), answerMissing, standardAnswerUnknown, causeUnknown, causeBesideAnswer (400) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: AnswerContactDto): Promise<Contact> {
    const { contact, act, state } = await this.contacts.lockForMove(tx, command, id, 'answer', input);
    const { standardAnswer: used, causeId = null } = input;
    const standard = used && (await standardAnswerText(tx, contact.siteId, used, command.language));
    if (used && standard === undefined) throw receptionErrors.standardAnswerUnknown();
    if (used && causeId) throw receptionErrors.causeBesideAnswer();
    if (causeId && !(await isStandardAnswerOf(tx, contact.siteId, causeId))) throw receptionErrors.causeUnknown();
    const answer = input.answer ?? standard;
    if (answer === undefined) throw receptionErrors.answerMissing();
    await this.handOvers.end(tx, contact, act, { kind: 'answered' }, {
      state,
      answer,
      standardAnswerId: used?.id ?? null,
      standardAnswerVersion: used?.version ?? null,
      causeId,
      ...(input.summary !== undefined && { summary: input.summary }),
    });
    return contact;
  }
}
