import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import type { Contact } from '../../persistence/contact.entity';
import { Contacts } from '../../persistence/contacts';
import { HandOvers } from '../../persistence/hand-overs';

/** From now on the contact is theirs, and nobody else's. */
@Injectable()
export class AcceptContactHandler {
  constructor(
    private readonly contacts: Contacts,
    private readonly handOvers: HandOvers,
  ) {}

  /** @throws contactUnknown (404), stale (412), contactMoveIllegal (409), notTheOwner (403) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Contact> {
    const { contact, act } = await this.contacts.lockForMove(tx, command, id, 'accept', input);
    await this.handOvers.accept(tx, contact, act, command.principal.personId);
    return contact;
  }
}
