import { Injectable } from '@nestjs/common';
import { defaultTimeZone } from '@property-office/calendar';
import { datedNumber } from '@property-office/contracts';
import { liesAhead, newId } from '@property-office/kernel';
import type { RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { actOf, untilKnown, type Act, type CommandContext } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { isNight, onTheWall } from '../../domain/night-lane';
import type { AudienceTarget, NoticeContent } from '../../domain/notice-content';
import { filled, nightTemplate, type NoticeTemplate } from '../../domain/templates';
import { ChannelsOfSite } from '../../persistence/channels-of-site';
import { KnownPlaces, type KnownPlace } from '../../persistence/known-places';
import { NoticeNumbers } from '../../persistence/notice-numbers';
import { NoticeClocks } from '../../persistence/notice-clocks';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { tellHolders } from '../../persistence/tell-people';
import { newNotice } from '../new-notice';
import { ReachHandler } from '../release-notice/reach.handler';
import type { ReleaseAtNightDto } from './release-at-night.dto';

export interface PreparedNight {
  template: NoticeTemplate;
  place: KnownPlace;
  timeZone: string;
  channels: NoticeContent['channels'];
  sequence: number;
  book: RuleBook;
}

/**
 * The night lane (W2.4): between two days of the desk, by the hours and holidays of the site, the duty officer releases a fixed text at once, with a place and a time
 * of their own. The director reviews it within the time the office has set.
 */
@Injectable()
export class ReleaseAtNightHandler {
  constructor(
    private readonly places: KnownPlaces,
    private readonly channels: ChannelsOfSite,
    private readonly numbers: NoticeNumbers,
    private readonly notices: Notices,
    private readonly reach: ReachHandler,
    private readonly clocks: NoticeClocks,
  ) {}

  /** @throws templateUnknown, placeUnknown (400), unavailable (503) */
  async prepare(input: ReleaseAtNightDto): Promise<PreparedNight> {
    const template = nightTemplate(input.template);
    if (!template) throw noticeErrors.templateUnknown();
    const place = await untilKnown(input.placeId, () => this.places.find(input.placeId));
    const site = place && (await this.places.find(place.siteId));
    if (!place || !site) throw noticeErrors.placeUnknown();
    const { channels } = await this.channels.of(place.siteId, template.kind);
    return { template, place, timeZone: site.timeZone ?? defaultTimeZone, channels: [...channels], sequence: await this.numbers.next(), book: await this.clocks.book() };
  }

  /** @throws roleMayNot (403), nightLaneClosed (409), endBeforeStart (400) */
  async execute(tx: Transaction, command: CommandContext, input: ReleaseAtNightDto, prepared: PreparedNight): Promise<Notice> {
    const act = actOf(tx, command, prepared.place.siteId, input);
    if (!isNight(prepared.book.of(prepared.place.siteId, tx.now).calendars, tx.now)) throw noticeErrors.nightLaneClosed();
    const { from, until } = input;
    if (until && (until <= from || !liesAhead(until, tx.now))) throw noticeErrors.endBeforeStart();
    return this.release(tx, act, input, prepared);
  }

  /** Whatever the hour, as the demonstration needs it; `execute` has asked whether it is night. */
  async release(tx: Transaction, act: Act, { from, until }: Pick<ReleaseAtNightDto, 'from' | 'until'>, prepared: PreparedNight): Promise<Notice> {
    const { template, place, timeZone, sequence } = prepared;
    const blanks = {
      place: { zh: place.label, en: place.labelEn },
      from: onTheWall(timeZone, from),
      until: until ? onTheWall(timeZone, until) : null,
    };
    const content: NoticeContent = {
      kind: template.kind,
      ...filled(template, blanks),
      attachments: [],
      audience: [audienceAround(place)],
      channels: prepared.channels,
      onPublicBoard: prepared.channels.includes('portal-board'),
      validUntil: until?.toISOString() ?? null,
      acknowledge: false,
      remindAfterHours: null,
      whatChanged: null,
    };
    const id = newId();
    const notice = newNotice(tx, act, content, {
      id,
      number: datedNumber('N', tx.now, sequence),
      siteId: place.siteId,
      state: 'released',
      lane: 'night',
      template: template.code,
      releasedBy: act.actor.personId,
      releasedAt: tx.now,
      reviewBy: this.clocks.beginReview(tx, prepared.book, { id, siteId: place.siteId }, tx.now),
    });
    this.notices.insert(tx, notice, act, { kind: 'released' });
    await this.reach.execute(tx, notice, act);
    await tellHolders(tx, notice, act, 'notice-to-review', ['director'], [act.actor.personId]);
    return notice;
  }
}

/** Who is concerned: whoever lives at the place; of a public place, in its building or else on the whole site. */
function audienceAround({ kind, id, buildingId }: KnownPlace): AudienceTarget {
  if (kind === 'building' || kind === 'entrance' || kind === 'home') return { scope: kind, placeId: id, role: null };
  return buildingId === null ? { scope: 'site', placeId: null, role: null } : { scope: 'building', placeId: buildingId, role: null };
}
