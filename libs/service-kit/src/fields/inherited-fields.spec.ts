import { DomainError } from '@property-office/kernel';
import { Id } from './ids';
import { PageQuery } from './page-query';
import { readDto } from './read-dto';
import { Text } from './text';

class Filtered extends PageQuery {
  @Text({ label: { zh: '状态', en: 'status' }, max: 9, optional: true })
  status?: string;
}
class Other extends PageQuery {
  @Id({ label: { zh: '班组', en: 'crew' } })
  crewId!: string;
}

const pointers = (read: () => unknown): string[] => {
  try {
    read();
    return [];
  } catch (error) {
    return (error as DomainError).fields.map(({ pointer }) => pointer);
  }
};

describe('a DTO that extends another', () => {
  it('has the fields of both, and defaults', () => {
    expect(readDto(Filtered, { status: 'open' }, 'query')).toEqual({ limit: 20, status: 'open' });
    expect(readDto(Filtered, { limit: '5' }, 'query').limit).toBe(5);
  });

  it('does not have those of its siblings, nor gives its own to its parent', () => {
    expect(pointers(() => readDto(Filtered, { crewId: 'x' }, 'query'))).toEqual(['?crewId']);
    expect(pointers(() => readDto(PageQuery, { status: 'open' }, 'query'))).toEqual(['?status']);
    expect(pointers(() => readDto(Other, {}, 'query'))).toEqual(['?crewId']);
  });
});
