import { ApiProperty } from '@nestjs/swagger';
import type { Transaction } from '@property-office/persistence';
import { isMarkable } from '../domain/markable';
import { filesOf, sheetsOfRecord } from '../persistence/held-things';

export class LentFileView {
  @ApiProperty({ description: 'By which it is opened; 0: the final text / 文件序号，0 为定稿正文' })
  position!: number;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty()
  mediaType!: string;

  @ApiProperty({ description: 'A mark can be put on its pages, as far as its kind says / 能否加水印' })
  markable!: boolean;
}

/** What of a record is shown on a digital loan, or copied: its final text, and its files in their order. */
export async function lentFilesOf(tx: Transaction, recordId: string): Promise<LentFileView[]> {
  const text = (await sheetsOfRecord(tx, recordId)).some(({ kind }) => kind === 'text');
  const files = (await filesOf(tx, recordId)).map(({ position, name, mediaType }) => ({ position, name, mediaType, markable: isMarkable(mediaType) }));
  return [...(text ? [{ position: 0, name: null, mediaType: 'text/plain', markable: true }] : []), ...files];
}
