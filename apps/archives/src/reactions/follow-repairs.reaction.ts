import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { actOfEvent } from '@property-office/service-kit';
import { proposesRecord } from '../domain/repair-importance';
import { repairPaper } from '../domain/required-papers';
import { ProposeRecordHandler } from '../features/propose-record/propose-record.handler';
import { LivingFiles } from '../persistence/living-files';
import { PlaceRepairs } from '../persistence/place-repairs';
import { FollowedRepairs } from '../persistence/followed-repairs';
import { proposedOf } from '../sources/proposed-of';

/**
 * Each completed episode of a repair joins the file of its home or device by itself; what is major, disputed, under warranty or was
 * dangerous proposes a record when it is closed (W4.5). In order: an episode joins what it was corrected to.
 */
@Controller()
export class FollowRepairsReaction {
  constructor(
    private readonly repairs: FollowedRepairs,
    private readonly files: LivingFiles,
    private readonly placeRepairs: PlaceRepairs,
    private readonly propose: ProposeRecordHandler,
  ) {}

  /** v1 kept nothing of public places: this one hears of all repairs from the beginning, and where both run each writes its own copy. */
  @Reaction({ durable: 'archives__repairs_v2', events: 'tickets.*', order: 'strict', replay: 'rebuild' })
  async onRepair(@Payload() event: WireEvent, @Ctx() { tx }: ReactionContext<Transaction>): Promise<void> {
    const { subject: id } = event;
    if (is(event, 'tickets.repair-requested.v1')) {
      const { number, repairClass, location } = event.data;
      this.repairs.begin(tx, { id, number, repairClass, location, reportedAt: new Date(event.happenedat) });
    }
    if (is(event, 'tickets.repair-corrected.v1') || is(event, 'tickets.act-taken-back.v1')) this.repairs.change(tx, id, event.data.to);
    if (is(event, 'tickets.repair-reopened.v1')) {
      const { repairClass, location } = event.data;
      this.repairs.change(tx, id, { repairClass, location, disputed: true });
    }
    if (is(event, 'tickets.repair-resolved.v1')) await this.join(tx, event);
    if (is(event, 'tickets.repair-closed.v1')) await this.close(tx, event);
  }

  private async join(tx: Transaction, event: WireEvent<'tickets.repair-resolved.v1'>): Promise<void> {
    const repair = await this.repairs.find(tx, event.subject);
    if (!repair) return;
    const { number, episode } = event.data;
    const title = episode > 1 ? `${number}（第${episode}轮）` : number;
    const { actor, happenedAt } = actOfEvent(event);
    const { kind, id } = repair.location;
    if (kind === 'place') return this.placeRepairs.completed(tx, id, { eventId: event.id, repairId: event.subject, title, doneBy: actor.personId, happenedAt });
    const home = { type: 'home' as const, id };
    this.files.open(tx, event.siteid, home);
    const source = { type: 'repair-request', id: event.subject, eventId: event.id };
    await this.files.grow(tx, { filedBy: actor.personId, happenedAt }, home, { paper: repairPaper, title, source });
  }

  private async close(tx: Transaction, event: WireEvent<'tickets.repair-closed.v1'>): Promise<void> {
    const repair = await this.repairs.find(tx, event.subject);
    if (!repair || !proposesRecord(repair)) return;
    // Of what else makes it propose one, tickets tells.
    if (!proposesRecord({ ...repair, underWarranty: false })) this.repairs.proposedByWarranty(tx, repair.id);
    await this.propose.execute(tx, actOfEvent(event), proposedOf(event));
  }
}

function is<T extends WireEvent['type']>(event: WireEvent, type: T): event is WireEvent<T> {
  return event.type === type;
}
