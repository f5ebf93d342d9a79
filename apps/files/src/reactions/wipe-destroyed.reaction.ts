import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { WipeObjectHandler } from '../features/wipe-object/wipe-object.handler';

/** Whatever was destroyed in the archives has no files any more (W4.4). */
@Controller()
export class WipeDestroyedReaction {
  constructor(private readonly handler: WipeObjectHandler) {}

  /** Each in a transaction of its own: it waits for the store, and one that waits in vain takes nothing back of the others. */
  @Reaction({ durable: 'files__destroyed_records_v1', events: ['archives.record-destroyed.v1'], order: 'any', replay: 'skip', batch: 1 })
  onDestroyed(@Payload() event: WireEvent<'archives.record-destroyed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { attachmentIds, living } = event.data;
    const there = living && { object: { type: 'living-file', id: living.fileId }, attachmentIds: living.attachmentIds };
    return this.handler.execute(tx, actOfEvent(event), event.siteid, { object: { type: 'record', id: event.subject }, attachmentIds }, there);
  }
}
