import type { PauseReason } from '@property-office/contracts';

/** What a fact of the work does to the clocks of its episode (G4), short of ending them. */
export type ClockStep = { move: 'taken' | 'arrived' | 'resumed' } | { move: 'paused'; wait: { reason: PauseReason; reviewAt: Date } };
