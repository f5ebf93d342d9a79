import type { FieldError, Localized } from '@property-office/kernel';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { requestErrors } from '../problems/request-errors';
import { shapeErrors } from './shape';

export type DtoSource = 'body' | 'query';

/** As an RFC 6901 pointer into the body, or `?name` for a query parameter. */
const pointers: Record<DtoSource, (name: string) => string> = {
  body: (name) => `/${name}`,
  query: (name) => `?${name}`,
};

const validation = { validationError: { target: false, value: false }, forbidUnknownValues: false };

/**
 * Makes a DTO of what was received.
 * @throws invalidFields (400) with one error for each wrong field
 */
export function readDto<T extends object>(dto: new () => T, received: unknown, source: DtoSource): T {
  const pointer = pointers[source];
  // A verb may be sent without a body.
  const plain = received ?? {};
  const misshapen = shapeErrors(dto, plain, pointer);
  if (misshapen.length > 0) throw requestErrors.invalidFields({}, { fields: misshapen });
  const value = plainToInstance(dto, plain);
  const errors = validateSync(value, validation);
  if (errors.length > 0) throw requestErrors.invalidFields({}, { fields: flatten(errors, '', pointer) });
  return value;
}

function flatten(errors: ValidationError[], at: string, pointer: (name: string) => string): FieldError[] {
  return errors.flatMap(({ property, constraints, contexts, children = [] }) => {
    const here = at === '' ? property : `${at}/${property}`;
    const own = Object.keys(constraints ?? {}).map((name) => ({
      pointer: pointer(here),
      message: messageOf(contexts?.[name], constraints![name]!),
    }));
    return [...own, ...flatten(children, here, pointer)];
  });
}

/** A decorator of class-validator used directly has an English message only. */
function messageOf(context: unknown, fallback: string): Localized {
  return (context as Localized | undefined) ?? { zh: fallback, en: fallback };
}
