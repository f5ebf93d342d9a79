import type { Localized, StateMachine } from '@property-office/kernel';

/** States of a piece of mail (邮件): its addressee has it, or it became an incoming document. */
export const mailStates = ['waiting', 'collected', 'registered'] as const;
export type MailState = (typeof mailStates)[number];

export const mailStateNames: Record<MailState, Localized> = {
  waiting: { zh: '待领取', en: 'waiting' },
  collected: { zh: '已领取', en: 'collected' },
  registered: { zh: '已转收文', en: 'registered as a document' },
};

export const mailMoves = ['collect', 'readdress', 'convert'] as const;
export type MailMove = (typeof mailMoves)[number];

export const mailMoveNames: Record<MailMove, Localized> = {
  collect: { zh: '领取', en: 'collect' },
  readdress: { zh: '改交他人', en: 'readdress' },
  convert: { zh: '转为收文', en: 'register as a document' },
};

interface Row {
  from: readonly MailState[];
  trigger: MailMove;
  to: MailState;
}

/** What turns out to be official after somebody collected it is registered all the same. */
export const mailMoveTable: readonly Row[] = [
  { from: ['waiting'], trigger: 'collect', to: 'collected' },
  { from: ['waiting'], trigger: 'readdress', to: 'waiting' },
  { from: ['waiting', 'collected'], trigger: 'convert', to: 'registered' },
];

export function afterMailMove(state: MailState, move: MailMove): MailState | undefined {
  return mailMoveTable.find((row) => row.trigger === move && row.from.includes(state))?.to;
}

/** The table as the documents show it. */
export const mailMachine: StateMachine = {
  aggregate: 'mail-item',
  initial: 'waiting',
  states: mailStateNames,
  moves: mailMoveTable,
  moveNames: mailMoveNames,
  facts: [],
};
