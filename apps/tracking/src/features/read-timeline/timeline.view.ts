import { ApiProperty } from '@nestjs/swagger';
import type { Localized } from '@property-office/kernel';
import { shownSummary } from '../shown-summary';
import type { TimelineEntry } from '../../persistence/timelines';

export class TimelineActorView {
  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  role!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'In whose place, as their deputy / 代何人办理' })
  forPersonId!: string | null;
}

export class TimelineEntryView {
  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ example: 'tickets.repair-requested.v1' })
  type!: string;

  @ApiProperty({ type: TimelineActorView })
  actor!: TimelineActorView;

  @ApiProperty({ description: 'One sentence in the language asked for / 一句话说明' })
  summary!: string;

  @ApiProperty({ type: Object })
  data!: Record<string, unknown>;
}

export class TimelineView {
  @ApiProperty({ type: [TimelineEntryView] })
  items!: TimelineEntryView[];
}

export function timelineOf(entries: TimelineEntry[], language: keyof Localized): TimelineView {
  return {
    items: entries.map((entry) => ({
      happenedAt: entry.happenedAt.toISOString(),
      recordedAt: entry.recordedAt.toISOString(),
      type: entry.type,
      actor: { personId: entry.actorId, role: entry.actorRole, forPersonId: entry.actorFor },
      summary: shownSummary(entry, language),
      data: entry.data,
    })),
  };
}
