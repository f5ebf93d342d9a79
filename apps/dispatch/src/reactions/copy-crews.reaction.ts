import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

const keepCrew = statement(
  'crew_keep',
  `INSERT INTO crew (id, site_id, kind, name_zh, name_en, skills) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name_zh = excluded.name_zh, name_en = excluded.name_en, skills = excluded.skills`,
);
const keepMember = statement(
  'crew_member_keep',
  `INSERT INTO crew_member (membership_id, crew_id, person_id, lead, from_at, until_at) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (membership_id) DO UPDATE SET lead = excluded.lead, from_at = excluded.from_at, until_at = excluded.until_at`,
);

/** Keeps the copies of the directory's crews, their skills and who belongs to them, from–to. */
@Controller()
export class CopyCrewsReaction {
  @Reaction({
    durable: 'dispatch__crews_v1',
    events: ['directory.crew-registered.v1', 'directory.crew-changed.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onCrew(
    @Payload() event: EventOf<'directory.crew-registered.v1' | 'directory.crew-changed.v1'>,
    @Ctx() { tx }: ReactionContext<Transaction>,
  ): void {
    const { crewId, kind, nameZh, nameEn, skills } = event.data;
    tx.send(keepCrew, [crewId, event.siteid, kind, nameZh, nameEn, skills]);
  }

  @Reaction({
    durable: 'dispatch__crew_members_v1',
    events: ['directory.crew-member-joined.v1', 'directory.crew-member-left.v1'],
    order: 'latest',
    replay: 'rebuild',
  })
  onMember(
    @Payload() event: EventOf<'directory.crew-member-joined.v1' | 'directory.crew-member-left.v1'>,
    @Ctx() { tx }: ReactionContext<Transaction>,
  ): void {
    const { membershipId, crewId, personId, lead, from, until } = event.data;
    tx.send(keepMember, [membershipId, crewId, personId, lead, from, until]);
  }
}
