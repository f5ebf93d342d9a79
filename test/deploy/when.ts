/** A fault where something is wrong, for a list of faults. */
export const when = (wrong: boolean, fault: string): string[] => (wrong ? [fault] : []);
