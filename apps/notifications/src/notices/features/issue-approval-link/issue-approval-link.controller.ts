import { Body, Controller, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Database } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { Command, CONFIGURATION, Operation, originOf, PathId, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';
import { ApprovalLinkView, linkViewOf } from '../approval-link.view';
import { IssueApprovalLinkDto } from './issue-approval-link.dto';
import { IssueApprovalLinkHandler } from './issue-approval-link.handler';

export class IssuedApprovalLinkView extends ApprovalLinkView {
  @ApiProperty({ format: 'uri', description: 'Shown this once; whoever has it may decide once / 仅显示一次' })
  url!: string;
}

@Controller('api/notices')
export class IssueApprovalLinkController {
  constructor(
    private readonly database: Database,
    private readonly handler: IssueApprovalLinkHandler,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  /** Not a command whose answer is kept for repeats: the link would be kept with it. A repeat issues another one. */
  @Post(':id/approval-links')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Operation('notifications.issueApprovalLink', {
    summary: { zh: '为外部审核人出具一次性审核链接', en: 'Issue a single-use link for an approver from elsewhere' },
    description: {
      zh: '本项目没有第二人可审核时，由送审人或主任为其他项目、公司或业主委员会的具名人员出具。链接只显示这一次，不按 Idempotency-Key 保存回答。',
      en: "For a named person of another site, the company or the owners' committee, where the site has no second one. The link is shown this once; the answer is not kept under an Idempotency-Key.",
    },
    ok: 201,
    okBody: IssuedApprovalLinkView,
    errors: ['conflict', 'stale', 'too-many'],
  })
  async issue(@PathId() id: string, @Body() input: IssueApprovalLinkDto, @Command() command: CommandContext, @Req() request: FastifyRequest): Promise<IssuedApprovalLinkView> {
    const hands = await this.handler.prepare(command, id, input);
    const { notice, link, token } = await this.database.transaction((tx) => this.handler.execute(tx, command, id, input, hands));
    const url = `${originOf(request, this.configuration.http.publicUrl)}/api/approval-links/${token}/page`;
    return { ...linkViewOf(link, notice, link.issuedAt), url };
  }
}
