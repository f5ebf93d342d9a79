import { field, type FieldOptions } from './field';

/** Of the years that `Instant` takes. */
const pattern = '^(19\\d\\d|20\\d\\d|2100)-(0[1-9]|1[0-2])$';
const month = new RegExp(pattern);

/** A month as a calendar of a site shows it. */
export function Month(options: FieldOptions): PropertyDecorator {
  const { label } = options;
  return field(options, {
    structure: 'scalar',
    message: {
      zh: `请填写有效的${label.zh}（年月，例如 2026-11）`,
      en: `Please give a valid ${label.en} (year and month, such as 2026-11)`,
    },
    schema: { type: String, pattern, minLength: 7, maxLength: 7, example: '2026-11' },
    accepts: (value) => typeof value === 'string' && month.test(value),
  });
}
