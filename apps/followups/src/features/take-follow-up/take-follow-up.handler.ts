import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/errors';
import type { FollowUp } from '../../persistence/follow-up.entity';
import { FollowUps } from '../../persistence/follow-ups';

/** Somebody who neither did nor helped with the work takes it in hand. */
@Injectable()
export class TakeFollowUpHandler {
  constructor(private readonly followUps: FollowUps) {}

  /** @throws unknown (404), ownWork (403), followUpMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<FollowUp> {
    const { followUp, act } = await this.followUps.lockForAct(tx, command, id, input);
    const state = stateAfter(followUp.state, 'take');
    this.followUps.advance(tx, followUp, act, { kind: 'taken' }, { state, takenBy: command.principal.personId });
    return followUp;
  }
}
