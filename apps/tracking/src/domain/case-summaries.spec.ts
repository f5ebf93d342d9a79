import { eventContracts } from '@property-office/contracts';
import { caseDataOf, caseSummaryOf, type CaseEventType } from './case-summaries';

const types = Object.keys(eventContracts).filter((type) => type.startsWith('complaints.') || type.startsWith('followups.complaint-')) as CaseEventType[];

describe('sentences of a case', () => {
  it.each(types)('%s has one in both languages, of fields that its contract has', (type) => {
    const data = Object.fromEntries(Object.keys(eventContracts[type].data.properties).map((name) => [name, `<${name}>`]));
    for (const language of ['zh', 'en'] as const) {
      const sentence = caseSummaryOf(type, data, language);
      expect(sentence).not.toBe(type);
      expect(sentence).not.toMatch(/\{|\}/);
    }
    expect(caseSummaryOf(type, {}, 'zh')).not.toContain('undefined');
  });

  it('read codes as words', () => {
    expect(caseSummaryOf('complaints.complaint-decided.v1', { decision: 'partly-ours' }, 'zh')).toBe('已判定：部分属我方责任');
    expect(caseSummaryOf('complaints.complaint-closed.v1', { answer: 'dissent' }, 'en')).toBe('Closed: with dissent');
  });

  it('say of a case of several that it is closed, and not how: one of them would read what another said', () => {
    const closed = (answers: object) => ({ number: 'C-1', answer: 'dissent', answers, handlerIds: [], hiddenFrom: {} });
    const [alone, several] = [closed({ accepted: 0, disputed: 1, noAnswer: 0 }), closed({ accepted: 1, disputed: 1, noAnswer: 0 })];
    const shown = [alone, several].map((data) => [caseSummaryOf('complaints.complaint-closed.v1', data, 'en'), caseDataOf(data)]);
    expect(shown).toEqual([['Closed: with dissent', { number: 'C-1', answer: 'dissent' }], ['Closed', { number: 'C-1' }]]);
  });
});
