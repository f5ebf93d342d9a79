import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TimerLoop } from '@property-office/timers';
import { HeldRoles } from '../../persistence/held-roles';

/** Those who left while closing an account ended no role hold none any more (G6); begun once, by a timer of a migration. */
@Injectable()
export class EndRolesOfLeaversHandler implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly roles: HeldRoles,
  ) {}

  onModuleInit(): void {
    this.timers.on('roles-of-leavers', (tx) => this.roles.endOfEarlierLeavers(tx));
  }
}
