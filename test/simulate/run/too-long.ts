import { smokeSeconds, type SimulateOptions } from './options';

/** What is wrong with how long a run took: of a smoke test alone, which has three minutes at most. */
export function tooLong({ smoke }: Pick<SimulateOptions, 'smoke'>, tookMs: number): string[] {
  return smoke && tookMs > smokeSeconds * 1000 ? [`the smoke test took ${Math.ceil(tookMs / 1000)} s, more than ${smokeSeconds}`] : [];
}
