import { platformMigrations } from '@property-office/backbone';
import { deadlineMigrations } from '@property-office/deadlines';
import { RepairRequests1763900100000 } from './1763900100000-repair-requests.migration';
import { Corrections1763900100100 } from './1763900100100-corrections.migration';
import { Promises1763900100200 } from './1763900100200-promises.migration';
import { Conversions1763900107000 } from './1763900107000-conversions.migration';
import { PlaceCodes1763900108000 } from './1763900108000-place-codes.migration';
import { Urging1765200000000 } from './1765200000000-urging.migration';
import { Ratings1765200100000 } from './1765200100000-ratings.migration';
import { Merging1765200200000 } from './1765200200000-merging.migration';
import { MeToo1765200500000 } from './1765200500000-me-too.migration';
import { PlaceInAnyState1765300400000 } from './1765300400000-place-in-any-state.migration';

export const ticketsMigrations = [
  ...platformMigrations,
  ...deadlineMigrations,
  RepairRequests1763900100000,
  Corrections1763900100100,
  Promises1763900100200,
  Conversions1763900107000,
  PlaceCodes1763900108000,
  Urging1765200000000,
  Ratings1765200100000,
  Merging1765200200000,
  MeToo1765200500000,
  PlaceInAnyState1765300400000,
];
