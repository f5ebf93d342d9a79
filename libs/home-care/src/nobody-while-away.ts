import { DomainError } from '@property-office/kernel';

/** What directory would say of who is called instead, while it is away: the page is shown without. */
export function nobodyWhileAway(error: unknown): never[] {
  if (error instanceof DomainError && error.spec.kind === 'unavailable') return [];
  throw error;
}
