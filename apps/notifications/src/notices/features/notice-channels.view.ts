import { ApiProperty } from '@nestjs/swagger';
import { noticeChannels, noticeKinds } from '@property-office/contracts';
import type { VersionedChannels } from '../persistence/channels-of-site';

export class PostingPlaceView {
  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'uuid' })
  posterId!: string;
}

export class NoticeChannelsView {
  @ApiProperty({ enum: noticeKinds })
  kind!: string;

  @ApiProperty({ enum: noticeChannels, isArray: true })
  channels!: string[];

  @ApiProperty({ type: [PostingPlaceView] })
  chatGroups!: PostingPlaceView[];

  @ApiProperty({ type: [PostingPlaceView] })
  paperBoards!: PostingPlaceView[];

  @ApiProperty({ description: '0: as shipped; its ETag / 0 为默认设置' })
  version!: number;
}

export function channelsViewOf({ kind, channels, chatGroups, paperBoards, version }: VersionedChannels): NoticeChannelsView {
  const placeOf = ({ name, posterId }: PostingPlaceView): PostingPlaceView => ({ name, posterId });
  return { kind, channels: [...channels], chatGroups: chatGroups.map(placeOf), paperBoards: paperBoards.map(placeOf), version };
}
