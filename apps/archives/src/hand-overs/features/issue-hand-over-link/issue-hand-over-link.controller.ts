import { Body, Controller, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { Database } from '@property-office/persistence';
import { Command, CONFIGURATION, Operation, originOf, PathId, type CommandContext, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';
import { IssuedLinkView, signingLinkView } from '../../../lists/features/signing-link.view';
import { IssueHandOverLinkDto } from './issue-hand-over-link.dto';
import { IssueHandOverLinkHandler } from './issue-hand-over-link.handler';

@Controller('api/hand-overs')
export class IssueHandOverLinkController {
  constructor(
    private readonly database: Database,
    private readonly handler: IssueHandOverLinkHandler,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  /** Not a command whose answer is kept for repeats: the link would be kept with it. A repeat issues another one. */
  @Post(':id/links')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Operation('archives.issueHandOverLink', {
    summary: { zh: '为外部接收人、监交人出具一次性链接', en: 'Issue a single-use link for who receives or witnesses and is from elsewhere' },
    description: {
      zh: '封装之后出具。链接只显示这一次，不按 Idempotency-Key 保存回答。',
      en: 'Once the package is sealed. The link is shown this once; the answer is not kept under an Idempotency-Key.',
    },
    ok: 201,
    okBody: IssuedLinkView,
    errors: ['conflict', 'stale', 'too-many'],
  })
  async issue(@PathId() id: string, @Body() input: IssueHandOverLinkDto, @Command() command: CommandContext, @Req() request: FastifyRequest): Promise<IssuedLinkView> {
    const persons = await this.handler.prepare(command, id, input);
    const { link, token } = await this.database.transaction((tx) => this.handler.execute(tx, command, id, input, persons));
    return { ...signingLinkView(link, 'open'), url: `${originOf(request, this.configuration.http.publicUrl)}/api/hand-over-links/${token}/page` };
  }
}
