import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { claimAttachmentsPath, type AttachmentClaimed } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { ClaimAttachmentsDto } from './claim-attachments.dto';
import { ClaimAttachmentsHandler } from './claim-attachments.handler';

@Controller()
export class ClaimAttachmentsController {
  constructor(
    private readonly database: Database,
    private readonly handler: ClaimAttachmentsHandler,
  ) {}

  @Post(claimAttachmentsPath)
  @HttpCode(200)
  @Internal()
  claim(@Body() claim: ClaimAttachmentsDto): Promise<AttachmentClaimed> {
    return this.database.transaction((tx) => this.handler.execute(tx, claim));
  }
}
