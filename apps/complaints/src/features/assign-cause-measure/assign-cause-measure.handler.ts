import { Injectable } from '@nestjs/common';
import { grantAccess, revokeAccess } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors } from '../../domain/errors';
import { measureErrors, stateAfter } from '../../domain/measure-errors';
import type { CauseMeasure } from '../../persistence/cause-measure.entity';
import { CauseMeasures } from '../../persistence/cause-measures';
import { staffRolesOf } from '../../persistence/people';
import type { AssignCauseMeasureDto } from './assign-cause-measure.dto';

/** Somebody else carries it out, as when its owner has left (G6). Its date stays, and so does its clock; whoever had it does not say whether it worked. */
@Injectable()
export class AssignCauseMeasureHandler {
  constructor(private readonly measures: CauseMeasures) {}

  /** @throws measureUnknown (404), measureMoveIllegal, measureAlreadyTheirs (409), ownerUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { ownerId, ...input }: AssignCauseMeasureDto): Promise<CauseMeasure> {
    const { measure, act } = await this.measures.lockForAct(tx, command, id, input);
    const state = stateAfter(measure.state, 'assign');
    const { siteId, ownerId: formerOwnerId } = measure;
    if (ownerId === formerOwnerId) throw measureErrors.alreadyTheirs();
    if ((await staffRolesOf(tx, ownerId, siteId)).length === 0) throw complaintErrors.ownerUnknown();
    const formerOwnerIds = [...new Set([...measure.formerOwnerIds, formerOwnerId])];
    this.measures.advance(tx, measure, act, { kind: 'assigned', formerOwnerId }, { state, ownerId, formerOwnerIds });
    const tie = { objectId: id, siteId, right: 'act' as const, sourceVersion: measure.version };
    revokeAccess(tx, { ...tie, subject: `person:${formerOwnerId}` });
    grantAccess(tx, { ...tie, subject: `person:${ownerId}` });
    return measure;
  }
}
