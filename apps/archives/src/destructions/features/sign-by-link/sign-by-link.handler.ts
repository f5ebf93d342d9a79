import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import { systemActor, type Principal } from '@property-office/contracts';
import { Database, type Transaction } from '@property-office/persistence';
import { destructionErrors } from '../../domain/errors';
import type { SigningLink, SigningLinkStanding } from '../../../lists/domain/signing-link';
import { witnessLinkStanding } from '../../domain/witness-link';
import { mayWitness } from '../../../lists/domain/hands';
import type { Destruction } from '../../persistence/destruction.entity';
import { Destructions } from '../../persistence/destructions';
import { officeName } from '../../../persistence/office-name';
import { recordsForWitness, type WitnessedRecord } from '../../persistence/records-for-witness';
import { WitnessLinks } from '../../persistence/witness-links';
import { signList } from '../witness-destruction/sign';

/** What whoever holds a link has before them. */
export interface OpenedLink {
  link: SigningLink;
  destruction: Destruction;
  standing: SigningLinkStanding;
}

/** A witness from elsewhere signs by their link, once (W4.4, G1), for the list it was issued for, by its hash. To look uses nothing up. */
@Injectable()
export class SignByLinkHandler {
  constructor(
    private readonly database: Database,
    private readonly links: WitnessLinks,
    private readonly destructions: Destructions,
    private readonly audit: Audit,
  ) {}

  /** @throws witnessLinkUnknown (404), quotaUsedUp (429) */
  async open(token: string, source: string): Promise<OpenedLink & { office: string; records: WitnessedRecord[] }> {
    const link = await this.admit(token, source, 'open');
    return this.database.transaction(async (tx) => {
      const destruction = await this.destructions.one(tx, link.listId);
      return { link, destruction, standing: await this.standing(tx, link, destruction), office: await officeName(tx, destruction.siteId), records: await recordsForWitness(tx, destruction.id) };
    });
  }

  /**
   * Two clicks at once queue up at the list: the second finds the link used.
   * @returns how the link stood: unless `open`, nothing has changed
   * @param principal whoever is signed in where it was opened: the page asks nobody to be
   * @throws witnessLinkUnknown (404), witnessHasHand, recordsHeld (409), quotaUsedUp (429)
   */
  async sign(token: string, source: string, principal: Principal | undefined): Promise<OpenedLink> {
    const { id, listId: destructionId } = await this.admit(token, source, 'decide');
    return this.database.transaction(async (tx) => {
      const destruction = (await this.destructions.lockForFact(tx, destructionId))!;
      const link = (await this.links.lock(tx, destructionId, id))!;
      const standing = await this.standing(tx, link, destruction);
      if (standing !== 'open') return { link, destruction, standing };
      if (principal) await this.assertSomebodyElse(tx, destruction, principal);
      this.links.use(tx, link);
      const { body, issuedBy } = link;
      await signList(tx, this.destructions, destruction, { actor: systemActor, happenedAt: tx.now }, { personId: null, linkId: id });
      this.audit.record(tx, { actor: systemActor, operation: 'archives.signByLink', objectType: 'destruction', objectId: destructionId, siteId: destruction.siteId, details: { linkId: id, body, issuedBy } });
      return { link, destruction, standing };
    });
  }

  private async standing(tx: Transaction, link: SigningLink, destruction: Destruction): Promise<SigningLinkStanding> {
    const taken = (await this.destructions.signaturesOf(tx, destruction.id)).some(({ linkId }) => linkId !== null);
    return witnessLinkStanding(link, destruction, taken, tx.now);
  }

  /** Nor is whoever witnesses it by name somebody else. */
  private async assertSomebodyElse(tx: Transaction, destruction: Destruction, { personId, deputyships = [] }: Principal): Promise<void> {
    const named = await this.destructions.witnessesOf(tx, destruction.id);
    if (named.includes(personId) || !mayWitness(destruction, personId, deputyships.map(({ forPersonId }) => forPersonId))) throw destructionErrors.witnessHasHand();
  }

  /** Counted first, and whatever comes of it: guesses, too. */
  private async admit(token: string, source: string, what: 'open' | 'decide'): Promise<SigningLink> {
    await this.database.transaction((tx) => this.links.count(tx, source, what));
    const link = await this.links.byToken(token);
    if (!link) throw destructionErrors.witnessLinkUnknown();
    return link;
  }
}
