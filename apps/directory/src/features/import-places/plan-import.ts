import type { Device } from '@property-office/contracts';
import type { FieldError, Localized } from '@property-office/kernel';
import { deviceOf, isSameDevice, numberKey, saidAgain, wrongOf, type SaidDevice } from '../../domain/device';
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

/** Why a row cannot be registered, or its device not be changed. */
interface WrongRow {
  /** Within the row. */
  field: string;
  message: Localized;
}

/** Goes through the list in its order, so that a place may stand in one that comes before it. */
export function planImport(
  site: Place,
  known: KnownPlaces,
  list: readonly ImportedPlaceDto[],
  now: Date,
): ImportPlan {
  const plan: ImportPlan = { created: [], changed: new Set(), answers: [], errors: [] };
  const named = new Set<string>();
  list.forEach((row, index) => {
    const existing = known.byExternalCode.get(row.externalCode);
    const parent = parentOf(row, site, known);
    const wrong = wrongTwice(row, named) ?? (existing ? wrongAgain(existing, row, known, now) : wrongAnew(parent, row, known, now));
    named.add(row.externalCode);
    if (wrong) plan.errors.push({ pointer: `/places/${index}/${wrong.field}`, message: wrong.message });
    else plan.answers.push(existing ? changeDevice(existing, row, plan, known) : create(parent!, row, plan, known, now));
  });
  return plan;
}

const namedTwice: WrongRow = { field: 'externalCode', message: { zh: '清单中前面已有这个外部编号', en: 'An earlier row of the list has this code' } };
const parentUnknown = { zh: '没有这个上级地点', en: 'There is no such place to stand in' };
const parentUnfit: WrongRow = { field: 'kind', message: { zh: '不能放在这个上级地点之下', en: 'It cannot stand in a place of this kind' } };
const codeTaken: WrongRow = { field: 'code', message: { zh: '编号已被使用', en: 'The code is taken' } };
const numberTaken: WrongRow = { field: 'device/number', message: { zh: '编号已被使用', en: 'The number is taken' } };

/** Two rows of one place may say two things of it, of which one would be lost. */
function wrongTwice({ externalCode }: ImportedPlaceDto, named: ReadonlySet<string>): WrongRow | undefined {
  return named.has(externalCode) ? namedTwice : undefined;
}

/** Why a row is no new place. */
function wrongAnew(parent: Place | undefined, { kind, code, device, parentExternalCode }: ImportedPlaceDto, known: KnownPlaces, now: Date): WrongRow | undefined {
  if (!parent) return { field: parentExternalCode ? 'parentExternalCode' : 'parentId', message: parentUnknown };
  if (!parentKinds[kind].includes(parent.kind)) return parentUnfit;
  if (known.codes.has(codeKey(parent.id, code))) return codeTaken;
  return device && (wrongOf(kind, device, now) ?? takenNumber(device, known));
}

/** Why a registered place is no such device. */
function wrongAgain({ kind, device }: Place, { device: said }: ImportedPlaceDto, known: KnownPlaces, now: Date): WrongRow | undefined {
  if (!said) return undefined;
  if (!device) return wrongOf(kind, said, now) ?? takenNumber(said, known);
  if (numberKey(device.number) !== numberKey(said.number))
    return { field: 'device/number', message: { zh: `已登记的设备编号是“${device.number}”，填错须更正`, en: `It is registered under "${device.number}"; a wrong number is corrected` } };
  return wrongOf(kind, saidAgain(device, said), now);
}

function takenNumber({ number }: SaidDevice, known: KnownPlaces): WrongRow | undefined {
  return known.deviceKeys.has(numberKey(number)) ? numberTaken : undefined;
}

function create(parent: Place, row: ImportedPlaceDto, plan: ImportPlan, known: KnownPlaces, now: Date): ImportedPlace {
  const { externalCode, code } = row;
  const place = newPlace({ ...row, name: row.name ?? { zh: code } }, parent, now);
  known.codes.add(codeKey(parent.id, code));
  if (place.deviceKey !== null) known.deviceKeys.add(place.deviceKey);
  known.byId.set(place.id, place);
  known.byExternalCode.set(externalCode, place);
  plan.created.push(place);
  return { externalCode, id: place.id, created: true, deviceChange: null };
}

/** A place that is registered stays as it is but for what is said of its device. */
function changeDevice(place: Place, { externalCode, device: said }: ImportedPlaceDto, { changed }: ImportPlan, known: KnownPlaces): ImportedPlace {
  const unchanged = { externalCode, id: place.id, created: false, deviceChange: null };
  if (!said) return unchanged;
  const before = place.device;
  const after = deviceOf(before ? saidAgain(before, said) : said);
  if (before && isSameDevice(before, after)) return unchanged;
  place.device = after;
  place.deviceKey = numberKey(after.number);
  known.deviceKeys.add(place.deviceKey);
  changed.add(place);
  return { ...unchanged, deviceChange: { before, after } };
}

function parentOf(
  { parentExternalCode, parentId }: ImportedPlaceDto,
  site: Place,
  known: KnownPlaces,
): Place | undefined {
  if (parentExternalCode !== undefined) return known.byExternalCode.get(parentExternalCode);
  return parentId === undefined ? site : known.byId.get(parentId);
}
