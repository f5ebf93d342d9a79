import type { OpenAPIObject } from '@nestjs/swagger';
import { documentFrame } from './document-frame';
import { mergeDocuments } from './merge-documents';

const service = (
  name: string,
  path: string,
  schemas: object,
  operationId = `${name}.read`,
): OpenAPIObject => ({
  ...documentFrame,
  tags: [{ name }],
  paths: { [path]: { get: { operationId, responses: {} } } },
  components: { ...documentFrame.components, schemas: schemas as Record<string, never>, responses: {} },
});

describe('merging documents', () => {
  it('keeps every path, schema and tag, in the order of the paths', () => {
    const merged = mergeDocuments([
      service('b', '/api/b', { B: { type: 'object' } }),
      service('a', '/api/a', { A: { type: 'object' } }),
    ]);
    expect(Object.keys(merged.paths)).toEqual(['/api/a', '/api/b']);
    expect(Object.keys(merged.components!.schemas!)).toEqual(['B', 'A']);
    expect(merged.tags).toEqual([{ name: 'b' }, { name: 'a' }]);
  });

  it('takes a schema that means the same in both', () => {
    const page = { Page: { type: 'object', properties: { items: { type: 'array' } } } };
    expect(() =>
      mergeDocuments([
        service('a', '/a', page),
        service('b', '/b', JSON.parse(JSON.stringify(page)) as object),
      ]),
    ).not.toThrow();
  });

  it('does not change what it merges', () => {
    const first = service('a', '/a', { A: { type: 'object' } });
    const before = structuredClone(first);
    mergeDocuments([first, service('b', '/b', { B: { type: 'string' } })]);
    expect(first).toEqual(before);
  });

  it('refuses a schema name with two meanings, a route and an id declared twice, and names all', () => {
    const a = service('a', '/same', { Place: { type: 'object' } }, 'one');
    const b = service('b', '/same', { Place: { type: 'string' } }, 'one');
    expect(() => mergeDocuments([a, b])).toThrow(
      'contradict each other: schema Place, operation id one, route GET /same',
    );
  });
});
