import type { Localized } from '@property-office/kernel';
import { field } from '@property-office/service-kit';

const longest = 200;

/** A password to be set. Unlike a text it is taken as it is, white space included. */
export function NewPassword(label: Localized): PropertyDecorator {
  return passwordField(label, 8);
}

/** A password to be checked. */
export function Password(label: Localized, { optional = false } = {}): PropertyDecorator {
  return passwordField(label, 1, optional);
}

function passwordField(label: Localized, shortest: number, optional = false): PropertyDecorator {
  return field(
    { label, optional },
    {
      structure: 'scalar',
      message: {
        zh: `请填写${label.zh}（${shortest}–${longest} 个字符）`,
        en: `Please fill in the ${label.en} (${shortest} to ${longest} characters)`,
      },
      schema: { type: String, format: 'password', minLength: shortest, maxLength: longest },
      accepts: (value) => typeof value === 'string' && value.length >= shortest && value.length <= longest,
    },
  );
}
