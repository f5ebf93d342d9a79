import type { Transaction } from '@property-office/persistence';
import { Place } from './place.entity';

/** A home as people say it: 3 or 3栋, 2单元 where there are entrances, 501. */
export interface PlaceWords {
  building: string;
  entrance?: string;
  home: string;
}

/** The one home of a site that the words name; null where they name none, or several. */
export async function homeByWords(tx: Transaction, siteId: string, words: PlaceWords): Promise<Place | null> {
  const names = (alias: string) =>
    `lower(${alias}.code), lower(${alias}.name_zh), lower(coalesce(${alias}.name_en, ''))`;
  const rows = await tx.query<{ id: string }>(
    `SELECT h.id FROM place h
     JOIN place b ON b.id = h.building_id
     LEFT JOIN place e ON e.id = h.parent_id AND e.kind = 'entrance'
     WHERE h.site_id = $1 AND h.kind = 'home' AND $2 IN (${names('b')}) AND $4 IN (${names('h')})
       AND ($3::text IS NULL OR $3 IN (${names('e')}))
     LIMIT 2`,
    [
      siteId,
      said(words.building),
      words.entrance === undefined ? null : said(words.entrance),
      said(words.home),
    ],
  );
  return rows.length === 1 ? tx.manager.findOneBy(Place, { id: rows[0]!.id }) : null;
}

function said(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** What is kept of the words for who looks at the claim. */
export function inOneLine({ building, entrance, home }: PlaceWords): string {
  return [building, entrance, home].filter((part) => part !== undefined).join(' ');
}
