import { ApiProperty } from '@nestjs/swagger';
import type { ListedRecord } from '../../persistence/read-records';
import { RecordView, recordView } from '../record.view';

export class FoundInView {
  @ApiProperty({ enum: ['text', 'file'], description: '定稿正文或文件' })
  kind!: 'text' | 'file';

  @ApiProperty({ type: Number, nullable: true, description: 'Of a file / 文件序号' })
  position!: number | null;
}

/** Without the words around it: whoever wants to read them opens the record, which is written down. */
export class RecordHitView extends RecordView {
  @ApiProperty({ type: [FoundInView], description: 'None: it was found by its description, or nothing was searched / 空：命中著录项' })
  foundIn!: FoundInView[];
}

export function recordHitView(record: ListedRecord): RecordHitView {
  return { ...recordView(record), foundIn: record.foundIn.map(({ kind, position }) => ({ kind, position })) };
}
