import { Injectable, type OnModuleInit } from '@nestjs/common';
import { searchText, searchWords } from '@property-office/kernel';
import { CatchUps } from '@property-office/timers';

const perBatch = 200;

/** Tasks that processes of the version before add beside those of today, which search none, are found by their words, too. */
@Injectable()
export class EarlierTasks implements OnModuleInit {
  constructor(private readonly catchUps: CatchUps) {}

  onModuleInit(): void {
    this.catchUps.on('words of tasks', async (tx) => {
      const rows = await tx.query<{ id: string; what: string }>(`SELECT id, what FROM complaint_task WHERE search_text = '' LIMIT ${perBatch} FOR UPDATE SKIP LOCKED`);
      for (const { id, what } of rows) {
        const text = searchText(what);
        tx.send('UPDATE complaint_task SET search_text = $2, search_words = $3 WHERE id = $1', [id, text, searchWords(text)]);
      }
      return rows.length === perBatch;
    });
  }
}
