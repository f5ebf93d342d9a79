import type { OperationKey } from '@property-office/access';
import type { Device } from '@property-office/contracts';
import type { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { derivedId } from '@property-office/kernel';
import type { AcceptRecord } from '../features/accept-proposal/accept-record';
import { CloseLivingFileHandler } from '../features/close-living-file/close-living-file.handler';
import { RetireRequiredPaperHandler } from '../features/retire-required-paper/retire-required-paper.handler';
import { SetRequiredPaperHandler } from '../features/set-required-paper/set-required-paper.handler';
import { CompletenessLists } from '../persistence/completeness-lists';
import type { Settings } from '../persistence/settings';
import { FilePaperHandler } from '../features/file-paper/file-paper.handler';
import type { ProposeRecordHandler } from '../features/propose-record/propose-record.handler';
import { SetLivingHoldHandler } from '../features/set-living-hold/set-living-hold.handler';
import { livingFileId, LivingFiles } from '../persistence/living-files';
import { LivingVolumes } from '../persistence/living-volumes';
import type { Proposals } from '../persistence/proposals';
import { demoDevicePapers, demoHold, demoLater, demoRequired, demoRetired } from './demo-devices';

/** A device of the demonstration as directory has registered it. */
export interface DemoDevice {
  placeId: string;
  label: string;
  labelEn: string;
  buildingId: string | null;
  device: Device;
}

const askedNobody = undefined as never;

/** What belongs into living files, as the office has set it, and files of devices: with gaps, complete and on hold, and of what is out of service volumes that are a record, one of them due, one that is proposed, and a paper that waits to be closed. */
export class LivingSetup {
  private readonly files: LivingFiles;
  private readonly volumes: LivingVolumes;
  private readonly lists: CompletenessLists;

  constructor(
    private readonly tx: Transaction,
    database: Database,
    ledger: Ledger,
    settings: Settings,
    private readonly by: (operation: OperationKey, who?: 'clerk' | 'director') => CommandContext,
    private readonly propose: ProposeRecordHandler,
    private readonly proposals: Proposals,
    private readonly accept: AcceptRecord,
  ) {
    this.files = new LivingFiles(ledger);
    this.volumes = new LivingVolumes(database);
    this.lists = new CompletenessLists(settings, ledger);
  }

  /** As they are heard of once the office runs. */
  async bringAll(siteId: string, devices: readonly DemoDevice[]): Promise<void> {
    const first = { ifMatch: '"0"' };
    await new SetRequiredPaperHandler(this.lists).execute(this.tx, { ...this.by('archives.setRequiredPaper'), ...first }, siteId, { ...demoRequired, equipment: [...demoRequired.equipment] });
    await new RetireRequiredPaperHandler(this.lists).execute(this.tx, { ...this.by('archives.retireRequiredPaper'), ...first }, siteId, demoRetired);
    for (const { placeId, label, labelEn, buildingId, device } of devices) {
      const subject = { type: 'device', id: placeId } as const;
      const id = livingFileId(subject);
      this.files.know(this.tx, siteId, subject, { code: device.number, label, labelEn, buildingId, device });
      for (const [paper, title] of demoDevicePapers[device.number] ?? []) await this.put(id, paper, title);
      const hold = demoHold[device.number];
      if (hold !== undefined) await new SetLivingHoldHandler(this.files).execute(this.tx, this.by('archives.setLivingHold', 'director'), id, { reason: hold });
      if (device.outOfServiceOn !== null) await this.closeAll(id, demoLater[device.number]);
    }
  }

  private async closeAll(id: string, later: (typeof demoLater)[string] | undefined): Promise<void> {
    await this.close(id);
    await this.acceptFirst(id);
    if (!later) return;
    await this.put(id, 'other', later[0]);
    await this.close(id);
    await this.put(id, 'other', later[1]);
  }

  private put(id: string, paper: string, title: string): Promise<void> {
    return new FilePaperHandler(askedNobody, askedNobody, this.files).execute(this.tx, this.by('archives.filePaper'), id, { paper, title }, []);
  }

  private close(id: string): Promise<void> {
    return new CloseLivingFileHandler(this.files, this.volumes, this.propose).execute(this.tx, this.by('archives.closeLivingFile'), id, {});
  }

  private async acceptFirst(id: string): Promise<void> {
    const accepting = this.by('archives.acceptProposal');
    const [volume] = await this.tx.query<{ eventId: string }>('SELECT event_id AS "eventId" FROM living_volume WHERE file_id = $1', [id]);
    const [matter] = await this.volumes.matters([volume!.eventId], this.tx);
    const locked = await this.proposals.lockForMove(this.tx, accepting, derivedId('record-proposal', volume!.eventId), 'accept', {});
    await this.accept.execute(this.tx, accepting.principal, locked, { matter: matter!, files: [], complete: true }, { shelf: 'B柜2层' });
  }
}
