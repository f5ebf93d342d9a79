import { Injectable } from '@nestjs/common';
import { FieldCipher, looksLikePhone } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { maskPhone } from '@property-office/kernel';
import { Database, whereTyped, type Transaction } from '@property-office/persistence';
import { actorOf } from '../../acting/actor-of';
import { directoryErrors } from '../../domain/errors';
import { openPhone, phoneIndexes } from '../../persistence/person-phone';
import { recordView } from '../../persistence/personal-data-views';
import type { CallerFoundView, CallersFound } from './caller.view';

/** Enough to choose from; who wants the register itself has to ask for it elsewhere. */
export const mostCallers = 20;
export const fewestLetters = 2;

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  phone_cipher: string | null;
  homes: CallerFoundView['homes'];
}

const today = 't.starts_at <= platform.now() AND (t.ends_at IS NULL OR t.ends_at > platform.now())';

/** Who of one site may be meant: few of them, numbers masked, and each one that was shown is written down (G7). */
@Injectable()
export class SearchCallersHandler {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws searchTooShort (400), roleMayNot (403) */
  execute(principal: Principal, siteId: string, q: string): Promise<CallersFound> {
    const actor = actorOf(principal, 'directory.searchCallers', siteId);
    if ((q.match(/[\p{L}\p{N}]/gu) ?? []).length < fewestLetters) throw directoryErrors.searchTooShort(fewestLetters);
    return this.database.transaction(async (tx) => {
      const found = await this.find(tx, siteId, q.trim());
      const shown = found.slice(0, mostCallers);
      recordView(tx, { actor }, shown.map(({ id }) => id), ['name', 'homes'], 'directory: who turns to the desk');
      return { items: shown.map((row) => this.view(row)), more: found.length > shown.length };
    });
  }

  private find(tx: Transaction, siteId: string, q: string): Promise<Row[]> {
    const phone = looksLikePhone(q);
    const [person, home] = phone ? [] : [whereTyped('p', q), whereTyped('h', q)];
    const value = phone ? phoneIndexes(this.cipher, q) : person!.value;
    const ids = phone
      ? 'SELECT p.id FROM person p WHERE p.phone_index = ANY ($2::text[])'
      : `SELECT p.id FROM person p WHERE ${person!.sql('$2')}
         UNION
         SELECT t.person_id FROM place h JOIN tie t ON t.home_id = h.id AND ${today}
         WHERE h.site_id = $1 AND h.kind = 'home' AND ${home!.sql('$2')}`;
    return tx.query<Row>(
      `SELECT p.id, p.name, p.phone_cipher, coalesce(lives.homes, '[]'::jsonb) AS homes
       FROM person p JOIN person_site ps ON ps.person_id = p.id AND ps.site_id = $1
       LEFT JOIN LATERAL (
         SELECT min(h.label) AS first, bool_or(lower(h.code) = lower($3)) AS so_called,
           jsonb_agg(jsonb_build_object('homeId', h.id, 'label', h.label, 'labelEn', h.label_en, 'kind', t.kind) ORDER BY h.label, h.id) AS homes
         FROM tie t JOIN place h ON h.id = t.home_id WHERE t.person_id = p.id AND t.site_id = $1 AND ${today}
       ) lives ON true
       WHERE p.id IN (${ids})
       ORDER BY p.name = $3 DESC, coalesce(lives.so_called, false) DESC, lives.first NULLS LAST, p.name, p.id
       LIMIT ${mostCallers + 1}`,
      [siteId, value, q],
    );
  }

  private view({ id, name, phone_cipher: phoneCipher, homes }: Row): CallerFoundView {
    const phone = openPhone(this.cipher, { phoneCipher });
    return { personId: id, name, phone: phone === null ? null : maskPhone(phone), homes };
  }
}
