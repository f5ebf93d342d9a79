import type { Device } from '@property-office/contracts';
import type { FieldError } from '@property-office/kernel';
import { deviceOf, isSameDevice, numberKey, saidAgain, wrongOf, type SaidDevice, type WrongDevice } from '../../domain/device';
import { parentKinds } from '../../domain/place-tree';
import { newPlace } from '../../persistence/new-place';
import type { Place } from '../../persistence/place.entity';
import type { ImportedPlaceDto } from './import-places.dto';
import { codeKey, type KnownPlaces } from './known-places';

/** What becomes of a row. */
export interface ImportedPlace {
  externalCode: string;
  id: string;
  created: boolean;
  /** Of a place that was registered before: what the list says of the device is not what was known. */
  deviceChange: { before: Device | null; after: Device } | null;
}

export interface ImportPlan {
  created: Place[];
  /** Registered before, and another device by what the list says. */
  changed: Set<Place>;
  answers: ImportedPlace[];
  /** One for each row that cannot be registered; then nothing is. */
  errors: FieldError[];
}

/** Goes through the list in its order, so that a place may stand in one that comes before it. */
export function planImport(
  site: Place,
  known: KnownPlaces,
  list: readonly ImportedPlaceDto[],
  now: Date,
): ImportPlan {
  const plan: ImportPlan = { created: [], changed: new Set(), answers: [], errors: [] };
  list.forEach((row, index) => {
    const { externalCode } = row;
    const complain = (field: string, zh: string, en: string) =>
      plan.errors.push({ pointer: `/places/${index}/${field}`, message: { zh, en } });
    const existing = known.byExternalCode.get(externalCode);
    if (existing) {
      const wrong = row.device && wrongAgain(existing, row.device, known, now);
      if (wrong) return complain(wrong.field, wrong.message.zh, wrong.message.en);
      plan.answers.push({ externalCode, id: existing.id, created: false, deviceChange: row.device ? changeDevice(existing, row.device, plan, known) : null });
      return;
    }
    const parent = parentOf(row, site, known);
    if (!parent)
      return complain(
        row.parentExternalCode ? 'parentExternalCode' : 'parentId',
        '没有这个上级地点',
        'There is no such place to stand in',
      );
    if (!parentKinds[row.kind].includes(parent.kind))
      return complain('kind', '不能放在这个上级地点之下', 'It cannot stand in a place of this kind');
    const key = codeKey(parent.id, row.code);
    if (known.codes.has(key)) return complain('code', '编号已被使用', 'The code is taken');
    const wrong = row.device && wrongOf(row.kind, row.device, now);
    if (wrong) return complain(wrong.field, wrong.message.zh, wrong.message.en);
    if (row.device && known.deviceKeys.has(numberKey(row.device.number))) return complain(numberTaken.field, numberTaken.message.zh, numberTaken.message.en);
    const place = newPlace({ ...row, name: row.name ?? { zh: row.code } }, parent, now);
    known.codes.add(key);
    if (place.deviceKey !== null) known.deviceKeys.add(place.deviceKey);
    known.byId.set(place.id, place);
    known.byExternalCode.set(externalCode, place);
    plan.created.push(place);
    plan.answers.push({ externalCode, id: place.id, created: true, deviceChange: null });
  });
  return plan;
}

const numberTaken: WrongDevice = { field: 'device/number', message: { zh: '编号已被使用', en: 'The number is taken' } };

/** Why a registered place is no such device. */
function wrongAgain({ kind, device }: Place, said: SaidDevice, known: KnownPlaces, now: Date): WrongDevice | undefined {
  const key = numberKey(said.number);
  if (!device) return wrongOf(kind, said, now) ?? (known.deviceKeys.has(key) ? numberTaken : undefined);
  if (numberKey(device.number) !== key)
    return { field: 'device/number', message: { zh: `已登记的设备编号是“${device.number}”，填错须更正`, en: `It is registered under "${device.number}"; a wrong number is corrected` } };
  return wrongOf(kind, saidAgain(device, said), now);
}

/** @returns null: the list says what is known */
function changeDevice(place: Place, said: SaidDevice, { changed, created }: ImportPlan, known: KnownPlaces): ImportedPlace['deviceChange'] {
  const before = place.device;
  const after = deviceOf(before ? saidAgain(before, said) : said);
  if (before && isSameDevice(before, after)) return null;
  place.device = after;
  place.deviceKey = numberKey(after.number);
  known.deviceKeys.add(place.deviceKey);
  if (!created.includes(place)) changed.add(place);
  return { before, after };
}

function parentOf(
  { parentExternalCode, parentId }: ImportedPlaceDto,
  site: Place,
  known: KnownPlaces,
): Place | undefined {
  if (parentExternalCode !== undefined) return known.byExternalCode.get(parentExternalCode);
  return parentId === undefined ? site : known.byId.get(parentId);
}
