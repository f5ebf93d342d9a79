import { stepKey } from '@property-office/office-client';

/** The key of one step of one row of a file, whatever run it is taken in. */
export function keyOfStep(file: string, externalId: string, step: string): string {
  return stepKey('replay', file, externalId, step);
}
