import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CatchUps, TimerLoop } from '@property-office/timers';
import { HeldRoles } from '../../persistence/held-roles';

/**
 * Those who left while closing an account ended no role hold none any more (G6): of before, by a timer of a migration; whose account is closed
 * by a process of the version before, as soon as it is caught up with.
 */
@Injectable()
export class EndRolesOfLeaversHandler implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly catchUps: CatchUps,
    private readonly roles: HeldRoles,
  ) {}

  onModuleInit(): void {
    this.timers.on('roles-of-leavers', async (tx) => {
      for (const { id } of await this.roles.earlierLeavers(tx)) await this.roles.endOfEarlierLeaver(tx, id);
    });
    this.catchUps.onRows<{ id: string }>('roles of who left', {
      find: (tx, after, atMost) => this.roles.earlierLeavers(tx, after, atMost),
      keep: (tx, { id }) => this.roles.endOfEarlierLeaver(tx, id),
    });
  }
}
