import { Injectable } from '@nestjs/common';
import { assertStillHere } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import { rolesOf } from '../../persistence/colleagues';
import type { Contact } from '../../persistence/contact.entity';
import { Contacts } from '../../persistence/contacts';
import { HandOvers } from '../../persistence/hand-overs';
import type { OfferContactDto } from './offer-contact.dto';

/** Asks a colleague to take a contact over; it counts only when they accept (W2.1). */
@Injectable()
export class OfferContactHandler {
  constructor(
    private readonly contacts: Contacts,
    private readonly handOvers: HandOvers,
  ) {}

  /** @throws contactUnknown (404), stale (412), contactMoveIllegal (409), notTheOwner (403), colleagueUnknown, personGone (400) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: OfferContactDto): Promise<Contact> {
    const { contact, act } = await this.contacts.lockForMove(tx, command, id, 'offer', input);
    const { toPersonId, note = null } = input;
    if (toPersonId === contact.ownerId || (await rolesOf(tx, toPersonId, contact.siteId)).size === 0) throw receptionErrors.colleagueUnknown();
    await assertStillHere(tx, toPersonId, '/toPersonId');
    await this.handOvers.offer(tx, contact, act, { toPersonId, toRole: null, heated: false, note });
    return contact;
  }
}
