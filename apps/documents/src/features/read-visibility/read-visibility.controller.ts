import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { principalAsked } from '@property-office/backbone';
import { documentVisiblePath, type CaseVisibility } from '@property-office/contracts';
import { ReadDocuments } from '../../persistence/read-documents';
import { ReadOutgoing } from '../../persistence/read-outgoing';
import { DocumentVisibilityDto } from './read-visibility.dto';

/** Who sees a document sees its timeline: asked here, so that there is one rule. */
@Controller()
export class ReadVisibilityController {
  constructor(
    private readonly incoming: ReadDocuments,
    private readonly outgoing: ReadOutgoing,
  ) {}

  @Post(documentVisiblePath)
  @HttpCode(200)
  @Internal()
  async read(@Body() { documentId, principal: asked }: DocumentVisibilityDto): Promise<CaseVisibility> {
    const principal = principalAsked(asked);
    const seen = (await this.incoming.one(principal, documentId, 'tracking.readDocumentTimeline')) ?? (await this.outgoing.one(principal, documentId, 'tracking.readOutgoingTimeline'));
    return { visible: seen !== undefined };
  }
}
