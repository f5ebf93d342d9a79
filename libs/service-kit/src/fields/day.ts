import { field, type FieldOptions } from './field';
import { parseInstant } from './parse-instant';

/** A day as a calendar of a site shows it, YYYY-MM-DD; the handler gets the text. */
export function Day(options: FieldOptions): PropertyDecorator {
  const { label } = options;
  return field(options, {
    structure: 'scalar',
    message: {
      zh: `请填写有效的${label.zh}（年月日，例如 2026-11-23）`,
      en: `Please give a valid ${label.en} (a date such as 2026-11-23)`,
    },
    schema: { type: String, format: 'date', minLength: 10, maxLength: 10, example: '2026-11-23' },
    accepts: (value) => typeof value === 'string' && parseInstant(`${value}T00:00:00Z`) !== undefined,
  });
}
