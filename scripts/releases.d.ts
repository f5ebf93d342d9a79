/** A ref of the last release of a checkout, and how it was found. @throws Error with what to do where there is none */
export function lastReleaseIn(checkout: string): { ref: string; how: string };
