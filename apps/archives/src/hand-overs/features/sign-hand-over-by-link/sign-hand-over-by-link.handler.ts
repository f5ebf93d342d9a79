import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import { systemActor, type Principal } from '@property-office/contracts';
import { Database, type Transaction } from '@property-office/persistence';
import { mayWitness } from '../../../lists/domain/hands';
import { signingLinkStanding, type SigningLinkStanding } from '../../../lists/domain/signing-link';
import { handOverErrors } from '../../domain/errors';
import { manifestIn, Packages } from '../../package/packages';
import type { Manifest } from '../../package/manifest';
import { HandOverLinks, type HandOverLink } from '../../persistence/hand-over-links';
import type { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers } from '../../persistence/hand-overs';
import { SignForHandOver } from '../sign-hand-over/sign-for-hand-over';

/** What whoever holds a link has before them. */
export interface OpenedHandOver {
  link: HandOverLink;
  list: HandOver;
  standing: SigningLinkStanding;
}

/** Somebody from elsewhere receives or witnesses by their link, once (W4.6, G1), for the manifest it was issued for. To look uses nothing up. */
@Injectable()
export class SignHandOverByLinkHandler {
  constructor(
    private readonly database: Database,
    private readonly links: HandOverLinks,
    private readonly handOvers: HandOvers,
    private readonly packages: Packages,
    private readonly signing: SignForHandOver,
    private readonly audit: Audit,
  ) {}

  /** @throws handOverLinkUnknown (404), quotaUsedUp (429) */
  async open(token: string, source: string): Promise<OpenedHandOver & { manifest: Manifest }> {
    const link = await this.admit(token, source, 'open');
    return this.database.transaction(async (tx) => {
      const list = await this.handOvers.one(tx, link.listId);
      return { link, list, standing: await this.standing(tx, link, list), manifest: manifestIn((await this.packages.of(tx, list.id))!) };
    });
  }

  /**
   * Two clicks at once queue up at the list: the second finds the link used.
   * @returns how the link stood: unless `open`, nothing has changed
   * @param principal whoever is signed in where it was opened: the page asks nobody to be
   * @throws handOverLinkUnknown (404), partyHasHand, the errors of `SignForHandOver` (409), quotaUsedUp (429)
   */
  async sign(token: string, source: string, principal: Principal | undefined): Promise<OpenedHandOver> {
    const { id, listId } = await this.admit(token, source, 'decide');
    return this.database.transaction(async (tx) => {
      const list = await this.handOvers.lockForLink(tx, listId);
      const link = (await this.links.lock(tx, listId, id))!;
      const standing = await this.standing(tx, link, list);
      if (standing !== 'open') return { link, list, standing };
      if (principal) await this.assertSomebodyElse(tx, list, principal);
      this.links.use(tx, link);
      const { part, body, issuedBy } = link;
      await this.signing.execute(tx, list, { actor: systemActor, happenedAt: tx.now }, { part, personId: null, linkId: id });
      this.audit.record(tx, { actor: systemActor, operation: 'archives.signHandOverByLink', objectType: 'hand-over', objectId: listId, siteId: list.siteId, details: { linkId: id, part, body, issuedBy } });
      return { link, list, standing };
    });
  }

  private async standing(tx: Transaction, link: HandOverLink, list: HandOver): Promise<SigningLinkStanding> {
    const taken = (await this.handOvers.signaturesOf(tx, list.id)).some(({ part }) => part === link.part);
    return signingLinkStanding(link, { waits: list.state === 'sealed' && !taken, hash: list.manifestHash }, tx.now);
  }

  /** Nor is whoever is named for a part, or gave it, somebody else. */
  private async assertSomebodyElse(tx: Transaction, list: HandOver, { personId, deputyships = [] }: Principal): Promise<void> {
    const known = [...(await this.handOvers.partiesOf(tx, list.id)), ...(await this.handOvers.signaturesOf(tx, list.id))];
    if (known.some((each) => each.personId === personId) || !mayWitness(list, personId, deputyships.map(({ forPersonId }) => forPersonId))) throw handOverErrors.partyHasHand();
  }

  /** Counted first, and whatever comes of it: guesses, too. */
  private async admit(token: string, source: string, what: 'open' | 'decide'): Promise<HandOverLink> {
    await this.database.transaction((tx) => this.links.count(tx, source, what));
    const link = await this.links.byToken(token);
    if (!link) throw handOverErrors.handOverLinkUnknown();
    return link;
  }
}
