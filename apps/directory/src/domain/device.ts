import type { Device, PlaceKind } from '@property-office/contracts';
import { liesAhead, type Localized } from '@property-office/kernel';

/** What is said of a device; left out, it is in service, and no warranty is known. */
export interface SaidDevice extends Omit<Device, 'outOfServiceOn'> {
  outOfServiceOn?: string;
}

export interface WrongDevice {
  /** The field it is said in, inside what is said of the place. */
  field: string;
  message: Localized;
}

/** The clocks that are furthest ahead show a day so much earlier than UTC. */
const earliestDay = 14 * 3_600_000;

/** Why a place of that kind is no such device (W4.1), at a moment; undefined: it may be. */
export function wrongOf(kind: PlaceKind, { number, installedOn, outOfServiceOn, warrantyUntil }: SaidDevice, now: Date): WrongDevice | undefined {
  if (kind !== 'public-place')
    return { field: 'device', message: { zh: '只有公共地点可以登记为设备', en: 'Only a public place can be a device' } };
  const wrong = wrongNumber(number);
  if (wrong) return { field: 'device/number', message: wrong };
  const today = new Date(now.getTime() + earliestDay).toISOString().slice(0, 10);
  if (installedOn > today) return { field: 'device/installedOn', message: { zh: '安装日期不能晚于今天', en: 'It cannot have been installed after today' } };
  if (outOfServiceOn !== undefined && outOfServiceOn > today && !liesAhead(new Date(outOfServiceOn), now))
    return { field: 'device/outOfServiceOn', message: { zh: '停用日期最多提前五年', en: 'The end of its service is at most five years ahead' } };
  if (outOfServiceOn !== undefined && outOfServiceOn < installedOn)
    return {
      field: 'device/outOfServiceOn',
      message: { zh: '停用日期不能早于安装日期', en: 'It cannot be taken out of service before it was installed' },
    };
  if (warrantyUntil !== undefined && warrantyUntil < installedOn)
    return {
      field: 'device/warrantyUntil',
      message: { zh: '质保到期日不能早于安装日期', en: 'Its warranty cannot end before it was installed' },
    };
  return undefined;
}

/** Why no device goes by that number, which has to be read and said: its file does. */
export function wrongNumber(number: string): Localized | undefined {
  return /[\p{L}\p{N}]/u.test(number) ? undefined : { zh: '编号须含字母、汉字或数字', en: 'A number has a letter or a digit' };
}

/** As it is kept and announced. */
export function deviceOf({ number, equipment, installedOn, outOfServiceOn, warrantyUntil }: SaidDevice): Device {
  return { number, equipment, installedOn, outOfServiceOn: outOfServiceOn ?? null, ...(warrantyUntil !== undefined && { warrantyUntil }) };
}

/** What a list says again of a device: what it leaves out stays as it is, and so does how the number was first written. */
export function saidAgain(known: Device, said: SaidDevice): SaidDevice {
  const { outOfServiceOn = known.outOfServiceOn ?? undefined, warrantyUntil = known.warrantyUntil } = said;
  return { ...said, number: known.number, ...(outOfServiceOn !== undefined && { outOfServiceOn }), ...(warrantyUntil !== undefined && { warrantyUntil }) };
}

export function isSameDevice(one: Device, other: Device): boolean {
  return facts.every((fact) => one[fact] === other[fact]);
}

const facts = ['number', 'equipment', 'installedOn', 'outOfServiceOn', 'warrantyUntil'] as const satisfies ReadonlyArray<keyof Device>;

/** By which numbers are one: however wide or large it was typed, and whatever blanks or dashes part it (`AT-X1`, `at  x1`). */
export function numberKey(number: string): string {
  return number.normalize('NFKC').toUpperCase().trim().replace(/[\s\p{Pd}]+/gu, '-');
}
