import { complaintDecisions, type ComplaintDecision } from '@property-office/contracts';
import { missingFor, needsOf, needsOfUnlawful, pointerOf, type BranchFields } from './branch';
import { complaintStates } from './complaint-states';

const nothing: BranchFields = {
  findings: null,
  decision: null,
  apology: null,
  promisedAt: null,
  explanation: null,
  helpGiven: null,
  unlawful: false,
  unlawfulStopped: null,
  unlawfulRecord: null,
  authority: null,
  reportedAt: null,
  result: null,
  feedbackHow: null,
  feedbackWords: null,
  feedbackAt: null,
  answer: null,
};
const decided = (decision: ComplaintDecision, more: Partial<BranchFields> = {}): BranchFields => ({ ...nothing, findings: '查过', decision, ...more });

describe('the rule of the branches (W2.3)', () => {
  it('a complaint that is ours needs an apology and a date', () => {
    expect(missingFor('handling', decided('ours'))).toEqual(['apology', 'promisedAt']);
    expect(missingFor('handling', decided('ours', { apology: '对不起' }))).toEqual(['promisedAt']);
    expect(missingFor('handling', decided('ours', { apology: '对不起', promisedAt: new Date(0) }))).toEqual([]);
  });

  it('one that is partly ours is apologised for, and what is not ours is explained', () => {
    expect(missingFor('handling', decided('partly-ours'))).toEqual(['apology', 'promisedAt', 'explanation']);
  });

  it('one that is not ours is explained, with the help given; an unfounded one is explained', () => {
    expect(missingFor('awaiting-feedback', decided('not-ours'))).toEqual(['explanation', 'helpGiven']);
    expect(missingFor('awaiting-feedback', decided('unfounded'))).toEqual(['explanation']);
  });

  it('what is unlawful is stopped, recorded and reported to the authority', () => {
    const unlawful = decided('not-ours', { unlawful: true, explanation: '他人违建', helpGiven: '代为联系' });
    expect(missingFor('awaiting-feedback', unlawful)).toEqual(needsOfUnlawful);
    // As a body tells it.
    expect([...needsOfUnlawful, 'explanation' as const].map(pointerOf)).toEqual(['/unlawful/stopped', '/unlawful/record', '/unlawful/authority', '/unlawful/reportedAt', '/explanation']);
  });

  it('nothing is decided without findings, nor done without a result', () => {
    expect(missingFor('decided', { ...nothing, decision: 'ours' })).toEqual(['findings']);
    expect(missingFor('awaiting-feedback', decided('ours', { apology: '对不起', promisedAt: new Date(0) }))).toEqual(['result']);
  });

  it('nothing is closed without the feedback, the words of the complainant and their answer', () => {
    const explained = decided('unfounded', { explanation: '查无此事' });
    expect(missingFor('closed', explained)).toEqual(['feedbackHow', 'feedbackWords', 'feedbackAt', 'answer']);
  });

  it('asks for nothing before the decision', () => {
    for (const state of ['recorded', 'acknowledged', 'verifying', 'disputed'] as const) expect(missingFor(state, nothing)).toEqual([]);
  });

  it('never asks for less in a later state of the same branch', () => {
    for (const decision of complaintDecisions) {
      const along = complaintStates.filter((state) => ['decided', 'awaiting-feedback', 'closed'].includes(state));
      const needs = along.map((state) => needsOf(state, { decision, unlawful: true }));
      needs.slice(1).forEach((later, i) => expect(later).toEqual(expect.arrayContaining(needs[i]!)));
    }
  });
});
