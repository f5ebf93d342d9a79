import { Injectable, type OnModuleInit } from '@nestjs/common';
import { searchText, searchWords } from '@property-office/kernel';
import { CatchUps } from '@property-office/timers';

/** Tasks that processes of the version before add beside those of today, which search none, are found by their words, too. */
@Injectable()
export class EarlierTasks implements OnModuleInit {
  constructor(private readonly catchUps: CatchUps) {}

  onModuleInit(): void {
    this.catchUps.onRows<{ id: string; what: string }>('words of tasks', {
      find: (tx, after, atMost) => tx.query(`SELECT id, what FROM complaint_task WHERE search_text = '' AND id > $1 ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED`, [after, atMost]),
      keep: (tx, { id, what }) => {
        const text = searchText(what);
        tx.send('UPDATE complaint_task SET search_text = $2, search_words = $3 WHERE id = $1', [id, text, searchWords(text)]);
      },
    });
  }
}
