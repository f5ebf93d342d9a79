import type { DomainError } from '@property-office/kernel';
import { Flag, QueryFlag } from './flags';
import { readDto } from './read-dto';

describe('yes or no', () => {
  class Asked {
    @Flag({ label: { zh: '紧急', en: 'urgent' }, optional: true })
    urgent?: boolean;

    @QueryFlag({ label: { zh: '通知单是否已送达', en: 'whether its slip is left' }, optional: true })
    left?: boolean;
  }

  const messages = (input: object): string[] => {
    try {
      readDto(Asked, input, 'body');
      return [];
    } catch (error) {
      return (error as DomainError).fields.map(({ message: { zh, en } }) => `${zh} | ${en}`);
    }
  };

  it('is true or false, in a query as a word', () => {
    expect(messages({ urgent: false, left: 'true' })).toEqual([]);
  });

  it('is asked for in words that suit every label', () => {
    expect(messages({ urgent: 'yes', left: '1' })).toEqual([
      '紧急只能是“是”（true）或“否”（false） | "urgent" must be true or false',
      '通知单是否已送达只能是“是”（true）或“否”（false） | "whether its slip is left" must be true or false',
    ]);
  });
});
