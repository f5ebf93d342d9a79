import { ApiProperty } from '@nestjs/swagger';
import { callerKinds, contactChannels, conversionKinds, type CallerKind, type ContactChannel, type ConversionKind } from '@property-office/contracts';
import { callerKind } from '../domain/caller-kind';
import { contactStates, type ContactState } from '../domain/contact-states';
import { handOverRoles } from '../domain/hand-over';
import type { Contact } from '../persistence/contact.entity';

export class ContactCallerView {
  @ApiProperty({ enum: callerKinds })
  kind!: CallerKind;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  personId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  homeId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Masked / 已脱敏', example: '王*' })
  name!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Masked / 已脱敏', example: '138****0000' })
  phone!: string | null;
}

export class ContactOfferView {
  @ApiProperty({ description: 'Counts the hand-overs of the contact / 第几次移交' })
  handOver!: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  toPersonId!: string | null;

  @ApiProperty({ type: String, enum: handOverRoles, nullable: true })
  toRole!: string | null;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ format: 'date-time' })
  offeredAt!: string;
}

export class UsedStandardAnswerView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  version!: number;
}

export class ConvertedToView {
  @ApiProperty({ enum: conversionKinds })
  kind!: ConversionKind;

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null until whoever makes it has numbered it / 编号稍后可见' })
  number!: string | null;
}

/** A contact as the API shows it. */
export class ContactView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Q-20261123-10007' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: contactStates })
  status!: ContactState;

  @ApiProperty({ enum: contactChannels })
  channel!: ContactChannel;

  @ApiProperty({ format: 'uuid', description: 'Who answers for it now / 当前责任人' })
  ownerId!: string;

  @ApiProperty({ type: ContactCallerView })
  caller!: ContactCallerView;

  @ApiProperty()
  ownWords!: string;

  @ApiProperty({ type: String, nullable: true })
  summary!: string | null;

  @ApiProperty()
  readBack!: boolean;

  @ApiProperty({ type: [String] })
  attachmentIds!: string[];

  @ApiProperty({ description: 'The talk was heated and went to the lead / 情绪激动，已请主管' })
  heated!: boolean;

  @ApiProperty({ type: ContactOfferView, nullable: true, description: 'Waits for its acceptance / 等待接手' })
  offer!: ContactOfferView | null;

  @ApiProperty({ type: String, nullable: true })
  answer!: string | null;

  @ApiProperty({ type: UsedStandardAnswerView, nullable: true })
  standardAnswer!: UsedStandardAnswerView | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Of an answer in own words: the standard answer of the same matter / 自行答复的事由（同一事项的标准答复）' })
  causeId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where the caller was told to turn / 已告知来电人去哪里办理' })
  guidedTo!: string | null;

  @ApiProperty({ type: ConvertedToView, nullable: true })
  convertedTo!: ConvertedToView | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When what is personal was removed / 个人信息删除时间' })
  forgottenAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

/** @param caller masked: `ContactViews` does it */
export function viewOf(contact: Contact, caller: { name: string | null; phone: string | null }, number: string | null): ContactView {
  const { offeredAt, standardAnswerId, standardAnswerVersion, convertedTo, convertedId } = contact;
  return {
    id: contact.id,
    number: contact.number,
    siteId: contact.siteId,
    status: contact.state,
    channel: contact.channel,
    ownerId: contact.ownerId,
    caller: {
      kind: callerKind(contact),
      personId: contact.personId,
      homeId: contact.homeId,
      ...caller,
    },
    ownWords: contact.ownWords,
    summary: contact.summary,
    readBack: contact.readBack,
    attachmentIds: contact.attachmentIds,
    heated: contact.heated,
    offer: offeredAt && {
      handOver: contact.handOvers,
      toPersonId: contact.offeredTo,
      toRole: contact.offeredRole,
      note: contact.offerNote,
      offeredAt: offeredAt.toISOString(),
    },
    answer: contact.answer,
    standardAnswer: standardAnswerId && standardAnswerVersion ? { id: standardAnswerId, version: standardAnswerVersion } : null,
    causeId: contact.causeId,
    guidedTo: contact.guidedTo,
    convertedTo: convertedTo && convertedId ? { kind: convertedTo, id: convertedId, number } : null,
    forgottenAt: contact.forgottenAt?.toISOString() ?? null,
    happenedAt: contact.happenedAt.toISOString(),
    recordedAt: contact.recordedAt.toISOString(),
    version: contact.version,
  };
}
