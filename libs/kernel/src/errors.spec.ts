import { defineErrors } from './errors';

const errors = defineErrors({
  crewBusy: {
    kind: 'conflict',
    title: { zh: '忙', en: 'busy' },
    detail: { zh: '{what}正忙，还有 {n} 个', en: '{what} is busy with {n}' },
  },
  away: {
    kind: 'unavailable',
    title: { zh: '离线', en: 'away' },
    detail: { zh: '第 {n} 项没有做', en: 'nothing was done to {n}' },
    detailOfRead: { zh: '第 {n} 项读不到', en: '{n} cannot be read' },
  },
});

describe('named errors', () => {
  it('carry their code, kind and texts in both languages', () => {
    const error = errors.crewBusy({ what: { zh: '班组', en: 'the crew' }, n: 3 });
    expect(error).toMatchObject({ code: 'crew-busy', spec: { kind: 'conflict' } });
    expect(error.detail('zh')).toBe('班组正忙，还有 3 个');
    expect(error.detail('en')).toBe('the crew is busy with 3');
  });

  it('have other words for who only reads, if they need some', () => {
    const [away, busy] = [errors.away({ n: 2 }), errors.crewBusy({ what: 'x', n: 2 })];
    expect([away.detail('zh'), away.detail('zh', true), away.detail('en', true)]).toEqual(['第 2 项没有做', '第 2 项读不到', '2 cannot be read']);
    expect(busy.detail('en', true)).toBe(busy.detail('en'));
  });

  it('leave a placeholder without a value as it is', () => {
    expect(errors.crewBusy({ n: 1 }).detail('en')).toBe('{what} is busy with 1');
  });
});
