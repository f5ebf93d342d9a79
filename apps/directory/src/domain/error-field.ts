import type { FieldError } from '@property-office/kernel';

/** The one field of a body that is wrong. */
export function at(pointer: string, zh: string, en: string): { fields: FieldError[] } {
  return { fields: [{ pointer, message: { zh, en } }] };
}
