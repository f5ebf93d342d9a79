import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A way to sign in. Closing it is final; a person who comes back gets another. */
@Entity({ name: 'account' })
export class Account {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  /** As `normalLogin` writes it. */
  @Column('text')
  login!: string;

  /** argon2id, PHC string; null: entered by telephone and one-time code only. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
