import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

const keepHome = statement(
  'home_keep',
  'INSERT INTO home (home_id, site_id, building_id, entrance_id, registered_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
);
const keepTie = statement(
  'home_tie_keep',
  `INSERT INTO home_tie (tie_id, person_id, home_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (tie_id) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
);
const keepAccount = statement(
  'account_span_keep',
  `INSERT INTO account_span (account_id, person_id, opened_at, closed_at) VALUES ($1, $2, $3, $4)
   ON CONFLICT (account_id) DO UPDATE SET opened_at = coalesce(account_span.opened_at, excluded.opened_at),
     closed_at = coalesce(account_span.closed_at, excluded.closed_at)`,
);

/** Keeps the copies that ratios and reach are counted from: homes, who lives in them, and who can sign in. */
@Controller()
export class CopyHouseholdsReaction {
  /** A home never moves: its first event says all that is counted. */
  @Reaction({ durable: 'tracking__homes_v1', events: ['directory.place-registered.v1'], order: 'any', replay: 'rebuild' })
  onPlace(@Payload() { data, siteid, happenedat }: WireEvent<'directory.place-registered.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (data.kind === 'home') tx.send(keepHome, [data.placeId, siteid, data.buildingId, data.parentId, happenedat]);
  }

  @Reaction({ durable: 'tracking__ties_v1', events: ['directory.tie-started.v1', 'directory.tie-ended.v1'], order: 'latest', replay: 'rebuild' })
  onTie(
    @Payload() { data }: EventOf<'directory.tie-started.v1' | 'directory.tie-ended.v1'>,
    @Ctx() { tx }: ReactionContext<Transaction>,
  ): void {
    tx.send(keepTie, [data.tieId, data.personId, data.homeId, data.from, data.until]);
  }

  @Reaction({ durable: 'tracking__accounts_v1', events: ['directory.account-opened.v1', 'directory.account-closed.v1'], order: 'any', replay: 'rebuild' })
  onAccount(
    @Payload() { type, data, happenedat }: EventOf<'directory.account-opened.v1' | 'directory.account-closed.v1'>,
    @Ctx() { tx }: ReactionContext<Transaction>,
  ): void {
    const closed = type === 'directory.account-closed.v1';
    tx.send(keepAccount, [data.accountId, data.personId, closed ? null : happenedat, closed ? happenedat : null]);
  }
}
