import { kindsOfPromise, kindsOfRole } from './handed-on';

describe('which deputies may do something for somebody (G1)', () => {
  it('in a role: those of a kind that hands that role on', () => {
    expect(kindsOfRole('director')).toEqual(['approvals']);
    expect(kindsOfRole('company')).toEqual(['approvals']);
    expect(kindsOfRole('duty-officer')).toEqual(['duty']);
    expect(kindsOfRole('desk-lead')).toEqual(['duty', 'approvals']);
    expect(kindsOfRole('technician')).toEqual([]);
  });

  it('of a promise: those for approvals of what is decided, both of what is worked on', () => {
    for (const promise of ['approve', 'review', 'decide', 'review-draft', 'countersign', 'sign']) expect(kindsOfPromise(promise)).toEqual(['approvals']);
    for (const promise of ['answer', 'act', 'of the office']) expect(kindsOfPromise(promise)).toEqual(['duty', 'approvals']);
  });
});
