import type { Transaction } from '@property-office/persistence';
import type { Language } from '@property-office/service-kit';

/**
 * What a version of a site's standard answer says; without an English text, the Chinese one.
 * @returns undefined where the site has no such answer or version
 */
export async function standardAnswerText(
  tx: Transaction,
  siteId: string,
  { id, version }: { id: string; version: number },
  language: Language,
): Promise<string | undefined> {
  const [row] = await tx.query<{ text_zh: string; text_en: string | null }>(
    `SELECT v.text_zh, v.text_en FROM standard_answer_version v JOIN standard_answer a ON a.id = v.answer_id
     WHERE a.id = $1 AND v.version = $2 AND a.site_id = $3`,
    [id, version, siteId],
  );
  return row && (language === 'en' ? (row.text_en ?? row.text_zh) : row.text_zh);
}

/** A retired one still names what people ask about. */
export async function isStandardAnswerOf(tx: Transaction, siteId: string, id: string): Promise<boolean> {
  return (await tx.query('SELECT 1 FROM standard_answer WHERE id = $1 AND site_id = $2', [id, siteId])).length > 0;
}
