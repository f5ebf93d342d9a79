import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { Role } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

type Known = 'directory.role-granted.v1' | 'directory.role-ended.v1';

/** Residents, and those who keep the platform and not its papers, are no staff of a site. */
const noStaff: readonly Role[] = ['resident', 'importer', 'operator'];

const keep = statement(
  'staff_role_keep',
  `INSERT INTO staff_role (grant_id, person_id, site_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (grant_id) DO UPDATE SET from_at = excluded.from_at, until_at = excluded.until_at`,
);

/** Keeps who works where: nobody else is admitted to a record by name (W4.2). */
@Controller()
export class CopyStaffReaction {
  @Reaction({ durable: 'archives__staff_v1', events: ['directory.role-granted.v1', 'directory.role-ended.v1'], order: 'latest', replay: 'rebuild' })
  onRole(@Payload() { data }: EventOf<Known>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const { grantId, personId, role, siteId, from, until } = data;
    if (!noStaff.includes(role)) tx.send(keep, [grantId, personId, siteId, new Date(from), until === null ? null : new Date(until)]);
  }
}
