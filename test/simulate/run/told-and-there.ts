import type { Memory } from '../carrying/memory';

type Query = <R>(sql: string, params: unknown[]) => Promise<R[]>;

/** Where what a client was told of is kept, by its kind. */
const tables = {
  contact: 'reception.contact',
  'phone-note': 'reception.phone_note',
  visitor: 'reception.visitor',
  'repair-request': 'tickets.repair_request',
  complaint: 'complaints.complaint',
  suggestion: 'complaints.suggestion',
  notice: 'notifications.notice',
  'incoming-document': 'documents.incoming_document',
  'outgoing-document': 'documents.outgoing_document',
  record: 'archives.record',
  loan: 'archives.loan',
  'record-copy': 'archives.record_copy',
  stocktake: 'archives.stocktake',
  appraisal: 'archives.appraisal',
  destruction: 'archives.destruction',
  'hand-over': 'archives.hand_over',
} as const;
type Kind = keyof typeof tables;

/** Under which name a story knows what, where it knows several with a number behind it. */
const kept: Readonly<Record<string, Kind>> = {
  contact: 'contact',
  note: 'phone-note',
  repair: 'repair-request',
  complaint: 'complaint',
  double: 'complaint',
  suggestion: 'suggestion',
  notice: 'notice',
  correction: 'notice',
  incoming: 'incoming-document',
  outgoing: 'outgoing-document',
  record: 'record',
  records: 'record',
  loan: 'loan',
  copy: 'record-copy',
  stocktake: 'stocktake',
  appraisal: 'appraisal',
  destruction: 'destruction',
  handOver: 'hand-over',
};

interface Answer {
  id: string;
  convertedTo?: { kind: Kind; id: string } | null;
}

/** What the clients were told of, by kind. */
export function toldOf(stories: Iterable<Memory>): Map<Kind, Set<string>> {
  const all = new Map<Kind, Set<string>>();
  const note = (kind: Kind, id: string): void => void all.set(kind, (all.get(kind) ?? new Set()).add(id));
  for (const { known } of stories) {
    for (const [name, told] of Object.entries(known)) {
      const kind = kept[name.replace(/\d+$/, '')];
      if (!kind) continue;
      for (const answer of [told].flat() as Answer[]) {
        note(kind, answer.id);
        if (answer.convertedTo) note(answer.convertedTo.kind, answer.convertedTo.id);
      }
    }
  }
  return all;
}

/**
 * Whether all that the clients were told of is there, and nothing else: nothing was lost, and nothing done twice, however
 * often it was sent.
 */
export async function toldAndThere(query: Query, siteId: string, stories: Iterable<Memory>): Promise<string[]> {
  const told = toldOf(stories);
  const differences: string[] = [];
  for (const [kind, table] of Object.entries(tables) as Array<[Kind, string]>) {
    const there = new Set((await query<{ id: string }>(`SELECT id FROM ${table} WHERE site_id = $1`, [siteId])).map(({ id }) => id));
    const said = told.get(kind) ?? new Set();
    for (const id of said) if (!there.has(id)) differences.push(`${kind} ${id} was answered, and is not there`);
    for (const id of there) if (!said.has(id)) differences.push(`${kind} ${id} is there, and nobody was told of it`);
  }
  return differences;
}
