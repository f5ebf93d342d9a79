import type { NoticeChannel, NoticeKind } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PostingPlace } from '../domain/designated-channels';

/** The designated channels of one kind on one site, where they are not as shipped. */
@Entity({ name: 'notice_channels' })
export class NoticeChannels {
  /** Made of site and kind. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('text')
  kind!: NoticeKind;

  @Column('int')
  version!: number;

  @Column('text', { array: true })
  channels!: NoticeChannel[];

  @Column('jsonb', { name: 'chat_groups' })
  chatGroups!: readonly PostingPlace[];

  @Column('jsonb', { name: 'paper_boards' })
  paperBoards!: readonly PostingPlace[];

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
