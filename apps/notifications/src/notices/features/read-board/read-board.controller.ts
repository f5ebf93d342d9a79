import { Controller, Get, Headers, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { AttachmentLinks } from '@property-office/access';
import { Answer, CONFIGURATION, Operation, originOf, PathId, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noticeErrors } from '../../domain/errors';
import { atomFeed } from '../../pages/atom-feed';
import { boardPage } from '../../pages/board-page';
import { Boards, type Board } from '../../persistence/boards';
import { sendUnlessKnown, tagOf } from '../../pages/send-unless-known';
import { boardNoticeOf, BoardView, type BoardNoticeView } from './board.view';
import { ReadBoardQuery } from './read-board.query';

const onOnePage = 50;
const text = (type: string) => ({ [type]: { schema: { type: 'string' } } });

/** The public board of a site: without signing in, only what is marked for it and holds. */
@Controller('api/board')
export class ReadBoardController {
  constructor(
    private readonly boards: Boards,
    private readonly links: AttachmentLinks,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  @Get(':siteId')
  @Operation('notifications.readBoard', { summary: { zh: '公告栏', en: 'Board of a site' }, ok: 200, okBody: BoardView, public: true })
  async read(@PathId('siteId') siteId: string, @Query() query: ReadBoardQuery): Promise<Answer<BoardView>> {
    const { name, nameEn } = await this.find(siteId);
    const { items, nextCursor } = await this.boards.page(siteId, query);
    const body = JSON.stringify({ name, nameEn, items: items.map(boardNoticeOf), nextCursor });
    return new Answer<BoardView>(200, { etag: tagOf(body) }, body);
  }

  @Get(':siteId/page')
  @Operation('notifications.readBoardPage', { summary: { zh: '公告栏网页', en: 'Board of a site as a page' }, ok: 200, public: true })
  @ApiOkResponse({ description: 'HTML', content: text('text/html') })
  async page(@PathId('siteId') siteId: string, @Headers() headers: Record<string, string | undefined>, @Res() reply: FastifyReply): Promise<void> {
    const board = await this.find(siteId);
    await sendUnlessKnown(reply, headers, { type: 'text/html; charset=utf-8', body: boardPage(board, await this.newest(siteId)), changedAt: board.changedAt });
  }

  @Get(':siteId/feed.atom')
  @Operation('notifications.readBoardFeed', { summary: { zh: '公告栏订阅（Atom）', en: 'Board of a site as an Atom feed' }, ok: 200, public: true })
  @ApiOkResponse({ description: 'Atom 1.0', content: text('application/atom+xml') })
  async feed(
    @PathId('siteId') siteId: string,
    @Req() request: FastifyRequest,
    @Headers() headers: Record<string, string | undefined>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const board = await this.find(siteId);
    const body = atomFeed(board, await this.newest(siteId), originOf(request, this.configuration.http.publicUrl));
    await sendUnlessKnown(reply, headers, { type: 'application/atom+xml; charset=utf-8', body, changedAt: board.changedAt });
  }

  /** A link for five minutes, to a file of a notice that is on the board now. */
  @Get(':siteId/attachments/:attachmentId')
  @Operation('notifications.readBoardFile', { summary: { zh: '公告栏附件', en: 'A file of a notice on the board' }, ok: 200, public: true })
  @ApiResponse({ status: 302, description: 'Where the file is / 文件地址' })
  async file(@PathId('siteId') siteId: string, @PathId('attachmentId') attachmentId: string, @Res() reply: FastifyReply): Promise<void> {
    if (!(await this.boards.shows(siteId, attachmentId))) throw noticeErrors.unknown();
    await reply.header('cache-control', 'no-store').redirect(this.links.linkTo(attachmentId).url, 302);
  }

  private async newest(siteId: string): Promise<BoardNoticeView[]> {
    return (await this.boards.page(siteId, { limit: onOnePage })).items.map(boardNoticeOf);
  }

  /** @throws boardUnknown (404) */
  private async find(siteId: string): Promise<Board> {
    const board = await this.boards.find(siteId);
    if (!board) throw noticeErrors.boardUnknown();
    return board;
  }
}
