import { Injectable } from '@nestjs/common';
import { grantAccess } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { assertColleague } from '../../../persistence/colleagues';
import { destructionErrors, destructionStateAfter } from '../../domain/errors';
import { mayWitness } from '../../../lists/domain/hands';
import type { Destruction } from '../../persistence/destruction.entity';
import { Destructions } from '../../persistence/destructions';
import type { NameWitnessDto } from './name-witness.dto';

/** Somebody of the site who is to watch (监销人): neither who applied nor who approved, by person (W4.4). */
@Injectable()
export class NameWitnessHandler {
  constructor(private readonly destructions: Destructions) {}

  /** @throws destructionUnknown (404), staffUnknown (400), destructionMoveIllegal, witnessHasHand, witnessNamed (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { witnessId, ...input }: NameWitnessDto): Promise<Destruction> {
    const { destruction, act } = await this.destructions.lockForAct(tx, command, id, input);
    const state = destructionStateAfter(destruction.state, 'name-witness');
    await assertColleague(tx, witnessId, destruction.siteId, '/witnessId');
    if (!mayWitness(destruction, witnessId)) throw destructionErrors.witnessHasHand();
    if ((await this.destructions.witnessesOf(tx, id)).includes(witnessId)) throw destructionErrors.witnessNamed();
    tx.send('INSERT INTO destruction_witness (destruction_id, person_id, named_by, recorded_at) VALUES ($1, $2, $3, $4)', [id, witnessId, act.actor.personId, tx.now]);
    this.destructions.advance(tx, destruction, act, { kind: 'witness-named', witnessId }, { state });
    grantAccess(tx, { objectId: id, siteId: destruction.siteId, subject: `person:${witnessId}`, right: 'act', sourceVersion: destruction.version });
    return destruction;
  }
}
