import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { RecordWipeHandler } from '../features/record-wipe/record-wipe.handler';

/** Hears of files whose bytes are gone, and whose stay because something else holds them (W4.4). */
@Controller()
export class FollowWipesReaction {
  constructor(private readonly handler: RecordWipeHandler) {}

  @Reaction({ durable: 'archives__wipes_v1', events: ['files.contents-wiped.v1'], order: 'any', replay: 'skip' })
  async onWiped(@Payload() event: WireEvent<'files.contents-wiped.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    if (event.data.objectType === 'record') await this.handler.execute(tx, actOfEvent(event), event.data);
  }
}
