import type { DomainError } from '@property-office/kernel';
import { isUniqueViolation } from '@property-office/persistence';

/** Awaits a write; where a unique constraint refuses it, the refusal is the one given for that constraint. */
export async function unlessTaken<T>(
  write: Promise<T>,
  refusals: Record<string, () => DomainError>,
): Promise<T> {
  try {
    return await write;
  } catch (error) {
    for (const [constraint, refusal] of Object.entries(refusals))
      if (isUniqueViolation(error, constraint)) throw refusal();
    throw error;
  }
}
