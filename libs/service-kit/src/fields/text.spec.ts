import { DomainError } from '@property-office/kernel';
import { readDto } from './read-dto';
import { Text } from './text';

class Note {
  @Text({ label: { zh: '备注', en: 'note' }, max: 4 })
  short!: string;

  @Text({ label: { zh: '编号', en: 'code' }, min: 2, max: 4, optional: true })
  code?: string;

  @Text({ label: { zh: '说明', en: 'remark' }, max: 10, multiline: true, optional: true })
  lines?: string;
}

function messages(received: object): string[] {
  try {
    readDto(Note, { short: 'ok', ...received }, 'body');
    return [];
  } catch (error) {
    return (error as DomainError).fields.map(({ message }) => `${message.zh} | ${message.en}`);
  }
}

describe('a text', () => {
  it('is counted in characters, whatever they take to store', () => {
    expect(messages({ short: '😀😀😀😀' })).toEqual([]);
    expect(messages({ short: '漏水漏水' })).toEqual([]);
    expect(messages({ short: '😀😀😀😀a' })).toHaveLength(1);
    expect(messages({ code: '😀' })).toHaveLength(1);
  });

  it('loses the white space around it, full-width too, before it is counted', () => {
    expect(readDto(Note, { short: '\u3000 a b\t\n' }, 'body').short).toBe('a b');
    expect(messages({ short: `   abcd${' '.repeat(50)}` })).toEqual([]);
    expect(messages({ short: ' \u3000\u00a0\ufeff' })).toHaveLength(1);
  });

  it.each(['\u200b', '\u2060', '\u00ad', '\u2800', '\u0301', '\u202e'])('that nobody sees is none: %j', (short) => {
    expect(messages({ short })).toHaveLength(1);
  });

  it('loses what is invisible, but for what holds an emoji together', () => {
    expect(readDto(Note, { short: '漏\u200b水\u202c了' }, 'body').short).toBe('漏水了');
    expect(readDto(Note, { short: '👩\u200d🔧' }, 'body').short).toBe('👩\u200d🔧');
    expect(readDto(Note, { short: 'a\u200db' }, 'body').short).toBe('ab');
  });

  it.each(['a\nb', 'a\tb', 'a\u2028b', 'a\u0085b', 'a\u001bb'])('of one line does not take %j', (short) => {
    expect(messages({ short })).toHaveLength(1);
  });

  it('of several lines takes lines and tabs, and no other control character', () => {
    expect(messages({ lines: 'a\r\nb\tc' })).toEqual([]);
    expect(messages({ lines: 'a\u0007' })).toHaveLength(1);
  });

  it.each([
    ['reason', 'Please fill in the reason (at most 9 characters)', 'The reason may have at most 9 characters and may not be blank'],
    ['what changed', 'Please fill in what changed (at most 9 characters)', 'What changed may have at most 9 characters and may not be blank'],
    ['own words', 'Please fill in the own words (at most 9 characters)', 'The own words may have at most 9 characters and may not be blank'],
    ['the complainant’s answer', 'Please fill in the complainant’s answer (at most 9 characters)', 'The complainant’s answer may have at most 9 characters and may not be blank'],
  ])('is asked for in an English sentence: %s', (en, needed, optional) => {
    const asked = (isOptional: boolean): string => {
      class Asked {}
      Text({ label: { zh: '说明', en }, max: 9, optional: isOptional })(Asked.prototype, 'said');
      try {
        readDto(Asked, { said: '1234567890' }, 'body');
      } catch (error) {
        return (error as DomainError).fields[0]!.message.en;
      }
      return '';
    };
    expect([asked(false), asked(true)]).toEqual([needed, optional]);
  });

  it('says what is wanted', () => {
    expect(messages({ short: '' })).toEqual([
      '请填写备注（最多 4 字） | Please fill in the note (at most 4 characters)',
    ]);
    expect(messages({ code: 'x' })).toEqual([
      '编号：2–4 字，不能是空白 | The code may have 2 to 4 characters and may not be blank',
    ]);
  });
});
