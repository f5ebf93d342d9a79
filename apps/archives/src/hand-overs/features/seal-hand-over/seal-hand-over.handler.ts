import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { assertAllVisible } from '../../../lists/persistence/listed-records';
import { handOverStateAfter } from '../../domain/errors';
import { Packages } from '../../package/packages';
import type { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers } from '../../persistence/hand-overs';
import { lockHandable } from '../../persistence/items';

/** The manifest of what was approved, with the hash of every file, signed by the office (W4.6): what three people sign for is this. */
@Injectable()
export class SealHandOverHandler {
  constructor(
    private readonly handOvers: HandOvers,
    private readonly packages: Packages,
    private readonly audit: Audit,
  ) {}

  /** @throws handOverUnknown (404), handOverMoveIllegal, recordsUnseen, fileQuarantined, the errors of `lockHandable` (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<HandOver> {
    const { list, act } = await this.handOvers.lockForAct(tx, command, id, input);
    const state = handOverStateAfter(list.state, 'seal');
    const items = await this.handOvers.itemsOf(tx, id);
    await assertAllVisible(tx, command.principal, items.records);
    await lockHandable(tx, items, list);
    const manifestHash = await this.packages.seal(tx, list, items, act.happenedAt);
    const named = (await this.handOvers.partiesOf(tx, id)).map(({ personId }) => personId);
    this.handOvers.advance(tx, list, act, { kind: 'sealed' }, { state, manifestHash, sealedAt: act.happenedAt }, named);
    this.audit.record(tx, { actor: act.actor, operation: command.operation, objectType: 'hand-over', objectId: id, siteId: list.siteId, details: { manifestHash } });
    return list;
  }
}
