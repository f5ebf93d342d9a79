/** What is not known before the office has answered, or before its clock was set: filled in when the step is taken. */
export type Ref =
  | { ref: 'site' }
  | { ref: 'person'; login: string }
  | { ref: 'crew'; index: number }
  | { ref: 'home'; household: number }
  | { ref: 'place'; code: string }
  /** So long after the first midnight of the plan. */
  | { ref: 'time'; at: number }
  /** Of an earlier answer: `contact.convertedTo.id`. */
  | { ref: 'known'; path: string }
  /** A date the handler can promise: in so long, and before the case is due. */
  | { ref: 'promise'; at: number }
  /** A later date than the one that stands. */
  | { ref: 'extension' };

export type Value = string | number | boolean | Ref | readonly Value[] | { readonly [name: string]: Value };

export const site: Ref = { ref: 'site' };
export const person = (login: string): Ref => ({ ref: 'person', login });
export const crew = (index: number): Ref => ({ ref: 'crew', index });
export const homeOf = (household: number): Ref => ({ ref: 'home', household });
export const place = (code: string): Ref => ({ ref: 'place', code });
export const time = (at: number): Ref => ({ ref: 'time', at });
export const known = (path: string): Ref => ({ ref: 'known', path });
export const residentOf = (household: number): string => `resident-${household}`;

/**
 * Who does it: a login, or whoever it falls to by then: the handler of the story's complaint, somebody who may approve what
 * that handler asks for, somebody who may ask its complainant afterwards.
 */
export type By = string | { as: 'handler' | 'approver' | 'asker' };

interface Common {
  /** Steps of one story are taken in their order; stories of one slot side by side. */
  story: string;
  slot: number;
  /** Tells it from the other steps of its story. */
  name: string;
}

export interface Post extends Common {
  kind: 'post';
  by: By;
  /** With what is known in braces: `/api/contacts/{contact.id}/answer`. */
  path: string;
  body: Readonly<Record<string, Value>>;
  /** Under which name the answer is known from then on. */
  keep?: string;
  /** How often somebody clicks: at once, under one key. Default 1. */
  clicks?: number;
  /** The code with which the office has to refuse it. */
  refused?: string;
  /** Where the version that was read is known, where the act overwrites it. */
  match?: string;
}

/** Looks at something again, or at what a paper says. */
export interface Read extends Common {
  kind: 'read';
  by: By;
  path: string;
  keep?: string;
}

/** Takes the first of a list, which may have to follow from something else. */
export interface Find extends Common {
  kind: 'find';
  by: string;
  path: string;
  keep: string;
}

/** Sends a file like no other. */
export interface Upload extends Common {
  kind: 'upload';
  by: string;
  keep: string;
}

/** Archives all that waits by the rules of its sources, batch by batch, and looks at what a batch leaves. */
export interface AcceptProposals extends Common {
  kind: 'accept-proposals';
  by: string;
}

/** Says of every month that is over why something of it is still open, and closes it where that is theirs to do. */
export interface SettleMonths extends Common {
  kind: 'settle-months';
  by: string;
  closes: boolean;
}

/** Two people scan what lies on the shelves of a category: some of it is passed over, some lies elsewhere, something is no record. */
export interface CountShelves extends Common {
  kind: 'count-shelves';
  by: readonly [string, string];
  category: string;
}

/** Says of what lies elsewhere that its shelf is to be corrected. */
export interface ExplainMisplaced extends Common {
  kind: 'explain-misplaced';
  by: string;
}

/** Opens the sealed package of a hand-over and compares what it holds with what it says. */
export interface OpenPackage extends Common {
  kind: 'open-package';
  by: string;
}

/** The complaint gets a handler if it has none: the first of these who has not had it. */
export interface Assign extends Common {
  kind: 'assign';
  by: By;
  choose: readonly string[];
}

/** A crew does the work of the repair request whose id is known under `repair`. */
export interface CarryRepair extends Common {
  kind: 'carry-repair';
  turn: number;
  repair: string;
  workDone: string;
}

/** Asks whoever is to be asked about the last round of something. */
export interface FollowUp extends Common {
  kind: 'follow-up';
  by: By;
  of: 'complaintId' | 'repairRequestId';
  subject: string;
  outcome: Readonly<Record<string, Value>>;
}

/** Somebody answers so many of what was escalated to them. */
export interface AnswerEscalations extends Common {
  kind: 'answer-escalations';
  by: string;
  most: number;
  note: string;
}

type OfArchives = AcceptProposals | SettleMonths | CountShelves | ExplainMisplaced | OpenPackage;
export type Step = Post | Read | Find | Upload | Assign | CarryRepair | FollowUp | AnswerEscalations | OfArchives;
export type StepKind = Step['kind'];
