import { ApiProperty } from '@nestjs/swagger';
import { DoorView } from '@property-office/home-care';
import { answerKinds, type AnswerKind } from '../domain/answers';
import type { Contact } from '../persistence/complainants';

export class ComplainantContactView implements Contact {
  @ApiProperty({ example: '王*' })
  name!: string;

  @ApiProperty({ example: '138****0000' })
  phone!: string;
}

export class ComplainantAnswerView {
  @ApiProperty({ format: 'uuid' })
  complainantId!: string;

  @ApiProperty()
  round!: number;

  @ApiProperty({ enum: answerKinds })
  answer!: AnswerKind;

  @ApiProperty({ type: String, nullable: true, description: 'How the desk heard it; null in the portal / 答复方式' })
  how!: string | null;

  @ApiProperty({ type: String, nullable: true })
  words!: string | null;

  @ApiProperty({ format: 'date-time' })
  answeredAt!: string;
}

/** A complainant, masked but for themselves; who they are is read by the audited route. */
export class MaskedComplainantView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: ComplainantContactView, nullable: true })
  contact!: ComplainantContactView | null;

  @ApiProperty({ description: 'Reads the case in the portal / 可在平台查看' })
  hasAccount!: boolean;

  @ApiProperty({ type: String, nullable: true })
  words!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The contact it was heard in; for staff / 来自的来电来访' })
  contactId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where a hotline sent theirs / 热线工单号' })
  hotlineNumber!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  hotlineDeadline!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Whom it is about, in their words; of the staff for the desk alone / 投诉人所述的被投诉人' })
  aboutWords!: string | null;

  @ApiProperty({ type: ComplainantAnswerView, nullable: true, description: 'What they said last to the result of this round / 本轮答复' })
  answer!: ComplainantAnswerView | null;

  @ApiProperty({ type: DoorView, nullable: true, description: 'Of their home, for staff, until the case is closed and followed up; who is called instead: see complainants / 结案并回访之前可见' })
  door!: DoorView | null;

  @ApiProperty({ type: [DoorView], description: 'Of further homes they complain for, likewise / 同一投诉人其他房屋的上门须知' })
  furtherDoors!: DoorView[];
}
