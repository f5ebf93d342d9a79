import { Injectable } from '@nestjs/common';
import { derivedId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type CommandContext } from '@property-office/service-kit';
import type { PostingPlace } from '../../domain/designated-channels';
import { noticeErrors } from '../../domain/errors';
import { ChannelsOfSite, type VersionedChannels } from '../../persistence/channels-of-site';
import { NoticeChannels } from '../../persistence/notice-channels.entity';
import type { SetChannelsDto } from './set-channels.dto';

/** Where the notices of one kind go. A group or board has a named poster, so that a release is somebody's task. */
@Injectable()
export class SetChannelsHandler {
  constructor(
    private readonly channels: ChannelsOfSite,
    private readonly ledger: Ledger,
  ) {}

  /** @throws roleMayNot (403), postersMissing, posterUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, siteId: string, input: SetChannelsDto): Promise<VersionedChannels> {
    const act = actOf(tx, command, siteId, input);
    const { kind, channels, chatGroups = [], paperBoards = [] } = input;
    const known = await this.channels.lock(tx, siteId, kind);
    assertFresh(command, known.version);
    if (channels.includes('chat-group') !== chatGroups.length > 0) throw noticeErrors.postersMissing('chatGroups');
    if (channels.includes('paper-board') !== paperBoards.length > 0) throw noticeErrors.postersMissing('paperBoards');
    await assertStaff(tx, siteId, { chatGroups, paperBoards });
    const version = known.version + 1;
    const row = Object.assign(new NoticeChannels(), {
      id: derivedId('notice-channels', siteId, kind),
      siteId,
      kind,
      version,
      channels,
      chatGroups: chatGroups.map(placeOf),
      paperBoards: paperBoards.map(placeOf),
      changedAt: tx.now,
    });
    this.ledger.append(tx, {
      aggregateId: row.id,
      aggregateVersion: version,
      siteId,
      happenedAt: act.happenedAt,
      actor: act.actor,
      type: 'notifications.notice-channels-set.v1',
      data: { kind, channels, chatGroups: [...row.chatGroups], paperBoards: [...row.paperBoards] },
    });
    tx.save(row);
    return row;
  }
}

async function assertStaff(tx: Transaction, siteId: string, places: Record<'chatGroups' | 'paperBoards', readonly PostingPlace[]>): Promise<void> {
  const named = Object.entries(places).flatMap(([list, each]) => each.map(({ name, posterId }, index) => ({ list, index, name, posterId })));
  const rows = await tx.query<{ person_id: string }>(
    `SELECT person_id FROM role_held WHERE person_id = ANY ($1) AND role <> 'resident' AND (site_id IS NULL OR site_id = $2)
       AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3)`,
    [named.map(({ posterId }) => posterId), siteId, tx.now],
  );
  const staff = new Set(rows.map(({ person_id }) => person_id));
  for (const { list, index, name, posterId } of named) {
    if (!staff.has(posterId)) throw noticeErrors.posterUnknown(`/${list}/${index}/posterId`);
    if (named.some((other) => other.list === list && other.index < index && other.name === name)) throw noticeErrors.placeTwice(`/${list}/${index}/name`);
  }
}

function placeOf({ name, posterId }: PostingPlace): PostingPlace {
  return { name, posterId };
}
