import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import type { Contact } from '../../persistence/contact.entity';
import { Contacts } from '../../persistence/contacts';
import { HandOvers } from '../../persistence/hand-overs';
import type { GuideContactDto } from './guide-contact.dto';

/** It is not ours to do, and the caller knows where to turn (W2.1). */
@Injectable()
export class GuideContactHandler {
  constructor(
    private readonly contacts: Contacts,
    private readonly handOvers: HandOvers,
  ) {}

  /** @throws contactUnknown (404), stale (412), contactMoveIllegal (409), notTheOwner (403), callerNotTold (400) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: GuideContactDto): Promise<Contact> {
    const { contact, act, state } = await this.contacts.lockForMove(tx, command, id, 'guide', input);
    if (!input.callerTold) throw receptionErrors.callerNotTold();
    await this.handOvers.end(tx, contact, act, { kind: 'guided' }, {
      state,
      guidedTo: input.whereTo,
      ...(input.summary !== undefined && { summary: input.summary }),
    });
    return contact;
  }
}
