import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { describeAttachmentsPath, type AttachmentsAsked, type AttachmentsDescribed } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Ids } from '@property-office/service-kit';
import { describeAttachments } from '../../persistence/attachments';

export class DescribeAttachmentsDto implements AttachmentsAsked {
  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 2_000 })
  attachmentIds!: string[];
}

/** What attachments of other objects are: names and hashes, never their bytes. */
@Controller()
export class DescribeAttachmentsController {
  constructor(private readonly database: Database) {}

  @Post(describeAttachmentsPath)
  @HttpCode(200)
  @Internal('archives')
  async describe(@Body() { attachmentIds }: DescribeAttachmentsDto): Promise<AttachmentsDescribed> {
    return { attachments: await describeAttachments(this.database, attachmentIds) };
  }
}
