import type { Schema } from '../api-document';

const moments = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '9999-99-99T99:99:99Z', '2059-02-30T08:00:00Z', '+275760-09-13T00:00:00Z'];
const days = ['0000-01-01', '9999-12-31', '2059-02-30'];
const months = ['0000-01', '9999-12', '2059-13'];

/** What nobody means by a moment, a day or a month; nothing where a field is none of these. */
export function absurdOf({ format, example }: Schema): readonly string[] {
  if (format === 'date-time') return moments;
  if (typeof example !== 'string') return [];
  return /^\d{4}-\d\d-\d\d$/.test(example) ? days : /^\d{4}-\d\d$/.test(example) ? months : [];
}
