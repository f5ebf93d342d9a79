import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { Audiences } from '../../persistence/audiences';
import { ReadNotices } from '../../persistence/read-notices';
import { UnreachedHomes } from '../../persistence/unreached-homes';
import { unreachedHomeView } from '../unreached-home.view';
import { AudienceView } from './audience.view';

const mostShown = 200;

@Controller('api/notices')
export class PreviewAudienceController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly audiences: Audiences,
    private readonly homes: UnreachedHomes,
  ) {}

  @Get(':id/audience')
  @Operation('notifications.previewAudience', { summary: { zh: '公告发布对象预览', en: 'Preview of the audience of a notice' }, ok: 200, okBody: AudienceView })
  async preview(@PathId() id: string, @Acting() principal: Principal): Promise<AudienceView> {
    const notice = await this.notices.one(principal, id, 'notifications.previewAudience');
    if (!notice) throw noticeErrors.unknown();
    const [preview, unreached] = await Promise.all([this.audiences.preview(notice), this.homes.all(notice)]);
    return { ...preview, unreached: unreached.length, unreachedHomes: unreached.slice(0, mostShown).map(unreachedHomeView) };
  }
}
