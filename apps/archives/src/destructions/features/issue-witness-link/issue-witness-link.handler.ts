import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import { PeopleContacts } from '@property-office/backbone';
import { Database, type Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { destructionErrors, destructionStateAfter } from '../../domain/errors';
import type { SigningLink } from '../../../lists/domain/signing-link';
import { isPhoneOf, newLink } from '../../../lists/features/issue-link';
import type { SigningLinkDto } from '../../../lists/features/signing-link.dto';
import { handsOf } from '../../../lists/domain/hands';
import { Destructions } from '../../persistence/destructions';
import { ReadLists } from '../../persistence/read-lists';
import { WitnessLinks } from '../../persistence/witness-links';
import { listErrors } from '../../../lists/domain/errors';

export interface IssuedWitnessLink {
  link: SigningLink;
  /** Shown once. */
  token: string;
}

/** One of the two witnesses may come from elsewhere, by a single-use link (W4.4): somebody else as far as a system can know, by their telephone. */
@Injectable()
export class IssueWitnessLinkHandler {
  constructor(
    private readonly database: Database,
    private readonly reading: ReadLists,
    private readonly destructions: Destructions,
    private readonly links: WitnessLinks,
    private readonly contacts: PeopleContacts,
    private readonly audit: Audit,
  ) {}

  /**
   * @returns those whose telephone it is not, as they stood before the transaction
   * @throws destructionUnknown (404), witnessAddressWrong (400), unavailable (503)
   */
  async prepare({ principal }: CommandContext, id: string, { phone }: SigningLinkDto): Promise<string[]> {
    const destruction = await this.reading.destruction(principal, id);
    if (!destruction) throw destructionErrors.destructionUnknown();
    const persons = [...new Set([...handsOf(destruction), ...(await this.destructions.witnessesOf(this.database, id)), principal.personId])];
    if (await isPhoneOf(this.contacts, persons, phone, '核对监销人')) throw destructionErrors.witnessAddressWrong();
    return persons;
  }

  /** @throws destructionUnknown (404), destructionMoveIllegal, handsNew, outsideWitnessed (409), stale (412), quotaUsedUp (429) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: SigningLinkDto, persons: readonly string[]): Promise<IssuedWitnessLink> {
    const { destruction, act } = await this.destructions.lockForAct(tx, command, id, input);
    destructionStateAfter(destruction.state, 'issue-link');
    // Somebody who had no hand in it when the telephones were compared has by now.
    if ([...handsOf(destruction), ...(await this.destructions.witnessesOf(tx, id))].some((personId) => !persons.includes(personId))) throw listErrors.handsNew();
    if ((await this.destructions.signaturesOf(tx, id)).some(({ linkId }) => linkId !== null)) throw destructionErrors.outsideWitnessed();
    const { siteId, listHash } = destruction;
    const link = await newLink(tx, `witness-link destruction ${id}`, act.actor.personId, { listId: id, siteId, listHash }, input);
    const { body, sentBy, expiresAt } = link;
    const token = this.links.insert(tx, link);
    this.destructions.advance(tx, destruction, act, { kind: 'link-issued', linkId: link.id, body, sentBy, expiresAt });
    this.audit.record(tx, { actor: act.actor, operation: command.operation, objectType: 'destruction', objectId: id, siteId, details: { linkId: link.id, body, sentBy } });
    return { link, token };
  }
}
