import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';

/** A public place as its sheet shows it. */
export interface CodedPlace {
  id: string;
  siteId: string;
  label: Localized;
  site: Localized;
  code: string;
  version: number;
}

interface Row {
  id: string;
  site_id: string;
  label: string;
  label_en: string;
  site: string | null;
  site_en: string | null;
  code: string;
  version: number;
}

const select = `
  SELECT p.id, p.site_id, p.label, p.label_en, s.label AS site, s.label_en AS site_en, c.code, c.version
  FROM named_place p JOIN place_code c ON c.place_id = p.id LEFT JOIN named_place s ON s.id = p.site_id`;

/** Unguessable codes of public places; whoever stands before the sheet knows it. */
@Injectable()
export class PlaceCodes {
  constructor(private readonly database: Database) {}

  async byCode(code: string): Promise<CodedPlace | undefined> {
    if (!/^[\w-]{22}$/.test(code)) return undefined;
    const [row] = await this.database.query<Row>(`${select} WHERE p.kind = 'public-place' AND c.code = $1`, [code]);
    return row && placeOf(row);
  }

  /** @param sites null: every site */
  async byPlace(id: string, sites: string[] | null): Promise<CodedPlace | undefined> {
    const [row] = await this.database.query<Row>(
      `${select} WHERE p.kind = 'public-place' AND p.id = $1 AND ($2::uuid[] IS NULL OR p.site_id = ANY($2))`,
      [id, sites],
    );
    return row && placeOf(row);
  }
}

/** A place has a code from the moment it is known; what is told again changes nothing. */
export function keepCode(tx: Transaction, placeId: string): void {
  tx.send('INSERT INTO place_code (place_id, code, version, issued_at) VALUES ($1, $2, 1, $3) ON CONFLICT (place_id) DO NOTHING', [
    placeId,
    newCode(),
    tx.now,
  ]);
}

/** Another code: the sheets on the wall are good no more. */
export async function changeCode(tx: Transaction, placeId: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'UPDATE place_code SET code = $2, version = version + 1, issued_at = $3 WHERE place_id = $1 RETURNING version',
    [placeId, newCode(), tx.now],
  );
  return row!.version;
}

/** The sites a principal sees as a whole with one of the roles; null: every site. */
export function sitesSeen(principal: Principal, roles: readonly string[]): string[] | null {
  const held = principal.roles.filter(({ role }) => roles.includes(role)).map(({ siteId }) => siteId);
  return held.includes(null) ? null : held.filter((siteId) => siteId !== null);
}

/** 128 bits. */
function newCode(): string {
  return randomBytes(16).toString('base64url');
}

function placeOf(row: Row): CodedPlace {
  return {
    id: row.id,
    siteId: row.site_id,
    label: { zh: row.label, en: row.label_en },
    site: { zh: row.site ?? '', en: row.site_en ?? '' },
    code: row.code,
    version: row.version,
  };
}
