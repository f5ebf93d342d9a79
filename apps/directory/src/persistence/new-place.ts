import type { PlaceKind } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { deviceOf, numberKey, type SaidDevice } from '../domain/device';
import { buildingOf, labelOf } from '../domain/place-tree';
import { Place } from './place.entity';
import { indexPlace } from './places';

export interface NewPlace {
  kind: PlaceKind;
  code: string;
  name: { zh: string; en?: string };
  externalCode?: string;
  device?: SaidDevice;
}

/** A place below `parent`, in its first version. */
export function newPlace(input: NewPlace, parent: Place, now: Date): Place {
  const place = new Place();
  place.id = newId();
  place.siteId = parent.siteId;
  place.kind = input.kind;
  place.parentId = parent.id;
  place.buildingId = buildingOf(place, parent);
  place.code = input.code;
  place.nameZh = input.name.zh;
  place.nameEn = input.name.en ?? null;
  Object.assign(place, labelOf(place, parent));
  place.externalCode = input.externalCode ?? null;
  place.timeZone = null;
  place.settings = null;
  place.device = input.device ? deviceOf(input.device) : null;
  place.deviceKey = place.device && numberKey(place.device.number);
  indexPlace(place);
  place.version = 1;
  place.createdAt = now;
  place.changedAt = now;
  return place;
}
