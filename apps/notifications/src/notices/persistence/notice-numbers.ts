import { Injectable } from '@nestjs/common';
import { Database } from '@property-office/persistence';

/** The sequence never restarts; what is not used is a gap, which these numbers may have. */
@Injectable()
export class NoticeNumbers {
  constructor(private readonly database: Database) {}

  async next(): Promise<number> {
    const [row] = await this.database.query<{ n: string }>(`SELECT nextval('notice_number') AS n`);
    return Number(row!.n);
  }
}
