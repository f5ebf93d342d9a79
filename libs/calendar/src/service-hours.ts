import { calendarErrors } from './calendar-errors';

/** What of the office serves; each has hours of its own on each site (G4). */
export const serviceFunctions = [
  'duty',
  'desk',
  'repairs',
  'papers',
  'complaint-replies',
  'approvals',
] as const;
export type ServiceFunction = (typeof serviceFunctions)[number];

/**
 * What a day is. Holidays come first, whatever the weekday; a make-up workday is a workday; Monday to Friday are workdays
 * otherwise.
 */
export const dayKinds = ['workday', 'saturday', 'sunday', 'holiday'] as const;
export type DayKind = (typeof dayKinds)[number];

/** Wall clock of the site, HH:MM; `24:00` is the end of the day. A shift over midnight is written as two. */
export interface Shift {
  readonly from: string;
  readonly to: string;
}

/** The shifts of one function by kind of day, in order; none where it does not serve. */
export type ServiceHours = Readonly<Record<DayKind, readonly Shift[]>>;

/** A shift in ms since midnight on the wall. */
export interface WallShift {
  readonly from: number;
  readonly to: number;
}

export function onAllDays(...shifts: Shift[]): ServiceHours {
  return { workday: shifts, saturday: shifts, sunday: shifts, holiday: shifts };
}

export function onWorkdays(...shifts: Shift[]): ServiceHours {
  return { workday: shifts, saturday: [], sunday: [], holiday: [] };
}

const officeShifts: Shift[] = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
];

/** Shipped as editable defaults, source "initial proposal"; which functions serve on which days is G4. */
export const proposedHours: Readonly<Record<ServiceFunction, ServiceHours>> = {
  duty: onAllDays({ from: '00:00', to: '24:00' }),
  desk: onAllDays({ from: '08:30', to: '12:00' }, { from: '13:30', to: '18:00' }),
  repairs: onAllDays({ from: '08:30', to: '12:00' }, { from: '13:30', to: '18:00' }),
  papers: onWorkdays(...officeShifts),
  'complaint-replies': onWorkdays(...officeShifts),
  approvals: onWorkdays(...officeShifts),
};

/** @throws bad-service-hours */
export function wallShifts(hours: ServiceHours): Readonly<Record<DayKind, readonly WallShift[]>> {
  if (hours.workday.length === 0) throw calendarErrors.badServiceHours({ hours: 'workday' });
  return {
    workday: inOrder(hours.workday),
    saturday: inOrder(hours.saturday),
    sunday: inOrder(hours.sunday),
    holiday: inOrder(hours.holiday),
  };
}

function inOrder(shifts: readonly Shift[]): WallShift[] {
  let end = 0;
  return shifts.map((shift) => {
    const from = sinceMidnight(shift.from);
    const to = sinceMidnight(shift.to);
    if (!(end <= from && from < to))
      throw calendarErrors.badServiceHours({ hours: `${shift.from}–${shift.to}` });
    end = to;
    return { from, to };
  });
}

/** @returns NaN for what is no time of day, which compares to nothing */
function sinceMidnight(time: string): number {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) return Number.NaN;
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}
