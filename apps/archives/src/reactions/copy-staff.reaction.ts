import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { Role } from '@property-office/contracts';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { keepStaff } from '../persistence/colleagues';

type Known = 'directory.role-granted.v1' | 'directory.role-ended.v1';

/** Residents, and those who keep the platform and not its papers, are no staff of a site. */
const noStaff: readonly Role[] = ['resident', 'importer', 'operator'];

/** Keeps who works where: nobody else is admitted to a record by name (W4.2). */
@Controller()
export class CopyStaffReaction {
  @Reaction({ durable: 'archives__staff_v1', events: ['directory.role-granted.v1', 'directory.role-ended.v1'], order: 'latest', replay: 'rebuild' })
  onRole(@Payload() { data }: EventOf<Known>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    const { role, from, until } = data;
    if (!noStaff.includes(role)) keepStaff(tx, { ...data, from: new Date(from), until: until === null ? null : new Date(until) });
  }
}
