import type { Transaction } from '@property-office/persistence';
import { In } from 'typeorm';
import { numberKey } from '../../domain/device';
import { Place } from '../../persistence/place.entity';
import type { ImportedPlaceDto } from './import-places.dto';

/** What is registered already of what a list names: the places themselves, their parents, and what stands in these. */
export interface KnownPlaces {
  byId: Map<string, Place>;
  byExternalCode: Map<string, Place>;
  /** `<parent id> <code>` */
  codes: Set<string>;
  /** Of the devices of the site, among those in the list: each as `numberKey`. */
  deviceKeys: Set<string>;
}

/** Those of which the list says a device are locked until COMMIT: nobody changes them meanwhile. */
export async function knownPlaces(
  tx: Transaction,
  site: Place,
  list: readonly ImportedPlaceDto[],
): Promise<KnownPlaces> {
  const externalCodes = new Set(
    list.flatMap(({ externalCode, parentExternalCode }) => [
      externalCode,
      parentExternalCode ?? externalCode,
    ]),
  );
  const saidDevices = list.flatMap(({ externalCode, device }) => (device ? externalCode : []));
  await tx.manager.find(Place, {
    where: { siteId: site.id, externalCode: In(saidDevices) },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  const ids = new Set(list.flatMap(({ parentId }) => parentId ?? []));
  const found = await tx.manager.find(Place, {
    where: [
      { siteId: site.id, externalCode: In([...externalCodes]) },
      { siteId: site.id, id: In([...ids]) },
    ],
  });
  const all = [site, ...found];
  const siblings = await tx.query<{ parent_id: string; code: string }>(
    'SELECT parent_id, code FROM place WHERE parent_id = ANY($1) AND code = ANY($2)',
    [all.map(({ id }) => id), list.map(({ code }) => code)],
  );
  const devices = await tx.query<{ device_key: string }>(
    'SELECT device_key FROM place WHERE site_id = $1 AND device_key = ANY($2)',
    [site.id, list.flatMap(({ device }) => (device ? numberKey(device.number) : []))],
  );
  return {
    byId: new Map(all.map((place) => [place.id, place])),
    byExternalCode: new Map(
      found.flatMap((place) => (place.externalCode === null ? [] : [[place.externalCode, place]])),
    ),
    codes: new Set(siblings.map((row) => codeKey(row.parent_id, row.code))),
    deviceKeys: new Set(devices.map((row) => row.device_key)),
  };
}

export function codeKey(parentId: string, code: string): string {
  return `${parentId} ${code}`;
}
