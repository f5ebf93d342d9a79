import { ApiProperty } from '@nestjs/swagger';
import { inAskedLanguage } from '@property-office/service-kit';
import { enquiryState, enquiryStateNames, enquiryStates, type EnquiryState } from '../domain/enquiry-status';
import type { Contact } from '../persistence/contact.entity';
import { ConvertedToView } from './contact.view';

/** An enquiry as the resident who wrote it sees it: without the summary of the desk, or who there has it. */
export class EnquiryView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Q-20261123-10007' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  homeId!: string | null;

  @ApiProperty({ enum: enquiryStates })
  status!: EnquiryState;

  @ApiProperty({ example: '已答复', description: 'In the language asked for / 按请求语言' })
  statusName!: string;

  @ApiProperty()
  words!: string;

  @ApiProperty({ type: [String] })
  attachmentIds!: string[];

  @ApiProperty({ type: String, nullable: true })
  answer!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where to turn / 请到哪里办理' })
  guidedTo!: string | null;

  @ApiProperty({ type: ConvertedToView, nullable: true, description: 'What became of it / 转成的事项' })
  convertedTo!: ConvertedToView | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function enquiryViewOf(contact: Contact, number: string | null = null): EnquiryView {
  const { convertedTo, convertedId } = contact;
  const status = enquiryState(contact.state, contact.offeredRole);
  return {
    id: contact.id,
    number: contact.number,
    siteId: contact.siteId,
    homeId: contact.homeId,
    status,
    statusName: inAskedLanguage(enquiryStateNames[status]),
    words: contact.ownWords,
    attachmentIds: contact.attachmentIds,
    answer: contact.answer,
    guidedTo: contact.guidedTo,
    convertedTo: convertedTo && convertedId ? { kind: convertedTo, id: convertedId, number } : null,
    happenedAt: contact.happenedAt.toISOString(),
    recordedAt: contact.recordedAt.toISOString(),
    version: contact.version,
  };
}
