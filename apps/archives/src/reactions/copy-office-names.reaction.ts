import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { statement, type Transaction } from '@property-office/persistence';

const keepSite = statement(
  'office_name_site',
  'INSERT INTO office_name (site_id, site) VALUES ($1, $2) ON CONFLICT (site_id) DO UPDATE SET site = excluded.site',
);
const keepLetterhead = statement(
  'office_name_letterhead',
  'INSERT INTO office_name (site_id, letterhead) VALUES ($1, $2) ON CONFLICT (site_id) DO UPDATE SET letterhead = excluded.letterhead',
);

/** Keeps by what name the office of a site is responsible for what nobody else is (责任者, W4.1). */
@Controller()
export class CopyOfficeNamesReaction {
  @Reaction({ durable: 'archives__site_names_v1', events: ['directory.place-registered.v1', 'directory.place-changed.v1'], order: 'latest', replay: 'rebuild' })
  onPlace(@Payload() { data }: EventOf<'directory.place-registered.v1' | 'directory.place-changed.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    if (data.kind === 'site') tx.send(keepSite, [data.placeId, data.nameZh]);
  }

  @Reaction({ durable: 'archives__letterheads_v1', events: ['documents.letterhead-set.v1'], order: 'latest', replay: 'rebuild' })
  onLetterhead(@Payload() event: EventOf<'documents.letterhead-set.v1'>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    tx.send(keepLetterhead, [event.siteid, event.data.office]);
  }
}
