import { defineErrors } from '@property-office/kernel';

const errors = defineErrors({
  seenInFuture: {
    kind: 'invalid',
    title: { zh: '发现时间有误', en: 'The time it was seen is wrong' },
  },
  windowImpossible: {
    kind: 'invalid',
    title: { zh: '上门时间有误', en: 'The preferred window is wrong' },
  },
});

const minute = 60_000;
/** Clocks of phones run a little ahead. */
const clockSkew = 10 * minute;
const furthestWindow = 366 * 24 * 60 * minute;

/**
 * When a fault was seen may lie years back (an imported register) but not ahead; a visit can be wished for from now to a
 * year ahead.
 * @throws seenInFuture, windowImpossible (400)
 */
export function checkTimes(report: { seenAt?: Date; preferredWindow?: { from: Date; to: Date } }, now: Date): void {
  if (report.seenAt && report.seenAt.getTime() > now.getTime() + clockSkew) {
    throw errors.seenInFuture({}, field('/seenAt', '发现时间不能晚于现在', 'It cannot be in the future'));
  }
  const window = report.preferredWindow;
  if (!window) return;
  if (window.to <= window.from) {
    throw errors.windowImpossible({}, field('/preferredWindow/to', '结束时间应晚于开始时间', 'The end must be after the start'));
  }
  if (window.to < now) {
    throw errors.windowImpossible({}, field('/preferredWindow/to', '上门时间已经过去', 'The window is over'));
  }
  if (window.to.getTime() - now.getTime() > furthestWindow) {
    throw errors.windowImpossible({}, field('/preferredWindow/to', '上门时间最多可预约一年内', 'It may be at most a year ahead'));
  }
}

function field(pointer: string, zh: string, en: string) {
  return { fields: [{ pointer, message: { zh, en } }] };
}
