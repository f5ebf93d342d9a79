import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { destructionErrors, destructionStateAfter } from '../../domain/errors';
import { mayWitness } from '../../../lists/domain/hands';
import type { Destruction } from '../../persistence/destruction.entity';
import { Destructions } from '../../persistence/destructions';
import { assertAllVisible } from '../../../lists/persistence/listed-records';
import { signList } from './sign';

/** Whoever is named signs in person that they checked the list against the records and watch them destroyed (W4.4). */
@Injectable()
export class WitnessDestructionHandler {
  constructor(private readonly destructions: Destructions) {}

  /** @throws destructionUnknown (404), destructionMoveIllegal, witnessHasHand, witnessSigned, recordsHeld, recordsUnseen (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Destruction> {
    const { destruction, act } = await this.destructions.lockForAct(tx, command, id, input);
    const { personId } = command.principal;
    if (!(await this.destructions.witnessesOf(tx, id)).includes(personId)) throw destructionErrors.destructionUnknown();
    destructionStateAfter(destruction.state, 'witness');
    if (!mayWitness(destruction, personId)) throw destructionErrors.witnessHasHand();
    if ((await this.destructions.signaturesOf(tx, id)).some((signed) => signed.personId === personId)) throw destructionErrors.witnessSigned();
    await assertAllVisible(tx, command.principal, await this.destructions.recordsOf(tx, id));
    await signList(tx, this.destructions, destruction, act, { personId, linkId: null });
    return destruction;
  }
}
