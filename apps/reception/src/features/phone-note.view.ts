import { ApiProperty } from '@nestjs/swagger';
import { phoneNoteStates, type PhoneNoteState } from '../domain/phone-note-states';
import type { PhoneNote } from '../persistence/phone-note.entity';

export class PhoneNoteCallerView {
  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ type: String, nullable: true })
  phone!: string | null;
}

/** A phone note as the API shows it. */
export class PhoneNoteView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'M-20261123-10007' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: phoneNoteStates })
  status!: PhoneNoteState;

  @ApiProperty({ format: 'uuid' })
  fromPersonId!: string;

  @ApiProperty({ format: 'uuid' })
  toPersonId!: string;

  @ApiProperty({ type: PhoneNoteCallerView, description: 'Masked / 已脱敏' })
  caller!: PhoneNoteCallerView;

  @ApiProperty()
  message!: string;

  @ApiProperty()
  urgent!: boolean;

  @ApiProperty({ type: String, nullable: true })
  returnReason!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acknowledgedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When what is personal was removed / 个人信息删除时间' })
  forgottenAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function phoneNoteView(note: PhoneNote, caller: PhoneNoteCallerView): PhoneNoteView {
  return {
    id: note.id,
    number: note.number,
    siteId: note.siteId,
    status: note.state,
    fromPersonId: note.fromPersonId,
    toPersonId: note.toPersonId,
    caller,
    message: note.message,
    urgent: note.urgent,
    returnReason: note.returnReason,
    acknowledgedAt: note.acknowledgedAt?.toISOString() ?? null,
    forgottenAt: note.forgottenAt?.toISOString() ?? null,
    happenedAt: note.happenedAt.toISOString(),
    recordedAt: note.recordedAt.toISOString(),
    version: note.version,
  };
}
