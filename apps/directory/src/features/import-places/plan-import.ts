import type { FieldError } from '@property-office/kernel';
import { numberKey, wrongOf } from '../../domain/device';
import { parentKinds } from '../../domain/place-tree';
import { newPlace } from '../../persistence/new-place';
import type { Place } from '../../persistence/place.entity';
import type { ImportedPlaceDto, ImportedPlaceView } from './import-places.dto';
import { codeKey, type KnownPlaces } from './known-places';

export interface ImportPlan {
  created: Place[];
  answers: ImportedPlaceView[];
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
  const plan: ImportPlan = { created: [], answers: [], errors: [] };
  list.forEach((row, index) => {
    const { externalCode } = row;
    const existing = known.byExternalCode.get(externalCode);
    if (existing) {
      plan.answers.push({ externalCode, id: existing.id, created: false });
      return;
    }
    const complain = (field: string, zh: string, en: string) =>
      plan.errors.push({ pointer: `/places/${index}/${field}`, message: { zh, en } });
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
    if (row.device && known.deviceKeys.has(numberKey(row.device.number))) return complain('device/number', '编号已被使用', 'The number is taken');
    const place = newPlace({ ...row, name: row.name ?? { zh: row.code } }, parent, now);
    known.codes.add(key);
    if (place.deviceKey !== null) known.deviceKeys.add(place.deviceKey);
    known.byId.set(place.id, place);
    known.byExternalCode.set(externalCode, place);
    plan.created.push(place);
    plan.answers.push({ externalCode, id: place.id, created: true });
  });
  return plan;
}

function parentOf(
  { parentExternalCode, parentId }: ImportedPlaceDto,
  site: Place,
  known: KnownPlaces,
): Place | undefined {
  if (parentExternalCode !== undefined) return known.byExternalCode.get(parentExternalCode);
  return parentId === undefined ? site : known.byId.get(parentId);
}
