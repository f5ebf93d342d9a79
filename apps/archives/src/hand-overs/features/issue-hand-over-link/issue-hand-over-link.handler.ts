import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import { PeopleContacts } from '@property-office/backbone';
import { Database, type Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { listErrors } from '../../../lists/domain/errors';
import { handsOf } from '../../../lists/domain/hands';
import { isPhoneOf, newLink } from '../../../lists/features/issue-link';
import { listById } from '../../../lists/persistence/read-lists';
import { handOverErrors, handOverStateAfter } from '../../domain/errors';
import { HandOverLinks, type HandOverLink } from '../../persistence/hand-over-links';
import { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers } from '../../persistence/hand-overs';
import type { IssueHandOverLinkDto } from './issue-hand-over-link.dto';

export interface IssuedHandOverLink {
  link: HandOverLink;
  /** Shown once. */
  token: string;
}

/** Who receives or witnesses may come from elsewhere, by a single-use link (W4.6): somebody else as far as a system can know, by their telephone. */
@Injectable()
export class IssueHandOverLinkHandler {
  constructor(
    private readonly database: Database,
    private readonly handOvers: HandOvers,
    private readonly links: HandOverLinks,
    private readonly contacts: PeopleContacts,
    private readonly audit: Audit,
  ) {}

  /**
   * @returns those whose telephone it is not, as they stood before the transaction
   * @throws handOverUnknown (404), signerAddressWrong (400), unavailable (503)
   */
  async prepare({ principal, operation }: CommandContext, id: string, { phone }: IssueHandOverLinkDto): Promise<string[]> {
    const list = await listById(this.database, HandOver, principal, operation, id);
    if (!list) throw handOverErrors.handOverUnknown();
    const persons = [...new Set([...(await this.handsIn(this.database, list)), principal.personId])];
    if (await isPhoneOf(this.contacts, persons, phone, '核对移交签字人')) throw handOverErrors.signerAddressWrong();
    return persons;
  }

  /** @throws handOverUnknown (404), signerAddressWrong (400), handOverMoveIllegal, handsNew, partSigned (409), stale (412), quotaUsedUp (429) */
  async execute(tx: Transaction, command: CommandContext, id: string, { part, ...input }: IssueHandOverLinkDto, persons: readonly string[]): Promise<IssuedHandOverLink> {
    const { list, act } = await this.handOvers.lockForAct(tx, command, id, input);
    handOverStateAfter(list.state, 'issue-link');
    // Somebody who had no hand in it when the telephones were compared has by now.
    if ((await this.handsIn(tx, list)).some((personId) => !persons.includes(personId))) throw listErrors.handsNew();
    if ((await this.handOvers.signaturesOf(tx, id)).some((each) => each.part === part)) throw handOverErrors.partSigned();
    if (await this.links.isForOther(tx, id, part, input.phone)) throw handOverErrors.signerAddressWrong();
    const { siteId } = list;
    const issued = await newLink(tx, `hand-over-link ${id}`, act.actor.personId, { listId: id, siteId, listHash: list.manifestHash! }, input);
    const link: HandOverLink = { ...issued, part, person: this.links.personOf(input.phone) };
    const { id: linkId, body, sentBy, expiresAt } = link;
    const token = this.links.insert(tx, link);
    this.handOvers.advance(tx, list, act, { kind: 'link-issued', linkId, part, body, sentBy, expiresAt });
    this.audit.record(tx, { actor: act.actor, operation: command.operation, objectType: 'hand-over', objectId: id, siteId, details: { linkId, part, body, sentBy } });
    return { link, token };
  }

  /** Who applied or approved, is named, or has signed. */
  private async handsIn(on: Database | Transaction, list: HandOver): Promise<string[]> {
    const [named, signed] = [await this.handOvers.partiesOf(on, list.id), await this.handOvers.signaturesOf(on, list.id)];
    return [...handsOf(list), ...named.map(({ personId }) => personId), ...signed.flatMap(({ personId }) => personId ?? [])];
  }
}
