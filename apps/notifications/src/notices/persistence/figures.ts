import { Injectable } from '@nestjs/common';
import { Database } from '@property-office/persistence';
import { placesReached, type PlaceFigures } from './places-reached';
import { deliveryKey } from './recipients';

export interface ChannelFigures {
  channel: string;
  /** Whom it went to. */
  people: number;
  delivered: number;
  failed: number;
  read: number;
  acknowledged: number;
}

export interface BuildingFigures {
  buildingId: string | null;
  label: string;
  labelEn: string;
  channels: ChannelFigures[];
}

export interface NoticeFigures {
  /** People told, each once, and of them who read it and said so. */
  people: number;
  read: number;
  acknowledged: number;
  slips: number;
  /** Of these under the door by now. */
  slipsLeft: number;
  channels: ChannelFigures[];
  places: PlaceFigures[];
  buildings: BuildingFigures[];
  tasks: { open: number; done: number; cancelled: number };
}

interface Row {
  building_id: string | null;
  label: string | null;
  label_en: string | null;
  channel: string;
  people: number;
  delivered: number;
  failed: number;
  read: number;
  acknowledged: number;
}

/** In the portal it has arrived when it is there; elsewhere the delivery log says so. */
const byBuilding = `
  SELECT r.building_id, b.label, b.label_en, r.channel, count(*)::int AS people,
    count(*) FILTER (WHERE r.channel = 'in-app' OR d.state = 'sent')::int AS delivered,
    count(*) FILTER (WHERE d.state IN ('failed', 'withdrawn'))::int AS failed,
    count(a.read_at)::int AS read, count(a.acknowledged_at)::int AS acknowledged
  FROM notice_recipient r
  LEFT JOIN delivery d ON d.business_key = ${deliveryKey("' || r.channel || '", 'r.notice_id::text', 'r.person_id')}
  LEFT JOIN notice_reader a ON a.notice_id = r.notice_id AND a.person_id = r.person_id
  LEFT JOIN notice_place b ON b.id = r.building_id
  WHERE r.notice_id = $1 GROUP BY r.building_id, b.label, b.label_en, r.channel ORDER BY b.label NULLS LAST, r.channel`;

/** How far a notice came: by channel and building, from the rows of its recipients, deliveries and readers. */
@Injectable()
export class Figures {
  constructor(private readonly database: Database) {}

  async of(noticeId: string): Promise<NoticeFigures> {
    const [rows, places, [totals], [tasks]] = await Promise.all([
      this.database.query<Row>(byBuilding, [noticeId]),
      placesReached(this.database, noticeId),
      this.database.query<{ people: number; read: number; acknowledged: number; slips: number; slipsLeft: number }>(
        `SELECT count(*)::int AS people, count(a.read_at)::int AS read, count(a.acknowledged_at)::int AS acknowledged,
           (SELECT count(*) FROM notice_slip WHERE notice_id = $1)::int AS slips,
           (SELECT count(left_at) FROM notice_slip WHERE notice_id = $1)::int AS "slipsLeft"
         FROM (SELECT DISTINCT person_id FROM notice_recipient WHERE notice_id = $1) r
         LEFT JOIN notice_reader a ON a.notice_id = $1 AND a.person_id = r.person_id`,
        [noticeId],
      ),
      this.database.query<{ open: number; done: number; cancelled: number }>(
        `SELECT count(*) FILTER (WHERE state = 'open')::int AS open, count(*) FILTER (WHERE state = 'done')::int AS done,
           count(*) FILTER (WHERE state = 'cancelled')::int AS cancelled FROM notice_task WHERE notice_id = $1`,
        [noticeId],
      ),
    ]);
    return { ...totals!, channels: sums(rows), places, buildings: buildingsIn(rows), tasks: tasks! };
  }
}

function buildingsIn(rows: readonly Row[]): BuildingFigures[] {
  return [...Map.groupBy(rows, (row) => row.building_id)].map(([buildingId, within]) => ({
    buildingId,
    label: within[0]!.label ?? '',
    labelEn: within[0]!.label_en ?? '',
    channels: sums(within),
  }));
}

function sums(rows: readonly Row[]): ChannelFigures[] {
  return [...Map.groupBy(rows, ({ channel }) => channel)].map(([channel, each]) => {
    const sum = (field: 'people' | 'delivered' | 'failed' | 'read' | 'acknowledged'): number => each.reduce((total, row) => total + row[field], 0);
    return { channel, people: sum('people'), delivered: sum('delivered'), failed: sum('failed'), read: sum('read'), acknowledged: sum('acknowledged') };
  });
}
