import { field, type FieldOptions } from './field';
import { parseInstant } from './parse-instant';

/** A moment, with its zone; the handler gets a Date. */
export function Instant(options: FieldOptions): PropertyDecorator {
  const { label } = options;
  return field(options, {
    structure: 'scalar',
    message: {
      zh: `请填写有效的${label.zh}（含时区的日期和时间，例如 2026-11-23T09:30:00+08:00）`,
      en: `Please give a valid ${label.en} (date and time with a zone, such as 2026-11-23T09:30:00+08:00)`,
    },
    schema: { type: String, format: 'date-time' },
    read: (value) => (typeof value === 'string' ? (parseInstant(value) ?? value) : value),
    accepts: (value) => value instanceof Date,
  });
}
