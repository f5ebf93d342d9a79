import { Injectable } from '@nestjs/common';
import { grantAccess } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { recordErrors } from '../../domain/errors';
import { assertColleague } from '../../persistence/colleagues';
import { Records } from '../../persistence/records';
import type { AdmitReaderDto } from './admit-reader.dto';

/** Somebody by name sees a record that their role does not show them, a confidential one, too. */
@Injectable()
export class AdmitReaderHandler {
  constructor(private readonly records: Records) {}

  /** @throws recordUnknown (404), admittedUntilPast, staffUnknown (400), hiddenFromReader (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { readerId, until: term, ...input }: AdmitReaderDto): Promise<void> {
    const until = term ?? null;
    const locked = await this.records.lockForAct(tx, command, id, input);
    const { state } = locked;
    if (until && until <= tx.now) throw recordErrors.admittedUntilPast();
    await assertColleague(tx, readerId, state.siteId, '/readerId');
    const [hidden] = await tx.query('SELECT 1 FROM record r JOIN object_shield os ON os.object_id = r.source_id WHERE r.id = $1 AND os.subject = $2', [id, `person:${readerId}`]);
    if (hidden) throw recordErrors.hiddenFromReader();
    this.records.advance(tx, locked, { kind: 'reader-admitted', readerId, until });
    grantAccess(tx, { objectId: id, siteId: state.siteId, subject: `person:${readerId}`, right: 'read', sourceVersion: state.version, until });
  }
}
