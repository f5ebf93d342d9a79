import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

const keepPlace = statement(
  'notice_place_keep',
  `INSERT INTO notice_place (id, site_id, kind, parent_id, building_id, label, label_en, time_zone) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, building_id = excluded.building_id, label = excluded.label,
     label_en = excluded.label_en, time_zone = excluded.time_zone`,
);
const keepTie = statement(
  'notice_tie_keep',
  `INSERT INTO notice_tie (tie_id, person_id, home_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (tie_id) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
);
const keepAccount = statement(
  'notice_account_keep',
  `INSERT INTO notice_account (account_id, person_id, closed) VALUES ($1, $2, $3)
   ON CONFLICT (account_id) DO UPDATE SET closed = excluded.closed`,
);

const keepPhone = statement(
  'notice_phone_keep',
  `INSERT INTO notice_phone (person_id, has_phone) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET has_phone = excluded.has_phone`,
);

const keepUrgentHome = statement(
  'notice_urgent_home_keep',
  `INSERT INTO notice_urgent_home (home_id, asked) VALUES ($1, $2) ON CONFLICT (home_id) DO UPDATE SET asked = excluded.asked`,
);

type PlaceEvent = 'directory.place-registered.v1' | 'directory.place-changed.v1';
type TieEvent = 'directory.tie-started.v1' | 'directory.tie-ended.v1';
type PersonEvent = 'directory.person-registered.v1' | 'directory.person-changed.v1';
type AccountEvent = 'directory.account-opened.v1' | 'directory.account-closed.v1';

/** Keeps the copies a notice's audience is made of: places, who is tied to which home, who can sign in, of whom there is a telephone number, and which homes asked for urgent SMS. Ids and spans only. */
@Controller()
export class CopyDirectoryReaction {
  @Reaction({
    durable: 'notifications__places_v1',
    events: ['directory.place-registered.v1', 'directory.place-changed.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onPlace(@Payload() { data, siteid }: EventOf<PlaceEvent>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const { placeId, kind, parentId, buildingId, label, labelEn, timeZone } = data;
    tx.send(keepPlace, [placeId, siteid, kind, parentId, buildingId, label, labelEn, timeZone]);
  }

  @Reaction({
    durable: 'notifications__ties_v1',
    events: ['directory.tie-started.v1', 'directory.tie-ended.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onTie(@Payload() { data }: EventOf<TieEvent>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    tx.send(keepTie, [data.tieId, data.personId, data.homeId, data.from, data.until]);
  }

  /** Whether there is one, not which. Of whom it was never said nothing is kept. */
  @Reaction({
    durable: 'notifications__phones_v1',
    events: ['directory.person-registered.v1', 'directory.person-changed.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onPerson(@Payload() { data }: EventOf<PersonEvent>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (data.hasPhone !== undefined) tx.send(keepPhone, [data.personId, data.hasPhone]);
  }

  /** An event from before anybody could ask says nothing of it. */
  @Reaction({
    durable: 'notifications__urgent_homes_v1',
    events: ['directory.home-care-changed.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onHomeCare(@Payload() { data }: EventOf<'directory.home-care-changed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (data.urgentBySms !== undefined) tx.send(keepUrgentHome, [data.homeId, data.urgentBySms]);
  }

  @Reaction({
    durable: 'notifications__accounts_v1',
    events: ['directory.account-opened.v1', 'directory.account-closed.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onAccount(@Payload() event: EventOf<AccountEvent>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const { accountId, personId } = event.data;
    tx.send(keepAccount, [accountId, personId, event.type === 'directory.account-closed.v1']);
  }
}
