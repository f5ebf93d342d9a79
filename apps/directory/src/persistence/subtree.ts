import type { Transaction } from '@property-office/persistence';
import { In } from 'typeorm';
import { Place } from './place.entity';

/**
 * Everything below a place that the caller has locked, parents before children, locked too. Level by level: whoever
 * adds a place holds a share of its parent's lock, so once a level is ours nothing new can appear below it.
 */
export async function lockBelow(tx: Transaction, top: Place): Promise<Place[]> {
  const below: Place[] = [];
  let level = [top.id];
  while (level.length > 0) {
    const children = await tx.manager.find(Place, {
      where: { parentId: In(level) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    below.push(...children);
    level = children.filter(({ kind }) => kind !== 'home').map(({ id }) => id);
  }
  return below;
}
