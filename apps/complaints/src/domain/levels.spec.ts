import { extensionApprovers, finalLevel, handlerRoles, isFinal, levelAfterDispute, notBelow, ranksBelow, superiorToHear } from './levels';

const ordinary = { major: false, aboutDirector: false };

describe('levels of a complaint (W2.3)', () => {
  it('go up twice to others, then to the director, who decides finally', () => {
    expect([0, 1, 2, 3].map(levelAfterDispute)).toEqual([1, 2, 3, 3]);
    expect([0, 1, 2, 3].map(isFinal)).toEqual([false, false, false, true]);
    expect(handlerRoles({ level: finalLevel, ...ordinary })[0]).toBe('director');
  });

  it('leave the desk behind with the first dispute', () => {
    expect(handlerRoles({ level: 0, ...ordinary })).toContain('desk');
    for (const level of [1, 2, 3]) expect(handlerRoles({ level, ...ordinary })).not.toContain('desk');
  });

  it('give a major one to the director, or else to the company, at once', () => {
    expect(handlerRoles({ level: 0, major: true, aboutDirector: false })).toEqual(['director', 'company']);
  });

  it('give one about the director to the company, whatever else it is', () => {
    for (const level of [0, 1, 2, 3]) expect(handlerRoles({ level, major: true, aboutDirector: true })).toEqual(['company']);
  });

  it('lead down to nobody: who ranks below whoever had it is passed by', () => {
    const [one, two] = [1, 2].map((level) => handlerRoles({ level, ...ordinary })) as [ReturnType<typeof handlerRoles>, ReturnType<typeof handlerRoles>];
    expect(notBelow(one, ['desk'])).toEqual(one);
    expect(notBelow(one, ['duty-officer'])).toEqual(one);
    expect(notBelow(one, ['desk', 'department-head'])).toEqual(['department-head', 'director']);
    expect(notBelow(two, ['director'])).toEqual(['director', 'company']);
    expect(notBelow(two, [])).toEqual(two);
    // Who holds no role of these is nobody's inferior but of those who do.
    expect([ranksBelow([], ['desk']), ranksBelow(['desk'], ['technician']), ranksBelow(['technician'], ['desk-lead'])]).toEqual([false, false, true]);
  });

  it('have an extension approved by who is above the handler, nearest first, and by their equals last', () => {
    expect(extensionApprovers(['desk'])).toEqual({ above: [['desk-lead'], ['department-head'], ['director'], ['company']], equals: ['company'] });
    expect(extensionApprovers(['technician', 'desk-lead'])).toEqual({ above: [['department-head'], ['director'], ['company']], equals: ['desk-lead'] });
    expect(extensionApprovers(['duty-officer'])).toEqual({ above: [['department-head'], ['director'], ['company']], equals: ['desk-lead'] });
    expect(extensionApprovers(['director', 'desk'])).toEqual({ above: [['company']], equals: ['director'] });
    expect(extensionApprovers(['company'])).toEqual({ above: [], equals: ['company'] });
  });

  it('pass a superior by from whom it is hidden, such as the lead of the same crew', () => {
    expect(superiorToHear(['crew-lead', 'head'], (id) => id === 'crew-lead')).toBe('head');
    expect(superiorToHear(['crew-lead'], () => true)).toBeUndefined();
  });
});
