import { Injectable } from '@nestjs/common';
import { wideGrants } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { mayWitness } from '../../../lists/domain/hands';
import { assertAllVisible } from '../../../lists/persistence/listed-records';
import { handOverErrors, handOverStateAfter } from '../../domain/errors';
import { mayTakePart } from '../../domain/parts';
import type { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers } from '../../persistence/hand-overs';
import type { AssertNoLink } from '../other-hands';
import { SignForHandOver } from './sign-for-hand-over';
import type { SignHandOverDto } from './sign-hand-over.dto';

/** Giver, receiver and witness sign in person (W4.6): who keeps the records gives them, who is named receives or witnesses. */
@Injectable()
export class SignHandOverHandler {
  constructor(
    private readonly handOvers: HandOvers,
    private readonly signing: SignForHandOver,
  ) {}

  /** @throws handOverUnknown (404), handOverMoveIllegal, partyHasHand, partSigned, packageOutdated, recordsUnseen, the errors of `lockHandable` (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { part, ...input }: SignHandOverDto, assertNoLink: AssertNoLink): Promise<HandOver> {
    const { list, act } = await this.handOvers.lockForAct(tx, command, id, input);
    const { principal, operation } = command;
    const { personId } = principal;
    const named = await this.handOvers.partiesOf(tx, id);
    const mayGive = wideGrants(principal, operation).some(({ siteId }) => siteId === null || siteId === list.siteId);
    if (part === 'giver' ? !mayGive : !named.some((each) => each.part === part && each.personId === personId)) throw handOverErrors.handOverUnknown();
    handOverStateAfter(list.state, 'sign');
    const signed = await this.handOvers.signaturesOf(tx, id);
    if (!mayTakePart(part, personId, { named, signed }) || (part !== 'giver' && !mayWitness(list, personId))) throw handOverErrors.partyHasHand();
    await assertNoLink(tx, list, part);
    if (part === 'giver') await assertAllVisible(tx, principal, (await this.handOvers.itemsOf(tx, id)).records);
    await this.signing.execute(tx, list, act, { part, personId, linkId: null }, (after) => void actOf(tx, command, list.siteId, input, after));
    return list;
  }
}
