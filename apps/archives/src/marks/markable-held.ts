import { Injectable } from '@nestjs/common';
import { InternalClient } from '@property-office/backbone';
import { describeAttachmentsPath, type AttachmentsDescribed } from '@property-office/contracts';
import { Database, type Transaction } from '@property-office/persistence';
import { isMarkable } from '../domain/markable';
import { filesOf, sheetsOfRecord } from '../persistence/held-things';

/** Bytes of files, by the ids of their attachments. */
export type FileSizes = ReadonlyMap<string, number>;

/** How large the files of a record are, which `files` alone knows. */
@Injectable()
export class AskFileSizes {
  constructor(
    private readonly database: Database,
    private readonly client: InternalClient,
  ) {}

  /** Never in a transaction. Whether whoever asks may know of the record is not looked at. @throws unavailable (503) */
  async of(recordId: string): Promise<FileSizes> {
    const attachmentIds = (await filesOf(this.database, recordId)).map((file) => file.attachmentId);
    if (attachmentIds.length === 0) return new Map();
    const { attachments } = await this.client.post<AttachmentsDescribed>('files', describeAttachmentsPath, { attachmentIds });
    return new Map(attachments.flatMap(({ id, size }) => (size === undefined ? [] : [[id, size] as const])));
  }
}

/** Whether a record holds a file, or its final text, that can be shown with a mark on every page, so that nobody is granted what is refused at the first look (W4.3). */
export async function holdsMarkable(tx: Transaction, recordId: string, sizes: FileSizes): Promise<boolean> {
  if ((await filesOf(tx, recordId)).some(({ attachmentId, mediaType }) => isMarkable(mediaType, sizes.get(attachmentId)))) return true;
  return (await sheetsOfRecord(tx, recordId)).some(({ kind }) => kind === 'text');
}
