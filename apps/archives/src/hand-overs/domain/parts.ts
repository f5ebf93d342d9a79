import { handOverParts, type HandOverPart } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

export const handOverPartNames: Record<HandOverPart, Localized> = {
  giver: { zh: '移交人', en: 'giver' },
  receiver: { zh: '接收人', en: 'receiver' },
  witness: { zh: '监交人', en: 'witness' },
};

/** Who is named, or comes from elsewhere; the office gives. */
export const namedParts = ['receiver', 'witness'] as const;
export type NamedPart = (typeof namedParts)[number];

interface Named {
  part: HandOverPart;
  personId: string;
}

/** Three signatures of three people (W4.6). */
export function isWhole(signed: ReadonlyArray<{ part: HandOverPart }>): boolean {
  return handOverParts.every((part) => signed.some((each) => each.part === part));
}

/** Whoever signed for one part, or is named for one, signs for no other. */
export function mayTakePart(part: HandOverPart, personId: string, { named, signed }: { named: readonly Named[]; signed: ReadonlyArray<{ part: HandOverPart; personId: string | null }> }): boolean {
  return ![...named, ...signed].some((each) => each.personId === personId && each.part !== part);
}
