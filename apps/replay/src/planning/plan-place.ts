import { createHash } from 'node:crypto';
import { clip, titleCase } from '../source/clean-text';
import type { OddRows } from '../source/oddities';
import type { SourceRow } from '../source/source-row';
import type { Whereabouts } from '../source/vocabulary';

/** A place as `POST /api/places/batch` takes it. */
export interface PlannedPlace {
  externalCode: string;
  kind: 'building' | 'home' | 'public-place';
  parentExternalCode?: string;
  code: string;
  name: { zh: string; en?: string };
}

/** Where a report is: the last of the places, which stand in each other. */
export interface PlannedLocation {
  kind: 'home' | 'place';
  externalCode: string;
  places: PlannedPlace[];
}

const longestCode = 50;
const longestExternalCode = 80;
const longestName = 100;
/** With the building's it makes an external code of at most 100. */
const longestUnit = 14;

const nowhere: PlannedPlace = {
  externalCode: 'no-address',
  kind: 'public-place',
  code: 'no-address',
  name: { zh: '未注明地点', en: 'Address not stated' },
};

/**
 * Where a row is: the home or the shared part of its building; a street corner is a public place of the site; without an
 * address it is a public place of the site that says so.
 */
export function planPlace(row: SourceRow, where: Whereabouts, odd: OddRows): PlannedLocation {
  const { address } = row;
  if (!/[\p{L}\p{N}]/u.test(address)) {
    odd.note('no-address', row.externalId);
    return at('place', [nowhere]);
  }
  const key = address.toUpperCase();
  const name = { zh: clip(titleCase(address), longestName) };
  if (!/\d/.test(address) || /^INTERSECTION\b/.test(key)) {
    odd.note('no-house-number', row.externalId);
    return at('place', [
      {
        externalCode: coded(key, longestExternalCode),
        kind: 'public-place',
        code: coded(key, longestCode),
        name,
      },
    ]);
  }
  const building: PlannedPlace = {
    externalCode: coded(key, longestExternalCode),
    kind: 'building',
    code: coded(key, longestCode),
    name,
  };
  const inside = { parentExternalCode: building.externalCode };
  if (where === 'building') {
    const shared = { zh: '公共部位', en: 'Shared parts' };
    return at('place', [
      building,
      {
        ...inside,
        externalCode: `${building.externalCode}#shared`,
        kind: 'public-place',
        code: 'shared',
        name: shared,
      },
    ]);
  }
  const unit = row.unit ? coded(row.unit.toUpperCase(), longestUnit) : '';
  const home = row.unit
    ? { zh: clip(row.unit, longestName) }
    : { zh: '（房号未注明）', en: '(home not stated)' };
  return at('home', [
    building,
    {
      ...inside,
      externalCode: `${building.externalCode}#home${unit}`,
      kind: 'home',
      code: unit || 'home',
      name: home,
    },
  ]);
}

function at(kind: 'home' | 'place', places: PlannedPlace[]): PlannedLocation {
  return { kind, externalCode: places.at(-1)!.externalCode, places };
}

/** A code no two texts share, though longer ones are cut. */
function coded(text: string, max: number): string {
  if ([...text].length <= max) return text;
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 7);
  return `${[...text].slice(0, max - 8).join('')}~${mark}`;
}
