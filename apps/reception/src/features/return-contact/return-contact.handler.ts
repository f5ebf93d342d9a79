import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import type { Contact } from '../../persistence/contact.entity';
import { Contacts } from '../../persistence/contacts';
import { HandOvers } from '../../persistence/hand-overs';
import type { ReturnContactDto } from './return-contact.dto';

/** The colleague does not take it: its owner keeps it. */
@Injectable()
export class ReturnContactHandler {
  constructor(
    private readonly contacts: Contacts,
    private readonly handOvers: HandOvers,
  ) {}

  /** @throws contactUnknown (404), stale (412), contactMoveIllegal (409), notTheOwner (403) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ReturnContactDto): Promise<Contact> {
    const { contact, act } = await this.contacts.lockForMove(tx, command, id, 'return', input);
    await this.handOvers.giveBack(tx, contact, act, input.reason);
    return contact;
  }
}
