import type { OfficeRule, RuleContents, RuleKind } from '@property-office/deadlines';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of the tables by which clocks run: added, never changed. */
@Entity({ name: 'office_rule' })
export class OfficeRuleRow<K extends RuleKind = RuleKind> implements OfficeRule<K> {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: K;

  /** Of what it says something: a later row of the same subject takes its place. */
  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  /** Counts the rows of the subject that were added; 0 is what was shipped. */
  @Column('int')
  version!: number;

  @Column('uuid', { name: 'site_id', nullable: true })
  siteId!: string | null;

  @Column('jsonb')
  content!: RuleContents[K];

  @Column('jsonb')
  source!: OfficeRule['source'];

  @Column('timestamptz', { name: 'effective_from' })
  effectiveFrom!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
