import { armFaultPoints } from '@property-office/outbox';
import type { PlatformConfiguration } from '@property-office/service-kit';

/** Fault points act under the test clock alone: whatever FAULT_POINTS says in production does nothing. */
export function armUnderTest({ testClock, faultPoints }: Pick<PlatformConfiguration, 'testClock' | 'faultPoints'>): void {
  if (testClock) armFaultPoints(faultPoints);
}
