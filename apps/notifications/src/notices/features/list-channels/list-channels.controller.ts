import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { actingRole } from '@property-office/access';
import { noticeKinds, type Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { ChannelsOfSite } from '../../persistence/channels-of-site';
import { channelsViewOf, NoticeChannelsView } from '../notice-channels.view';

export class NoticeChannelsList {
  @ApiProperty({ type: [NoticeChannelsView] })
  items!: NoticeChannelsView[];
}

@Controller('api/notice-channels')
export class ListChannelsController {
  constructor(private readonly channels: ChannelsOfSite) {}

  /** One entry for each kind of notice. */
  @Get(':siteId')
  @Operation('notifications.listNoticeChannels', { summary: { zh: '各类公告的指定渠道', en: 'Designated channels by kind' }, ok: 200, okBody: NoticeChannelsList })
  async list(@PathId('siteId') siteId: string, @Acting() principal: Principal): Promise<NoticeChannelsList> {
    actingRole(principal, 'notifications.listNoticeChannels', siteId);
    const kinds = await Promise.all(noticeKinds.map((kind) => this.channels.of(siteId, kind)));
    return { items: kinds.map(channelsViewOf) };
  }
}
