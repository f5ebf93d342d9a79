import type { FieldCipher } from '@property-office/access';
import { damagedIn, outdatedIn, resealColumn, type SealedColumn } from '@property-office/backbone';
import type { Database } from '@property-office/persistence';
import { services } from '../../services';
import type { System } from '../system';

interface Place {
  service: string;
  column: SealedColumn;
  database: Database;
}

/** Encrypted values of the whole office. */
export async function sealedPlaces({ schemaOf }: Pick<System, 'schemaOf'>): Promise<Place[]> {
  const places = services.flatMap(({ name, sealed = [] }) => sealed.map((column) => ({ service: name, column })));
  return Promise.all(places.map(async (place) => ({ ...place, database: await schemaOf(place.service) })));
}

/** How many values are under another key than the current one, and are to be sealed anew. Those that nobody can open are none of them. */
export async function outdated(places: readonly Place[], cipher: FieldCipher): Promise<number> {
  let count = 0;
  for (const { database, column } of places) {
    const all = await outdatedIn(database, column, cipher);
    count += all === 0 ? 0 : all - (await damagedIn(database, column, cipher)).length;
  }
  return count;
}

const mostNamed = 5;

/** A line for each column with values that nobody can open, which stay as they are. */
export async function damagedLines(places: readonly Place[], cipher: FieldCipher): Promise<string[]> {
  const lines: string[] = [];
  for (const { service, database, column } of places) {
    const ids = (await outdatedIn(database, column, cipher)) === 0 ? [] : await damagedIn(database, column, cipher);
    const named = `${ids.slice(0, mostNamed).join(', ')}${ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : ''}`;
    if (ids.length > 0) lines.push(`DAMAGED: ${service}.${column.table}.${column.column} of ${ids.length} rows does not open under the key it names, and stays as it is: ${named}`);
  }
  return lines;
}

/** Whoever has not heard of the new key yet may write under the old one meanwhile: what is left is done again. */
const mostRounds = 3;

/** @returns how many values are left under older keys */
export async function resealAll(places: readonly Place[], cipher: FieldCipher, say: (line: string) => void): Promise<number> {
  let left = await outdated(places, cipher);
  for (let round = 0; round < mostRounds && left > 0; round += 1) {
    for (const { service, database, column } of places) {
      const written = await resealColumn(database, column, cipher);
      if (written > 0) say(`${service}.${column.table}.${column.column}: ${written} values are under the new key`);
    }
    left = await outdated(places, cipher);
  }
  return left;
}
