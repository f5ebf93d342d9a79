/** Class of a repair category: its service targets are rows per site and class (Q1). */
export const repairClasses = ['P0', 'P1', 'P2', 'P3'] as const;
export type RepairClass = (typeof repairClasses)[number];

/** How the first work order of an episode finds its crew (product.md, main flow 3). */
export const dispatchModes = ['assign', 'claim', 'rota', 'manual'] as const;
export type DispatchMode = (typeof dispatchModes)[number];

/** Trades a crew can be sent for. */
export const skills = ['plumbing', 'electricity', 'lift', 'doors-windows', 'masonry', 'appliances', 'cleaning', 'greening', 'security-systems', 'general'] as const;
export type Skill = (typeof skills)[number];

/** Why work may stand still (main flow 4): anything else is not a reason to stop the clock. */
export const pauseReasons = ['waiting-for-parts', 'nobody-in', 'waiting-for-approval', 'waiting-for-other-trade', 'waiting-for-outside-body', 'unsafe'] as const;
export type PauseReason = (typeof pauseReasons)[number];
