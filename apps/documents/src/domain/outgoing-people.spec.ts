import { actsFor, leads, mayReturn } from './outgoing-people';

const people = { draftedBy: 'drafter', reviewerId: 'reviewer', countersigners: ['one', 'two'] };
const by = (personId: string, forPersonId?: string) => ({ personId, role: 'department-head' as const, ...(forPersonId !== undefined && { forPersonId }) });

describe('who has to do with a draft (W1.2)', () => {
  it('is who was named, or who stands in for them', () => {
    expect(actsFor(by('one'), people.countersigners)).toBe('one');
    expect(actsFor(by('deputy', 'two'), people.countersigners)).toBe('two');
    expect(actsFor(by('three'), people.countersigners)).toBeUndefined();
    expect(actsFor(by('three'), [null])).toBeUndefined();
  });

  it('gives it back while it is in their hands; its drafter at any time, and who leads', () => {
    const may = (personId: string) => (['submitted', 'reviewed', 'to-sign'] as const).filter((state) => mayReturn(by(personId), state, people));
    expect(may('reviewer')).toEqual(['submitted']);
    expect(may('two')).toEqual(['reviewed']);
    expect(may('drafter')).toEqual(['submitted', 'reviewed', 'to-sign']);
    expect(may('somebody')).toEqual([]);
    expect(mayReturn({ personId: 'x', role: 'director' }, 'to-sign', people)).toBe(true);
    expect([leads({ personId: 'x', role: 'company' }), leads(by('x'))]).toEqual([true, false]);
  });
});
