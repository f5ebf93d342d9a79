import { field, type FieldOptions } from './field';

/** What people write between the digits, and what their address books add unseen. */
const between = /[\s().\u00b7\p{Pd}\p{Cf}]/gu;

/** A telephone number to call back: the handler gets its digits, after a + where one was. */
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
        ? value.normalize('NFKC').replace(/^\s*tel:/i, '').replace(between, '')
        : value,
    accepts: (value) => typeof value === 'string' && isNumber(value),
  });
}

function isNumber(text: string): boolean {
  if (!/^\+?\d{5,15}$/.test(text)) return false;
  const national = text.replace(/^\+?86(?=1\d{8})/, '');
  // A digit too few or too many is what goes wrong most: a mobile number has eleven.
  if (/^1[3-9]/.test(national) && !/^1[3-9]\d{9}$/.test(national)) return false;
  return !/^\+?(\d)\1*$/.test(text);
}
