import { createHash } from 'node:crypto';
import { canonicalJson } from '@property-office/audit';
import type { ConversionKind } from '@property-office/contracts';
import { DomainError } from '@property-office/kernel';
import { receptionErrors } from '../../domain/errors';
import type { ConvertContactDto } from './convert-contact.dto';

const parts = ['repair', 'complaint', 'visitor', 'place'] as const;

/** What is read of a conversion, by the kind that it makes. */
const readOf: Readonly<Record<ConversionKind, ReadonlyArray<(typeof parts)[number]>>> = {
  'repair-request': ['repair'],
  complaint: ['complaint', 'place'],
  suggestion: ['place'],
  visitor: ['visitor'],
};

/** @throws conversionOfAnotherKind (400) for what nobody would read */
export function assertOfItsKind(input: ConvertContactDto): void {
  const others = parts.filter((part) => input[part] !== undefined && !readOf[input.to].includes(part));
  if (others.length > 0) throw receptionErrors.conversionOfAnotherKind(others);
}

/** SHA-256 (hex) of what somebody asked for, by which it is known again: not of when they say that they did. */
export function hashOfAsked(input: ConvertContactDto): string {
  const asked = JSON.stringify({ ...input, happenedAt: undefined, lateReason: undefined });
  return createHash('sha256').update(canonicalJson(JSON.parse(asked))).digest('hex');
}

/** Does what is refused of a part of the conversion alone: the pointers are those of the whole. @throws what `work` throws */
export async function inPart<T>(part: (typeof parts)[number], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof DomainError ? withinPart(part, error) : error;
  }
}

function withinPart(part: string, { code, spec, params, fields, retryAfter }: DomainError): DomainError {
  const inWhole = fields.map(({ pointer, message }) => ({ pointer: `/${part}${pointer}`, message }));
  return new DomainError(code, spec, params, inWhole, retryAfter);
}
