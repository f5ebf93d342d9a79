import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { tellNewcomer } from '../persistence/group-notices';

type CrewEvent = 'directory.crew-member-joined.v1' | 'directory.crew-member-left.v1';
type PlaceEvent = 'directory.place-registered.v1' | 'directory.place-changed.v1';
type RoleEvent = 'directory.role-granted.v1' | 'directory.role-ended.v1';

/** Keeps the copies of who belongs to which crew, who holds which role, and what zone a site is in: ids only. */
@Controller()
export class CopyPeopleReaction {
  @Reaction({
    durable: 'notifications__crew_members_v1',
    events: ['directory.crew-member-joined.v1', 'directory.crew-member-left.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  async onMember(@Payload() { data }: EventOf<CrewEvent>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    tx.send(
      `INSERT INTO crew_member (membership_id, crew_id, person_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (membership_id) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
      [data.membershipId, data.crewId, data.personId, data.from, data.until],
    );
    const { crewId, personId, from, until } = data;
    await tellNewcomer(tx, { kind: 'crew', crewId, personId, from, until });
  }

  @Reaction({
    durable: 'notifications__roles_v1',
    events: ['directory.role-granted.v1', 'directory.role-ended.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  async onRole(@Payload() { data }: EventOf<RoleEvent>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    tx.send(
      `INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (grant_id) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
      [data.grantId, data.personId, data.role, data.siteId, data.from, data.until],
    );
    const { role, siteId, personId, from, until } = data;
    await tellNewcomer(tx, { kind: 'role', role, siteId, personId, from, until });
  }

  @Reaction({
    durable: 'notifications__site_zones_v1',
    events: ['directory.place-registered.v1', 'directory.place-changed.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onPlace(@Payload() { data }: EventOf<PlaceEvent>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (data.kind !== 'site' || data.timeZone === null) return;
    tx.send('INSERT INTO site_zone (site_id, time_zone) VALUES ($1, $2) ON CONFLICT (site_id) DO UPDATE SET time_zone = excluded.time_zone', [
      data.placeId,
      data.timeZone,
    ]);
  }
}
