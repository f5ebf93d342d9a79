/** A city's register: how its columns are called, and the site its rows are replayed on. */
export interface Register {
  name: string;
  site: { code: string; zh: string; en: string; timeZone: string };
  /** Columns by which it is known. */
  header: readonly string[];
  read(row: Readonly<Record<string, string>>): {
    id?: string;
    created?: string;
    due?: string;
    closed?: string;
    status?: string;
    onTime?: boolean;
    category?: string;
    descriptor?: string;
    title?: string;
    address?: string;
    unit?: string;
    resolution?: string;
  };
}

const boston: Register = {
  name: 'boston311',
  site: { code: 'BOS311', zh: '波士顿 311', en: 'Boston 311', timeZone: 'America/New_York' },
  header: [
    'external_id',
    'created_at',
    'due_at',
    'closed_at',
    'on_time',
    'status',
    'category',
    'descriptor',
    'title',
    'address',
    'resolution',
  ],
  read: (row) => ({
    id: row['external_id'],
    created: row['created_at'],
    due: row['due_at'],
    closed: row['closed_at'],
    status: row['status'],
    ...(row['on_time'] && { onTime: row['on_time'].trim().toUpperCase() === 'ONTIME' }),
    category: row['category'],
    descriptor: row['descriptor'],
    title: row['title'],
    address: row['address'],
    resolution: row['resolution'],
  }),
};

const newYork: Register = {
  name: 'nyc311',
  site: { code: 'NYC311', zh: '纽约 311', en: 'New York 311', timeZone: 'America/New_York' },
  header: [
    'external_id',
    'created_at',
    'closed_at',
    'status',
    'category',
    'descriptor',
    'address',
    'unit_or_zip',
    'borough',
    'resolution',
  ],
  read: (row) => ({
    id: row['external_id'],
    created: row['created_at'],
    closed: row['closed_at'],
    status: row['status'],
    category: row['category'],
    descriptor: row['descriptor'],
    // One street name may be in every borough.
    ...(row['address']?.trim() && {
      address: [row['address'], row['borough'], zipOf(row['unit_or_zip'])].filter(Boolean).join(' '),
    }),
    ...(!zipOf(row['unit_or_zip']) && { unit: row['unit_or_zip'] ?? '' }),
    resolution: row['resolution'],
  }),
};

function zipOf(unitOrZip: string | undefined): string | undefined {
  return /^\s*(\d{5})(?:-\d{4})?\s*$/.exec(unitOrZip ?? '')?.[1];
}

export const registers: readonly Register[] = [boston, newYork];

/** @throws Error naming what is known, for a file that is none of the registers */
export function registerOf(columns: readonly string[]): Register {
  const found = registers.find(({ header }) => header.every((column) => columns.includes(column)));
  if (found) return found;
  const known = registers.map(({ name, header }) => `${name}: ${header.join(',')}`).join('\n  ');
  throw new Error(`The file has the columns of no register known here.\n  ${known}`);
}
