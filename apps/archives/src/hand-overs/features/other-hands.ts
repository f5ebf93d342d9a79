import { Injectable } from '@nestjs/common';
import { PeopleContacts } from '@property-office/backbone';
import type { HandOverPart } from '@property-office/contracts';
import { Database, type Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { listById } from '../../lists/persistence/read-lists';
import { handOverErrors } from '../domain/errors';
import { HandOverLinks } from '../persistence/hand-over-links';
import { HandOver } from '../persistence/hand-over.entity';

/** Refuses whoever has another part of a locked hand-over by a link. @throws partyHasHand (409) */
export type AssertNoLink = (tx: Transaction, list: HandOver, part: HandOverPart) => Promise<void>;

/** Whoever signs in person has no link for another part: links are known by their telephones alone, so theirs is asked for (W4.6). */
@Injectable()
export class OtherHands {
  constructor(
    private readonly database: Database,
    private readonly links: HandOverLinks,
    private readonly contacts: PeopleContacts,
  ) {}

  /** Before the transaction. @throws handOverUnknown (404), unavailable (503) */
  async prepare({ principal, operation }: CommandContext, id: string, personId: string): Promise<AssertNoLink> {
    if (!(await listById(this.database, HandOver, principal, operation, id))) throw handOverErrors.handOverUnknown();
    const phone = (await this.contacts.phonesOf([personId], '核对移交签字人')).get(personId);
    return async (tx, list, part) => {
      if (phone !== undefined && (await this.links.isForOther(tx, list.id, part, phone))) throw handOverErrors.partyHasHand();
    };
  }
}
