import { receptionErrors } from './errors';

const hour = 3_600_000;
const furthest = 90 * 24 * hour;
const longest = 30 * 24 * hour;

/**
 * When a visit may take place: it ends after it begins and is not over, lasts a month at most and is announced three months
 * ahead at most.
 * @throws visitWindowImpossible (400)
 */
export function checkVisitWindow({ from, until }: { from: Date; until: Date }, now: Date): void {
  if (until <= from) throw receptionErrors.visitWindowImpossible('/until', '结束时间应晚于开始时间', 'it must be after the start');
  if (until <= now) throw receptionErrors.visitWindowImpossible('/until', '来访时间已经过去', 'the visit is over');
  if (until.getTime() - from.getTime() > longest) throw receptionErrors.visitWindowImpossible('/until', '来访最长三十天', 'a visit lasts 30 days at most');
  if (from.getTime() - now.getTime() > furthest) throw receptionErrors.visitWindowImpossible('/from', '最多提前九十天登记', 'at most 90 days ahead');
}

/** 18 characters as on an identity card of the PRC: region, date of birth, order, check digit. Never kept (W2.1). */
const identityNumber = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/;

/** @throws identityCardRefused (400) for a text that holds the number of an identity card */
export function refuseIdentityNumber(text: string | undefined, pointer: string): void {
  if (text !== undefined && identityNumber.test(text.normalize('NFKC').replace(/[\s-]/g, ''))) throw receptionErrors.identityCardRefused(pointer);
}
