import { Body, Controller, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { Database } from '@property-office/persistence';
import { Command, CONFIGURATION, Operation, originOf, PathId, type CommandContext, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';
import { SigningLinkDto } from '../../../lists/features/signing-link.dto';
import { IssuedLinkView, signingLinkView } from '../../../lists/features/signing-link.view';
import { IssueWitnessLinkHandler } from './issue-witness-link.handler';

@Controller('api/destructions')
export class IssueWitnessLinkController {
  constructor(
    private readonly database: Database,
    private readonly handler: IssueWitnessLinkHandler,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  /** Not a command whose answer is kept for repeats: the link would be kept with it. A repeat issues another one. */
  @Post(':id/witness-links')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Operation('archives.issueWitnessLink', {
    summary: { zh: '为外部监销人出具一次性链接', en: 'Issue a single-use link for a witness from elsewhere' },
    description: {
      zh: '两名监销人中至多一名来自其他项目、公司或业主委员会。链接只显示这一次，不按 Idempotency-Key 保存回答。',
      en: "One of the two witnesses at most is of another site, the company or the owners' committee. The link is shown this once; the answer is not kept under an Idempotency-Key.",
    },
    ok: 201,
    okBody: IssuedLinkView,
    errors: ['conflict', 'stale', 'too-many'],
  })
  async issue(@PathId() id: string, @Body() input: SigningLinkDto, @Command() command: CommandContext, @Req() request: FastifyRequest): Promise<IssuedLinkView> {
    const persons = await this.handler.prepare(command, id, input);
    const { link, token } = await this.database.transaction((tx) => this.handler.execute(tx, command, id, input, persons));
    const url = `${originOf(request, this.configuration.http.publicUrl)}/api/witness-links/${token}/page`;
    return { ...signingLinkView(link, 'open'), url };
  }
}
