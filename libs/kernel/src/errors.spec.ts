import { defineErrors } from './errors';

const errors = defineErrors({
  crewBusy: {
    kind: 'conflict',
    title: { zh: '忙', en: 'busy' },
    detail: { zh: '{what}正忙，还有 {n} 个', en: '{what} is busy with {n}' },
  },
});

describe('named errors', () => {
  it('carry their code, kind and texts in both languages', () => {
    const error = errors.crewBusy({ what: { zh: '班组', en: 'the crew' }, n: 3 });
    expect(error).toMatchObject({ code: 'crew-busy', spec: { kind: 'conflict' } });
    expect(error.detail('zh')).toBe('班组正忙，还有 3 个');
    expect(error.detail('en')).toBe('the crew is busy with 3');
  });

  it('leave a placeholder without a value as it is', () => {
    expect(errors.crewBusy({ n: 1 }).detail('en')).toBe('{what} is busy with 1');
  });
});
