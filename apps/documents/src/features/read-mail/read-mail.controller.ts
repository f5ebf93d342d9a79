import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { AttachmentLinks, type AttachmentLink } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { documentErrors } from '../../domain/errors';
import { ReadMail } from '../../persistence/read-mail';
import { MailView, mailView } from '../mail.view';

/** Good for five minutes, for whoever has it. */
export class MailAttachmentView implements AttachmentLink {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uri-reference' })
  url!: string;

  @ApiProperty({ format: 'uri-reference' })
  thumbnailUrl!: string;
}

export class MailDetailView extends MailView {
  @ApiProperty({ type: [MailAttachmentView] })
  attachments!: MailAttachmentView[];
}

@Controller('api/mail')
export class ReadMailController {
  constructor(
    private readonly mail: ReadMail,
    private readonly links: AttachmentLinks,
  ) {}

  @Get(':id')
  @Operation('documents.readMail', { summary: { zh: '查看邮件', en: 'Read a piece of mail' }, ok: 200, okBody: MailDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<MailDetailView>> {
    const mail = await this.mail.one(principal, id);
    if (!mail) throw documentErrors.mailUnknown();
    return ok({ ...mailView(mail), attachments: mail.attachmentIds.map((each) => this.links.linkTo(each)) }, mail.version);
  }
}
