import { defineErrors } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { hasLeft } from './who-left';

const chosen = { zh: '请选择另一位在职的同事', en: 'choose somebody who works here' };

const errors = defineErrors({
  personGone: {
    kind: 'invalid',
    title: { zh: '此人的账号已停用', en: 'The account of this person is closed' },
    detail: { zh: '请选择另一位在职的同事。', en: 'Choose somebody who works here.' },
  },
  personGoneAnswered: {
    kind: 'invalid',
    title: { zh: '此人的账号已停用', en: 'The account of this person is closed' },
    detail: {
      zh: '在此期间由其上级（人员 {superiorId}）负责，请交给其上级或另一位在职的同事。',
      en: 'Their superior (person {superiorId}) answers meanwhile: choose them, or somebody else who works here.',
    },
  },
});

/**
 * New work is for people who can take it: who has left (`hasLeft`) gets none (G6). By the copies of `leaverCopies` and
 * `superiorCopies`, which may lag a second.
 * @throws person-gone, person-gone-answered (400) at the pointer
 */
export async function assertStillHere(tx: Transaction, personId: string, pointer: string): Promise<void> {
  const [row] = await tx.query<{ gone: boolean; superior_id: string | null }>(
    `SELECT ${hasLeft('$1')} AS gone,
       (SELECT superior_id FROM office_superior s WHERE person_id = $1 AND from_at <= $2 AND (until_at IS NULL OR until_at > $2)
         AND NOT ${hasLeft('s.superior_id')} LIMIT 1) AS superior_id`,
    [personId, tx.now],
  );
  if (!row?.gone) return;
  const at = { fields: [{ pointer, message: chosen }] };
  throw row.superior_id ? errors.personGoneAnswered({ superiorId: row.superior_id }, at) : errors.personGone({}, at);
}
