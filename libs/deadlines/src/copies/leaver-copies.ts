import { Controller, type Type } from '@nestjs/common';
import type { ServiceName } from '@property-office/contracts';
import { copying, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

type Context = ReactionContext<Transaction>;

/** An account is closed for good: while its events are read again, nobody who left is back. */
const keepAccount = statement(
  'office_account_keep',
  `INSERT INTO office_account (id, person_id, closed) VALUES ($1, $2, $3)
   ON CONFLICT (id) DO UPDATE SET closed = office_account.closed OR excluded.closed`,
);
const keepSuperior = statement(
  'office_superior_keep',
  `INSERT INTO office_superior (id, person_id, superior_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (id) DO UPDATE SET from_at = excluded.from_at, until_at = excluded.until_at`,
);

/**
 * The reaction of one service that keeps who can still sign in (G6), for `whoLeft` and `assertStillHere`; to be listed among the
 * controllers of its module. Durable `<service>__office_accounts_v1`.
 */
export function leaverCopies(service: ServiceName): Type {
  class LeaverCopies {
    onAccount({ type, data }: EventOf<'directory.account-opened.v1' | 'directory.account-closed.v1'>, { tx }: Context): void {
      tx.send(keepAccount, [data.accountId, data.personId, type === 'directory.account-closed.v1']);
    }
  }
  const reacts = copying(LeaverCopies.prototype);
  reacts('onAccount', { durable: `${service}__office_accounts_v1`, events: ['directory.account-opened.v1', 'directory.account-closed.v1'], order: 'latest' });
  Controller()(LeaverCopies);
  return LeaverCopies;
}

/** As `leaverCopies`, of who answers for whom, whom `assertStillHere` names besides. Durable `<service>__office_superiors_v1`. */
export function superiorCopies(service: ServiceName): Type {
  class SuperiorCopies {
    onSuperior({ data }: EventOf<'directory.superior-set.v1'>, { tx }: Context): void {
      tx.send(keepSuperior, [data.lineId, data.personId, data.superiorId, data.from, data.until]);
    }
  }
  const reacts = copying(SuperiorCopies.prototype);
  reacts('onSuperior', { durable: `${service}__office_superiors_v1`, events: ['directory.superior-set.v1'], order: 'latest' });
  Controller()(SuperiorCopies);
  return SuperiorCopies;
}
