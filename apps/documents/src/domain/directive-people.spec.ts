import { mayEndDirective } from './directive-people';

describe('who withdraws or corrects a directive (W3.1)', () => {
  const may = (role: string, givenAs: 'clerk' | 'director' | 'company', person = 'another') => mayEndDirective({ givenBy: 'giver', givenAs }, { role, personIds: [person] });

  it('who gave it, in whatever role they act now', () => {
    expect([may('clerk', 'clerk', 'giver'), may('director', 'company', 'giver')]).toEqual([true, true]);
  });

  it('the company any, the director those that are not the company’s, the clerk none of others', () => {
    for (const givenAs of ['clerk', 'director', 'company'] as const)
      expect([may('company', givenAs), may('director', givenAs), may('clerk', givenAs)]).toEqual([true, givenAs !== 'company', false]);
  });
});
