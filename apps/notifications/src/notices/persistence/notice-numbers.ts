import { Injectable } from '@nestjs/common';
import { Database } from '@property-office/persistence';

const dayInChina = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** `N-20261123-10007`: the day it was first written, in China, and the next of a sequence that never restarts. */
@Injectable()
export class NoticeNumbers {
  constructor(private readonly database: Database) {}

  async next(): Promise<number> {
    const [row] = await this.database.query<{ n: string }>(`SELECT nextval('notice_number') AS n`);
    return Number(row!.n);
  }
}

export function noticeNumber(at: Date, sequence: number): string {
  return `N-${dayInChina.format(at).replaceAll('-', '')}-${sequence}`;
}
