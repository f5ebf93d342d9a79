import { Injectable } from '@nestjs/common';
import { revokeAccess } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { recordErrors } from '../../domain/errors';
import { Records } from '../../persistence/records';
import type { EndAdmissionDto } from './end-admission.dto';

/** Whoever was admitted by name sees from now on what their role shows them (W4.2). */
@Injectable()
export class EndAdmissionHandler {
  constructor(private readonly records: Records) {}

  /** @throws recordUnknown (404), notAdmitted (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { readerId, ...input }: EndAdmissionDto): Promise<void> {
    const locked = await this.records.lockForAct(tx, command, id, input);
    const { state } = locked;
    const subject = `person:${readerId}` as const;
    const admitted = await tx.query('SELECT 1 FROM object_access WHERE object_id = $1 AND subject = $2 AND (until IS NULL OR until > $3)', [id, subject, tx.now]);
    if (admitted.length === 0) throw recordErrors.notAdmitted();
    this.records.advance(tx, locked, { kind: 'admission-ended', readerId });
    revokeAccess(tx, { objectId: id, siteId: state.siteId, subject, right: 'read', sourceVersion: state.version });
  }
}
