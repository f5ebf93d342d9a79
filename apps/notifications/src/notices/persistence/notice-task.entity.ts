import type { NoticeTaskKind } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeTaskState } from '../domain/notice-task-states';

/** Somebody is to post a notice in a chat group, say there that it no longer holds, put it up on a paper board, or take it down. */
@Entity({ name: 'notice_task' })
export class NoticeTask {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'notice_id' })
  noticeId!: string;

  /** Of the notice. */
  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  task!: NoticeTaskKind;

  /** Name of the chat group or paper board. */
  @Column('text')
  place!: string;

  @Column('uuid', { name: 'poster_id' })
  posterId!: string;

  @Column('text')
  state!: NoticeTaskState;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  /** The screenshot, or the photo of the board. */
  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  /** Nobody has shown that the old notice was out at this place: it may have been. */
  @Column('boolean')
  unproven!: boolean;

  @Column('uuid', { name: 'done_by', nullable: true })
  doneBy!: string | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  @Column('timestamptz', { name: 'last_happened_at' })
  lastHappenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
