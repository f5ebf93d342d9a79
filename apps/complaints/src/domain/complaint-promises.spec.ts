import { keptByMove, promisesOfMajor, promisesOfRound } from './complaint-promises';

describe('what is promised about a complaint (Q1)', () => {
  it('is made again by a dispute, but for the first contact', () => {
    expect(promisesOfRound(1).promises).toEqual(['answer', 'first-contact', 'reply', 'solved']);
    expect(promisesOfRound(2).promises).toEqual(['answer', 'reply', 'solved']);
  });

  it('is more of a major one, whose first result is its decision', () => {
    expect(promisesOfMajor('recorded')).toEqual({ class: 'major-complaint', promises: ['taken-by-director', 'first-result'] });
    expect(promisesOfMajor('disputed').promises).toEqual(['taken-by-director', 'first-result']);
    expect(promisesOfMajor('handling').promises).toEqual(['taken-by-director']);
  });

  it('is kept step by step, and solved when the complainant has heard the result', () => {
    expect(keptByMove('assigned', 'desk-lead')).toEqual(['answer']);
    expect(keptByMove('acknowledged', 'desk')).toEqual(['answer', 'first-contact']);
    expect(keptByMove('decided', 'desk')).toEqual(['answer', 'first-result']);
    expect(keptByMove('explained', 'desk')).toContain('reply');
    expect(keptByMove('result-recorded', 'desk')).not.toContain('solved');
    expect(keptByMove('feedback-given', 'desk')).toContain('solved');
  });

  it('has the director keep one of it by acting, or the company', () => {
    for (const role of ['director', 'company'] as const) expect(keptByMove('verified', role)).toEqual(['answer', 'taken-by-director']);
    for (const role of ['desk-lead', 'department-head', 'system'] as const) expect(keptByMove('feedback-given', role)).not.toContain('taken-by-director');
  });
});
