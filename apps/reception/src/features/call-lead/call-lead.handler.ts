import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { leadOf } from '../../domain/hand-over';
import { rolesOn } from '../../domain/roles-on';
import { ContactClocks } from '../../persistence/contact-clocks';
import type { Contact } from '../../persistence/contact.entity';
import { Contacts } from '../../persistence/contacts';
import { HandOvers } from '../../persistence/hand-overs';
import { leadThere } from '../../persistence/lead-there';

/** A heated talk goes to the lead in one act and without a reason (W2.1): to whichever lead accepts first, or at once to the next who is there (G5). */
@Injectable()
export class CallLeadHandler {
  constructor(
    private readonly contacts: Contacts,
    private readonly handOvers: HandOvers,
    private readonly clocks: ContactClocks,
  ) {}

  /** @throws contactUnknown (404), stale (412), contactMoveIllegal (409), notTheOwner (403) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Contact> {
    const { contact, act } = await this.contacts.lockForMove(tx, command, id, 'call-lead', input);
    const { passedOver, ...to } = await leadThere(tx, contact, leadOf(rolesOn(command.principal, contact.siteId)), await this.clocks.isNight(tx, contact));
    await this.handOvers.offer(tx, contact, act, { ...to, heated: true, note: null }, passedOver);
    return contact;
  }
}
