import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { Figures } from '../../persistence/figures';
import { ReadNotices } from '../../persistence/read-notices';
import { NoticeFiguresView } from './figures.view';

@Controller('api/notices')
export class ReadFiguresController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly figures: Figures,
  ) {}

  @Get(':id/figures')
  @Operation('notifications.readNoticeFigures', { summary: { zh: '公告送达与阅读统计', en: 'Delivery and reading of a notice' }, ok: 200, okBody: NoticeFiguresView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<NoticeFiguresView> {
    const notice = await this.notices.one(principal, id, 'notifications.readNoticeFigures');
    if (!notice) throw noticeErrors.unknown();
    return this.figures.of(id);
  }
}
