import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommittedDocuments } from '../../apps/all-in-one/src/documents/committed-documents';
import { generateDocuments } from '../../apps/all-in-one/src/documents/generate-documents';
import type { GeneratedDocument } from '../../apps/all-in-one/src/documents/generated-document';
import { services } from '../../apps/all-in-one/src/services';

const pathsOf = (documents: readonly GeneratedDocument[]): string[] => documents.map(({ path }) => path);

describe('the generated documents', () => {
  let documents: GeneratedDocument[];
  beforeAll(async () => {
    documents = await generateDocuments(services);
  });

  it('say what the code says: npm run generate changes nothing', () => {
    expect(pathsOf(new CommittedDocuments(join(__dirname, '../..')).stale(documents))).toEqual([]);
  });

  it('are the same each time', async () => {
    expect(await generateDocuments(services)).toEqual(documents);
  });
});

describe('a stale document', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'documents-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const changing: GeneratedDocument = { path: 'docs/a.md', text: 'new' };
  const lasting: GeneratedDocument = { path: 'golden/a.json', text: '{"data":{"a":1,"b":[{"c":1}]}}', lasting: true };

  it('is one that is missing or says something else', () => {
    const committed = new CommittedDocuments(root);
    expect(pathsOf(committed.stale([changing, lasting]))).toEqual(['docs/a.md', 'golden/a.json']);
    committed.write([changing, lasting]);
    expect(committed.stale([changing, lasting])).toEqual([]);
    writeFileSync(join(root, changing.path), 'old');
    expect(pathsOf(committed.stale([changing, lasting]))).toEqual(['docs/a.md']);
  });

  it('is never a golden event: it stays as it was announced first', () => {
    const committed = new CommittedDocuments(root);
    committed.write([{ ...lasting, text: '{"data":{"a":2,"b":[{"c":2}],"gone":3}}' }]);
    expect(committed.stale([lasting])).toEqual([]);
  });

  it('is a second golden event where fields have come to the first, and then a third', () => {
    const committed = new CommittedDocuments(root);
    committed.write([{ ...lasting, text: '{"data":{"a":2,"b":[]}}' }]);
    expect(committed.stale([lasting])).toEqual([{ ...lasting, path: 'golden/a.2.json' }]);
    committed.write(committed.stale([lasting]));
    expect(committed.stale([lasting])).toEqual([]);
    const wider = { ...lasting, text: '{"data":{"d":1}}' };
    expect(pathsOf(committed.stale([wider]))).toEqual(['golden/a.3.json']);
  });
});
