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
}

/** Looks at something again. */
export interface Read extends Common {
  kind: 'read';
  by: By;
  path: string;
  keep: string;
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

export type Step = Post | Read | Assign | CarryRepair | FollowUp | AnswerEscalations;
export type StepKind = Step['kind'];
