import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { NoticeKind } from '@property-office/contracts';
import { onceKnown } from '@property-office/service-kit';
import { noticeErrors } from '../domain/errors';
import type { AudienceTarget, NoticeContent, NoticeFile } from '../domain/notice-content';
import { ChannelsOfSite } from '../persistence/channels-of-site';
import { KnownPlaces } from '../persistence/known-places';
import type { AudienceTargetDto, NoticeContentDto } from './notice-content.dto';

/** Of which notice the content is to be, and by whom. */
export interface ContentOf {
  noticeId: string;
  siteId: string;
  kind: NoticeKind;
  writerId: string;
  /** Files it has already, or inherits from the edition it corrects. */
  files?: readonly NoticeFile[];
  whatChanged?: string;
}

/** Makes the content somebody wrote whole: looked up before its transaction begins, where only its own connection is waited for. */
@Injectable()
export class NoticeContents {
  constructor(
    private readonly places: KnownPlaces,
    private readonly channels: ChannelsOfSite,
    private readonly attachments: AttachmentClaims,
  ) {}

  /** @throws audienceUnknown, channelNotDesignated, boardNotChosen, attachmentRefused (400), unavailable (503) */
  async of(input: NoticeContentDto, { noticeId, siteId, kind, writerId, files = [], whatChanged }: ContentOf): Promise<NoticeContent> {
    await this.assertAudience(siteId, input.audience);
    const { channels: designated } = await this.channels.of(siteId, kind);
    const channels = input.channels ?? [...designated];
    const stray = channels.findIndex((channel) => !designated.includes(channel));
    if (stray >= 0) throw noticeErrors.channelNotDesignated(stray, designated);
    const onPublicBoard = input.onPublicBoard ?? false;
    if (onPublicBoard && !channels.includes('portal-board')) throw noticeErrors.boardNotChosen();
    return {
      kind,
      zh: { title: input.zh.title, body: input.zh.body },
      en: input.en ? { title: input.en.title, body: input.en.body } : null,
      attachments: await this.filesOf(input.attachmentIds ?? [], files, writerId, noticeId),
      audience: input.audience.map(targetOf),
      channels,
      onPublicBoard,
      validUntil: input.validUntil?.toISOString() ?? null,
      acknowledge: input.acknowledge ?? false,
      remindAfterHours: input.remindAfterHours ?? null,
      whatChanged: whatChanged ?? null,
    };
  }

  private async assertAudience(siteId: string, audience: readonly AudienceTargetDto[]): Promise<void> {
    for (const [index, { scope, placeId, role }] of audience.entries()) {
      const isPlace = scope === 'building' || scope === 'entrance' || scope === 'home';
      if (isPlace !== (placeId !== undefined) || (scope === 'role') !== (role !== undefined)) throw noticeErrors.audienceUnknown(index);
      const id = placeId ?? siteId;
      const place = await onceKnown(id, () => this.places.find(id));
      if (place?.siteId !== siteId || (isPlace && place.kind !== scope)) throw noticeErrors.audienceUnknown(index);
    }
  }

  /** What it has stays, whoever uploaded it; what is new is claimed. */
  private async filesOf(ids: readonly string[], known: readonly NoticeFile[], uploaderId: string, noticeId: string): Promise<NoticeFile[]> {
    const fresh = ids.filter((id) => !known.some((file) => file.id === id));
    const claimed = await this.attachments.claim(fresh, uploaderId, { type: 'notice', id: noticeId });
    const files = new Map([...known, ...claimed].map(({ id, name, mediaType, sha256 }) => [id, { id, name, mediaType, sha256 }]));
    return ids.map((id) => files.get(id)!);
  }
}

function targetOf({ scope, placeId, role }: AudienceTargetDto): AudienceTarget {
  return { scope, placeId: placeId ?? null, role: role ?? null };
}
