import type { FieldCipher } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import { phoneIndexes } from './person-phone';
import { Person } from './person.entity';

/**
 * Whose telephone it is, locked until COMMIT. Where a family shares one number it is whose it was shown to be, else who signs in by it, else who is
 * tied to a home today, else who was registered first: always the same person.
 */
export async function lockPersonByPhone(
  tx: Transaction,
  cipher: FieldCipher,
  phone: string,
): Promise<Person | null> {
  const [row] = await tx.query<{ id: string }>(
    `SELECT p.id FROM person p WHERE p.phone_index = ANY($1)
     ORDER BY p.phone_set_by IS NULL DESC, EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id AND a.closed_at IS NULL) DESC,
       EXISTS (SELECT 1 FROM tie t WHERE t.person_id = p.id AND t.starts_at <= $2 AND (t.ends_at IS NULL OR t.ends_at > $2)) DESC,
       p.created_at, p.id
     LIMIT 1`,
    [phoneIndexes(cipher, phone), tx.now],
  );
  if (!row) return null;
  return tx.manager.findOne(Person, { where: { id: row.id }, lock: { mode: 'for_no_key_update' } });
}
