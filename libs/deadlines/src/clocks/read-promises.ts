import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isPaused } from '@property-office/calendar';
import { Database } from '@property-office/persistence';
import { OfficeRules } from '../rules/office-rules';
import { deadlineColumns, deadlineOf, type Deadline, type DeadlineRow } from './deadline';

export class PromiseWordsView {
  @ApiProperty()
  zh!: string;

  @ApiProperty()
  en!: string;
}

/** A promise and how it stands, as every service shows it. */
export class PromiseView {
  @ApiProperty({ description: 'answer, on-site, done … / 响应、到场、完成等承诺' })
  promise!: string;

  @ApiProperty({ enum: ['running', 'paused', 'closed', 'cancelled', 'in-words'] })
  state!: 'running' | 'paused' | 'closed' | 'cancelled' | 'in-words';

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null where it is said in words / 仅以文字约定的为空' })
  dueAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was kept, or ceased to matter' })
  closedAt!: string | null;

  @ApiProperty({ description: 'Past its time now, or when it was closed / 已超时' })
  overdue!: boolean;

  @ApiProperty({ type: PromiseWordsView, nullable: true })
  words!: PromiseWordsView | null;
}

export interface PromisesAsked {
  aggregateId: string;
  siteId: string;
  episode: number;
  class: string;
  promises: readonly string[];
}

/** The promises about a thing, for its page. */
@Injectable()
export class ReadPromises {
  constructor(
    private readonly database: Database,
    private readonly rules: OfficeRules,
  ) {}

  async of({ aggregateId, siteId, episode, class: name, promises }: PromisesAsked): Promise<PromiseView[]> {
    const rows = await this.database.query<DeadlineRow & { now: Date }>(
      `SELECT ${deadlineColumns}, platform.now() AS now FROM deadline d WHERE d.aggregate_id = $1 AND d.episode = $2`,
      [aggregateId, episode],
    );
    const now = rows[0]?.now;
    if (!now) return [];
    const rules = (await this.rules.book()).of(siteId, rows[0]!.ruled_at);
    return promises.flatMap((promise) => {
      const row = rows.find((each) => each.promise === promise && each.state !== 'dropped');
      if (row) return [viewOf(deadlineOf(row), now)];
      const words = rules.promised(name, promise)?.words;
      return words ? [{ promise, state: 'in-words' as const, dueAt: null, closedAt: null, overdue: false, words }] : [];
    });
  }
}

function viewOf({ promise, state, dueAt, clock }: Deadline, now: Date): PromiseView {
  const closedAt = clock.closedAt ? new Date(clock.closedAt) : null;
  return {
    promise,
    state: state === 'running' && isPaused(clock, now) ? 'paused' : (state as PromiseView['state']),
    dueAt: dueAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    overdue: state !== 'cancelled' && (closedAt ?? now) > dueAt,
    words: null,
  };
}
