import { Injectable } from '@nestjs/common';
import type { EventData } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { reversed, type Correction } from '../../domain/correction';
import { ticketErrors } from '../../domain/errors';
import type { RepairState } from '../../domain/repair-states';
import { mayTakeBack, type ActToTakeBack } from '../../domain/take-back';
import { correctionIn } from '../../events';
import { RepairClocks } from '../../persistence/repair-clocks';
import { moveReporterAccess } from '../../persistence/reporter-access';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { RepairRequests, type RecordedEvent } from '../../persistence/repair-requests';

/** Undoes one's own last act if nothing followed (G3): a fact of another service that arrived since is something, too. */
@Injectable()
export class TakeBackHandler {
  constructor(
    private readonly requests: RepairRequests,
    private readonly clocks: RepairClocks,
  ) {}

  /** @throws unknown (404), takeBackTooLate (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<RepairRequest> {
    const { request, act } = await this.requests.lockForAct(tx, command, id, input);
    const last = await this.requests.lastEvent(tx, request, command.principal.personId);
    if (!mayTakeBack(last, command.principal.personId, tx.now)) throw ticketErrors.takeBackTooLate();
    const { correction, state } = before(last);
    const taken = { eventId: last.eventId, version: last.version, type: last.type };
    const changes = { ...correction?.to, ...(state && { state }) };
    this.requests.advance(tx, request, act, { kind: 'taken-back', act: taken, correction }, changes);
    if (correction) moveReporterAccess(tx, request, correction);
    if (correction?.to.repairClass) await this.clocks.reclassify(tx, request);
    // Had anything been heard since, it would be too late.
    if (last.type === 'tickets.repair-cancelled.v1') await this.clocks.restore(tx, request, []);
    return request;
  }
}

/** What an act left behind differs in from what was before it. */
function before({ type, data }: RecordedEvent & { type: ActToTakeBack }): { correction: Correction | null; state?: RepairState } {
  switch (type) {
    case 'tickets.repair-commented.v1':
      return { correction: null };
    case 'tickets.repair-corrected.v1':
      return { correction: reversed(correctionIn(data as EventData<typeof type>)) };
    case 'tickets.repair-cancelled.v1': {
      const { from } = data as EventData<typeof type>;
      // Not said by what was recorded before this could be taken back.
      if (from === undefined) throw ticketErrors.takeBackTooLate();
      return { correction: null, state: from as RepairState };
    }
  }
}
