/**
 * What an event says about the state of its aggregate: the state; the field of its data that names it; the state it leads to
 * where its data are so (a condition of SQL over `data`), else another one or nothing; that it stands where it stood; nothing.
 * `undoes`: it leads back to where the aggregate stood, whatever the table says; `late`: or on to where the facts lead that came too late
 * while it stood elsewhere, which events of this type name.
 */
export type Said =
  | string
  | { field: string; undoes?: true; late?: string }
  | { where: string; state: string; otherwise?: string; undoes?: true }
  | undefined;

/** It stands where the last event left it that said so. */
export const stays = '*';

export interface SaidStates {
  producer: string;
  aggregate: string;
  /** Each event of the aggregate, so that none is forgotten. */
  events: Readonly<Record<string, Said>>;
  /** Where one may begin besides its machine's initial state. */
  begins?: readonly string[];
  /** States that no event says, because they are left in the transaction that enters them. */
  passed?: readonly string[];
  /** Of one whose events say `stays`: what that turns a state into, and which is only left by being taken back, so that none stays in it. */
  staying?: { turns: Readonly<Record<string, string>>; never: string };
}
