import { Injectable } from '@nestjs/common';
import { grantAccess } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { mayWitness } from '../../../lists/domain/hands';
import { assertColleague } from '../../../persistence/colleagues';
import { handOverErrors, handOverStateAfter } from '../../domain/errors';
import { mayTakePart } from '../../domain/parts';
import type { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers } from '../../persistence/hand-overs';
import type { AssertNoLink } from '../other-hands';
import type { NameHandOverPartyDto } from './name-hand-over-party.dto';

/** Somebody of the site or the company who is to receive or to witness it: neither who applied nor who approved, by person (W4.6). */
@Injectable()
export class NameHandOverPartyHandler {
  constructor(private readonly handOvers: HandOvers) {}

  /** @throws handOverUnknown (404), staffUnknown (400), handOverMoveIllegal, partyHasHand, partyNamed, partSigned (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { part, personId, ...input }: NameHandOverPartyDto, assertNoLink: AssertNoLink): Promise<HandOver> {
    const { list, act } = await this.handOvers.lockForAct(tx, command, id, input);
    const state = handOverStateAfter(list.state, 'name-party');
    await assertColleague(tx, personId, list.siteId, '/personId');
    const [named, signed] = [await this.handOvers.partiesOf(tx, id), await this.handOvers.signaturesOf(tx, id)];
    if (signed.some((each) => each.part === part)) throw handOverErrors.partSigned();
    if (named.some((each) => each.part === part && each.personId === personId)) throw handOverErrors.partyNamed();
    if (!mayWitness(list, personId) || !mayTakePart(part, personId, { named, signed })) throw handOverErrors.partyHasHand();
    await assertNoLink(tx, list, part);
    tx.send('INSERT INTO hand_over_party (hand_over_id, part, person_id, named_by, recorded_at) VALUES ($1, $2, $3, $4, $5)', [id, part, personId, act.actor.personId, tx.now]);
    this.handOvers.advance(tx, list, act, { kind: 'party-named', part, personId }, { state });
    grantAccess(tx, { objectId: id, siteId: list.siteId, subject: `person:${personId}`, right: 'act', sourceVersion: list.version });
    return list;
  }
}
