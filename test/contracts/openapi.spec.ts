import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import { lintFromString, loadConfig } from '@redocly/openapi-core';

const text = readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8');

/** What the public linter has against a document, under the committed rules. */
async function problems(document: unknown): Promise<string[]> {
  const config = await loadConfig({ configPath: join(__dirname, 'redocly.yaml') });
  const found = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: join(__dirname, 'openapi.json'),
    config,
  });
  return found.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer ?? ''}`);
}

it('the committed API document is clean', async () => {
  expect(await problems(JSON.parse(text))).toEqual([]);
});

describe('a document that breaks a rule', () => {
  const pointer = '#/paths/~1api~1repair-requests/post';
  it.each<
    [string, (report: OperationObject & Record<string, unknown>, document: OpenAPIObject) => void, string]
  >([
    ['without an owner', (report) => delete report['x-owner'], `rule/owner-and-summary ${pointer}`],
    [
      'in one language',
      (report) => (report.summary = 'Report a repair'),
      `rule/summary-in-both-languages ${pointer}/summary`,
    ],
    [
      'hiding a refusal',
      (report) => delete report.responses['429'],
      `rule/refusals-documented ${pointer}/responses`,
    ],
    [
      'with an unresolved reference',
      (report) => (report.responses['400'] = { $ref: '#/components/responses/Nothing' }),
      `no-unresolved-refs ${pointer}/responses/400`,
    ],
    ['open to nobody knows whom', (report) => delete report.security, `security-defined ${pointer}`],
    [
      'refusing in another form',
      (_, document) =>
        (document.components!.responses!.Forbidden = {
          description: 'Forbidden',
          content: { 'text/plain': {} },
        }),
      'operation-4xx-problem-details-rfc7807 #/components/responses/Forbidden',
    ],
  ])('%s', async (_, damage, expected) => {
    const document = JSON.parse(text) as OpenAPIObject;
    damage(
      document.paths['/api/repair-requests']!.post as OperationObject & Record<string, unknown>,
      document,
    );
    expect(await problems(document)).toContain(expected);
  });
});
