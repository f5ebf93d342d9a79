import { field, type FieldOptions } from './field';

/** A telephone number to call back: the handler gets it without the spaces, hyphens and brackets people write. */
export function Phone(options: FieldOptions): PropertyDecorator {
  const { label } = options;
  return field(options, {
    structure: 'scalar',
    message: {
      zh: `请填写有效的${label.zh}（手机号或带区号的座机号）`,
      en: `Please give a valid ${label.en} (mobile, or landline with area code)`,
    },
    schema: { type: String, maxLength: 30, example: '13800138000' },
    read: (value) =>
      typeof value === 'string' && value.length <= 30
        ? value.normalize('NFKC').replace(/[\s()-]/g, '')
        : value,
    accepts: (value) => typeof value === 'string' && /^\+?\d{5,15}$/.test(value),
  });
}
