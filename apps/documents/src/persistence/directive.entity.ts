import type { Role } from '@property-office/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DirectiveState } from '../domain/directive-states';

/** What people of the staff are told to do or to know (上级指示): its text never changes, another one takes its place. */
@Entity({ name: 'directive' })
export class Directive {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: DirectiveState;

  @Column('text')
  title!: string;

  @Column('text')
  body!: string;

  /** Whose it is where somebody passes it on: the company, an authority. */
  @Column('text', { nullable: true })
  authority!: string | null;

  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds!: string[];

  @Column('uuid', { name: 'given_by' })
  givenBy!: string;

  /** As what: the company answers for its own. */
  @Column('text', { name: 'given_as' })
  givenAs!: Role;

  @Column('timestamptz', { name: 'acknowledge_by' })
  acknowledgeBy!: Date;

  /** How many are to acknowledge it. */
  @Column('int')
  addressed!: number;

  /** How many have. */
  @Column('int')
  acknowledged!: number;

  /** The one it takes the place of. */
  @Column('uuid', { name: 'replaces_id', nullable: true })
  replacesId!: string | null;

  @Column('uuid', { name: 'replaced_by_id', nullable: true })
  replacedById!: string | null;

  /** Why it was withdrawn or corrected. */
  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason!: string | null;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text', { name: 'search_words', array: true })
  searchWords!: string[];

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
