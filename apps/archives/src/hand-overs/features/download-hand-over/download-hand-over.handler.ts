import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { FileAlarms } from '../../../fixity/persistence/file-alarms';
import { assertAllVisible } from '../../../lists/persistence/listed-records';
import { listById } from '../../../lists/persistence/read-lists';
import { AccessLog } from '../../../persistence/access-log';
import { handOverErrors } from '../../domain/errors';
import { packedStates } from '../../domain/hand-over-states';
import { filesIn } from '../../package/manifest';
import { manifestIn, Packages } from '../../package/packages';
import { ZipPackage } from '../../package/zip-package';
import { HandOver } from '../../persistence/hand-over.entity';

/** The package, for who keeps the records and may see all of them; each record says in its access log that it was taken out (W4.2, W4.6). */
@Injectable()
export class DownloadHandOverHandler {
  constructor(
    private readonly database: Database,
    private readonly packages: Packages,
    private readonly alarms: FileAlarms,
    private readonly log: AccessLog,
    private readonly zip: ZipPackage,
  ) {}

  /** @throws handOverUnknown (404), packageNotSealed, recordsUnseen, fileQuarantined (409) */
  async execute(principal: Principal, id: string): Promise<{ name: string; stream: Readable }> {
    const operation = 'archives.downloadHandOver';
    const list = await listById(this.database, HandOver, principal, operation, id);
    if (!list) throw handOverErrors.handOverUnknown();
    // Written down before anything of it leaves; it may have been withdrawn meanwhile.
    const sealed = await this.database.transaction(async (tx) => {
      const [now] = await tx.query<{ state: HandOver['state'] }>('SELECT state FROM hand_over WHERE id = $1 FOR SHARE', [id]);
      if (!packedStates.includes(now!.state)) throw handOverErrors.packageNotSealed(now!.state);
      const found = (await this.packages.of(tx, id))!;
      const manifest = manifestIn(found);
      await assertAllVisible(tx, principal, manifest.records.map((record) => record.id));
      await this.alarms.assertAllServed(tx, filesIn(manifest).map(({ sha256 }) => sha256));
      const details = { handOver: list.number, manifestHash: found.manifestHash };
      for (const record of manifest.records) this.log.note(tx, principal, operation, { id: record.id, siteId: list.siteId }, details);
      for (const livingFile of manifest.livingFiles) this.log.note(tx, principal, operation, { id: livingFile.id, siteId: list.siteId }, details, 'living-file');
      this.log.note(tx, principal, operation, list, { manifestHash: found.manifestHash }, 'hand-over');
      return found;
    });
    return { name: list.number, stream: this.zip.stream(sealed) };
  }
}
