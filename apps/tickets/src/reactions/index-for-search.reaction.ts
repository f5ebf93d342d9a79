import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { searchText, searchWords } from '@property-office/kernel';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { rowsStatement, type Transaction } from '@property-office/persistence';

type Corrected = EventOf<'tickets.repair-corrected.v1' | 'tickets.act-taken-back.v1'>;

interface SearchRow {
  request_id: string;
  text: string;
  words: string[];
  version: number;
}

const index = rowsStatement<SearchRow>(
  'repair_search_index',
  `INSERT INTO repair_search AS kept (request_id, text, words, version)
   SELECT * FROM json_to_recordset($1) AS found (request_id uuid, text text, words text[], version int)
   ON CONFLICT (request_id) DO UPDATE SET text = excluded.text, words = excluded.words, version = excluded.version
   WHERE excluded.version >= kept.version`,
  { key: ({ request_id }) => request_id, of: (earlier, later) => (later.version >= earlier.version ? later : earlier) },
);

/** Makes a request findable by its words, in Chinese and English, and by the corrected ones when they were wrong. */
@Controller()
export class IndexForSearchReaction {
  @Reaction({
    durable: 'tickets__search_v1',
    events: ['tickets.repair-requested.v1', 'tickets.repair-corrected.v1', 'tickets.act-taken-back.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  async onEvent(
    @Payload() event: WireEvent<'tickets.repair-requested.v1'> | Corrected,
    @Ctx() { tx }: ReactionContext<Transaction>,
  ): Promise<void> {
    if (event.type === 'tickets.repair-requested.v1') {
      const { number, description, externalReference } = event.data;
      return this.index(tx, event, searchText(number, description, externalReference));
    }
    const { number, descriptionTo } = event.data;
    if (descriptionTo === undefined) return;
    const [row] = await tx.query<{ external_reference: string | null }>('SELECT external_reference FROM repair_request WHERE id = $1', [event.subject]);
    this.index(tx, event, searchText(number, descriptionTo, row?.external_reference ?? null));
  }

  private index(tx: Transaction, { subject, aggregateversion }: WireEvent, text: string): void {
    tx.gather(index, { request_id: subject, text, words: searchWords(text), version: aggregateversion });
  }
}
