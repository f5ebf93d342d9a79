import { canonicalForm } from './outgoing-text';

/** Whom a document is to (主送), and who else has it (抄送). */
export interface GoesTo {
  recipients: readonly string[];
  copiesTo: readonly string[];
}

/** Numbers of the copies of one print of a confidential document (份号): each copy can be told from the others. */
export interface Print {
  copies: number;
  firstShare: number | null;
}

export interface Delivery {
  recipient: string;
  copies: number;
  /** Which copies, of a confidential document; empty of another. */
  shares: readonly number[];
}

/**
 * The first who is named again, among those it is to or who else has it: they would be sent it twice, and asked for two receipts. How wide a name is
 * typed, and which blanks stand in it, makes no other of it.
 */
export function namedAgain(goes: GoesTo): { list: keyof GoesTo; at: number } | undefined {
  const named = new Set<string>();
  for (const list of ['recipients', 'copiesTo'] as const)
    for (const [at, name] of goes[list].entries()) {
      const key = canonicalForm(name);
      if (named.has(key)) return { list, at };
      named.add(key);
    }
  return undefined;
}

/** Without those who are named again. */
export function onceEach(names: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const name of names) if (!first.has(canonicalForm(name))) first.set(canonicalForm(name), name);
  return [...first.values()];
}

/** Everybody who gets it, once: also of what was drafted when somebody could be named again. */
export function goesTo({ recipients, copiesTo }: GoesTo): string[] {
  return [...new Set([...recipients, ...copiesTo])];
}

export type DeliveryFault = 'stranger' | 'twice' | 'missing' | 'too-many' | 'shares';

/** Every number that stands on a copy of these prints. */
export function sharesOf(prints: readonly Print[]): number[] {
  return prints.flatMap(({ copies, firstShare }) => (firstShare === null ? [] : Array.from({ length: copies }, (_, i) => firstShare + i)));
}

/**
 * Which of the numbered copies were sealed: those that were named, or all of them.
 * @returns undefined where that cannot be told
 */
export function sealedShares(printed: readonly number[], copies: number, given: readonly number[] = printed): readonly number[] | undefined {
  const known = given.length === copies && new Set(given).size === copies && given.every((share) => printed.includes(share));
  return known ? given : undefined;
}

/**
 * What is wrong with how copies are sent out: each of those it goes to gets some, nobody else does, not more than were
 * sealed; of a confidential document each copy by its number, once.
 * @param shares the numbers that were sealed; null where copies have none
 */
export function deliveryFault(deliveries: readonly Delivery[], recipients: readonly string[], sealed: number, shares: readonly number[] | null): DeliveryFault | undefined {
  const named = deliveries.map(({ recipient }) => recipient);
  if (named.some((each) => !recipients.includes(each))) return 'stranger';
  if (new Set(named).size < named.length) return 'twice';
  if (recipients.some((each) => !named.includes(each))) return 'missing';
  if (deliveries.reduce((sum, { copies }) => sum + copies, 0) > sealed) return 'too-many';
  const given = deliveries.flatMap((each) => each.shares);
  if (shares === null) return given.length > 0 ? 'shares' : undefined;
  const known = deliveries.every((each) => each.shares.length === each.copies && each.shares.every((share) => shares.includes(share)));
  return known && new Set(given).size === given.length ? undefined : 'shares';
}
