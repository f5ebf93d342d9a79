import type { Transaction } from '@property-office/persistence';
import type { EntityTarget, FindOptionsWhere } from 'typeorm';

export interface OfPerson {
  id: string;
  personId: string;
}

/** Something that belongs to a person, read after the person was locked: all changes of it wait for that lock. */
export async function lockOfPerson<T extends OfPerson>(
  tx: Transaction,
  entity: EntityTarget<T>,
  id: string,
): Promise<T | null> {
  const where = { id } as FindOptionsWhere<T>;
  const found = await tx.manager.findOneBy(entity, where);
  if (!found) return null;
  await tx.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [found.personId]);
  return tx.manager.findOneBy(entity, where);
}
