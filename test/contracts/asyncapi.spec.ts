import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiagnosticSeverity, Parser } from '@asyncapi/parser';

interface Operation {
  action: string;
  channel: { $ref: string };
  'x-owner'?: string;
}
interface Document {
  channels: Record<string, { address?: string }>;
  operations: Record<string, Operation>;
  components: { messages: Record<string, unknown> };
}

const text = readFileSync(join(__dirname, '../../docs/asyncapi.json'), 'utf8');
const parser = new Parser();

/** What the public linter has against a document; a hint that a younger AsyncAPI exists is no fault of it. */
async function problems(document: unknown): Promise<string[]> {
  const found = await parser.validate(JSON.stringify(document));
  return found
    .filter(({ severity }) => severity <= DiagnosticSeverity.Warning)
    .map(({ code, path }) => `${code} ${path.join('/')}`);
}

it('the committed event document is clean', async () => {
  expect(await problems(JSON.parse(text))).toEqual([]);
});

it('every channel has its producer, and every operation an owner', () => {
  const { channels, operations } = JSON.parse(text) as Document;
  const sent = Object.values(operations)
    .filter(({ action }) => action === 'send')
    .map(({ channel }) => channel.$ref);
  expect(sent.sort()).toEqual(
    Object.keys(channels)
      .map((type) => `#/channels/${type}`)
      .sort(),
  );
  expect(Object.entries(operations).filter(([, operation]) => !operation['x-owner'])).toEqual([]);
});

it('a broken event document is refused', async () => {
  const document = JSON.parse(text) as Document;
  const [type] = Object.keys(document.channels);
  delete document.components.messages[type!];
  expect(await problems(document)).toContainEqual(expect.stringMatching(/^invalid-ref /));
});
