import { ApiProperty } from '@nestjs/swagger';
import type { AttachmentLink } from '@property-office/access';
import { PromiseView } from '@property-office/deadlines';
import { DoorView } from '@property-office/home-care';
import type { HandOverRow } from '../../persistence/read-contacts';
import { ContactView } from '../contact.view';

/** Good for five minutes, for whoever has it. */
export class ContactAttachmentView implements AttachmentLink {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uri-reference' })
  url!: string;

  @ApiProperty({ format: 'uri-reference' })
  thumbnailUrl!: string;
}

export class HandOverView {
  @ApiProperty()
  handOver!: number;

  @ApiProperty({ format: 'uuid', description: 'Who owned it then / 当时的责任人' })
  fromPersonId!: string;

  @ApiProperty({ format: 'uuid' })
  offeredBy!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  toPersonId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  toRole!: string | null;

  @ApiProperty()
  heated!: boolean;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ format: 'date-time' })
  offeredAt!: string;

  @ApiProperty({
    type: String,
    enum: ['accepted', 'returned', 'replaced', 'lapsed'],
    nullable: true,
    description: 'Null while it waits; lapsed: the owner ended the contact first / 等待中为空',
  })
  outcome!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  decidedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  returnReason!: string | null;
}

/** One contact, with what only its own page needs. */
export class ContactDetailView extends ContactView {
  @ApiProperty({ type: [ContactAttachmentView] })
  attachments!: ContactAttachmentView[];

  @ApiProperty({ type: [PromiseView], description: 'What is promised, and how it stands / 承诺时限' })
  promises!: PromiseView[];

  @ApiProperty({ type: DoorView, nullable: true, description: 'Of its home, until it is ended; who is called instead: see caller / 办结前可见；代联系人见 caller' })
  door!: DoorView | null;

  @ApiProperty({ type: [HandOverView], description: 'The chain, the first of it first / 移交链' })
  handOvers!: HandOverView[];
}

export function handOverView({ n, offeredAt, decidedAt, ...row }: HandOverRow): HandOverView {
  return { handOver: n, ...row, offeredAt: offeredAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
}
