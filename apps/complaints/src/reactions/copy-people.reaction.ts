import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { factOf } from '../features/apply-fact/apply-fact.handler';
import { EndWaiting } from '../features/answer-feedback/end-waiting';
import { HideFromCrew } from '../features/hide-from-crew/hide-from-crew';
import { keepAccount } from '../persistence/accounts';
import { lockPeople } from '../persistence/people';

type AccountEvent = 'directory.account-opened.v1' | 'directory.account-closed.v1';
type CrewEvent = 'directory.crew-member-joined.v1' | 'directory.crew-member-left.v1';

/** Keeps the copies of crews, who belongs to which, who answers for whom and who can sign in: ids only. Roles are copied with the office's rules. */
@Controller()
export class CopyPeopleReaction {
  constructor(
    private readonly hide: HideFromCrew,
    private readonly waiting: EndWaiting,
  ) {}

  @Reaction({ durable: 'complaints__crews_v1', events: ['directory.crew-registered.v1'], order: 'any', replay: 'rebuild' })
  onCrew(@Payload() { data, siteid }: EventOf<'directory.crew-registered.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    tx.send('INSERT INTO crew (id, site_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [data.crewId, siteid]);
  }

  /**
   * A complaint about somebody who joins a crew is hidden from that crew, too: in the transaction of the copy, and locked
   * against a complaint being filed about them, so that one of the two sees the other. Doing it again hides nothing more.
   */
  @Reaction({
    durable: 'complaints__crew_members_v1',
    events: ['directory.crew-member-joined.v1', 'directory.crew-member-left.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  async onMember(@Payload() event: EventOf<CrewEvent>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { data } = event;
    await lockPeople(tx, [data.personId]);
    tx.send(
      `INSERT INTO crew_member (membership_id, crew_id, person_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (membership_id) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
      [data.membershipId, data.crewId, data.personId, data.from, data.until],
    );
    if (event.type === 'directory.crew-member-joined.v1') await this.hide.execute(tx, data.personId, data.crewId, factOf(event));
  }

  @Reaction({ durable: 'complaints__superiors_v1', events: ['directory.superior-set.v1'], order: 'latest', replay: 'rebuild' })
  onSuperior(@Payload() { data }: EventOf<'directory.superior-set.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    tx.send(
      `INSERT INTO superior (line_id, person_id, superior_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (line_id) DO UPDATE SET superior_id = excluded.superior_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
      [data.lineId, data.personId, data.superiorId, data.from, data.until],
    );
  }

  /** Whoever reads from now on what they are told is waited for as those who do. It is the one copy of accounts here: `leaverCopies` would be another. */
  @Reaction({ durable: 'complaints__accounts_v1', events: ['directory.account-opened.v1', 'directory.account-closed.v1'], order: 'latest', replay: 'rebuild' })
  async onAccount(@Payload() { type, data, happenedat }: EventOf<AccountEvent>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const closed = type === 'directory.account-closed.v1';
    keepAccount(tx, data, closed ? null : new Date(happenedat));
    if (!closed) await this.waiting.canRead(tx, data.personId);
  }
}
