import type { NoticeChannel, NoticeKind } from '@property-office/contracts';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import { proposedChannels, type DesignatedChannels, type PostingPlace } from '../domain/designated-channels';

interface Row {
  kind: NoticeKind;
  version: number;
  channels: NoticeChannel[];
  chat_groups: PostingPlace[];
  paper_boards: PostingPlace[];
}

export interface VersionedChannels extends DesignatedChannels {
  kind: NoticeKind;
  /** 0: as shipped. */
  version: number;
}

const read = 'SELECT kind, version, channels, chat_groups, paper_boards FROM notice_channels WHERE site_id = $1 AND kind = $2';

/** The designated channels of a site, kind by kind: its own rows, or what was shipped. */
@Injectable()
export class ChannelsOfSite {
  constructor(private readonly database: Database) {}

  async of(siteId: string, kind: NoticeKind): Promise<VersionedChannels> {
    return channelsIn(kind, (await this.database.query<Row>(read, [siteId, kind]))[0]);
  }

  /** Locked until COMMIT where there is a row. */
  async lock(tx: Transaction, siteId: string, kind: NoticeKind): Promise<VersionedChannels> {
    return channelsIn(kind, (await tx.query<Row>(`${read} FOR UPDATE`, [siteId, kind]))[0]);
  }
}

function channelsIn(kind: NoticeKind, row: Row | undefined): VersionedChannels {
  if (!row) return { kind, version: 0, channels: proposedChannels[kind], chatGroups: [], paperBoards: [] };
  return { kind, version: row.version, channels: row.channels, chatGroups: row.chat_groups, paperBoards: row.paper_boards };
}
