import { Controller, Get, Header } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { AttachmentLinks } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { PromiseView, ReadPromises } from '@property-office/deadlines';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import { ReadContacts } from '../../persistence/read-contacts';
import { ReadEnquiries } from '../../persistence/read-enquiries';
import { EnquiryView, enquiryViewOf } from '../enquiry.view';
import { ContactAttachmentView } from '../read-contact/contact-detail.view';

/** One enquiry, with what only its own page needs. */
export class EnquiryDetailView extends EnquiryView {
  @ApiProperty({ type: [ContactAttachmentView] })
  attachments!: ContactAttachmentView[];

  @ApiProperty({ type: [PromiseView], description: 'What is promised, and how it stands / 承诺时限' })
  promises!: PromiseView[];
}

@Controller('api/enquiries')
export class ReadEnquiryController {
  constructor(
    private readonly enquiries: ReadEnquiries,
    private readonly contacts: ReadContacts,
    private readonly links: AttachmentLinks,
    private readonly promises: ReadPromises,
  ) {}

  /** Not kept by browsers: its links are good for five minutes only. */
  @Get(':id')
  @Header('cache-control', 'no-store')
  @Operation('reception.readEnquiry', { summary: { zh: '查看我的在线咨询', en: 'Read an enquiry of mine' }, ok: 200, okBody: EnquiryDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<EnquiryDetailView>> {
    const contact = await this.enquiries.one(principal, id);
    if (!contact) throw receptionErrors.enquiryUnknown();
    const asked = { aggregateId: id, siteId: contact.siteId, episode: 1, class: 'enquiry', promises: ['answer', 'done'] };
    const [numbers, promises] = await Promise.all([this.contacts.numbersOf([contact]), this.promises.of(asked)]);
    const attachments = contact.attachmentIds.map((attachmentId) => this.links.linkTo(attachmentId));
    return ok({ ...enquiryViewOf(contact, numbers.get(contact.convertedId ?? '') ?? null), attachments, promises }, contact.version);
  }
}
