import type { ComplaintChannel, ComplaintKind, MajorReason } from '@property-office/contracts';
import { kindsOfComplaint } from './complaint-kinds';

/** From so many households on one matter a complaint is a major one (W2.3). */
export const manyHouseholds = 5;

export interface WhatMakesMajor {
  kind: ComplaintKind;
  channel: ComplaintChannel;
  /** Somebody was hurt, or may be. */
  injuryOrSafety: boolean;
  /** Homes, each once, however many of its people complain. */
  households: number;
  /** What was ticked where it was heard. */
  signsOfMajor?: readonly MajorReason[];
}

/** Why a complaint is a major one by rule (R1.4, W2.3), in a fixed order; empty: it is not. */
export function majorByRule({ kind, channel, injuryOrSafety, households, signsOfMajor = [] }: WhatMakesMajor): MajorReason[] {
  const reasons: Array<MajorReason | false | undefined> = [
    injuryOrSafety && 'injury-or-safety',
    kindsOfComplaint[kind].major,
    households >= manyHouseholds && 'five-households',
    channel === 'media' && 'media',
    channel === 'hotline' && 'hotline',
    ...signsOfMajor,
  ];
  return [...new Set(reasons.filter((reason): reason is MajorReason => Boolean(reason)))];
}
