import { join } from 'node:path';
import { describeError } from '@property-office/service-kit';
import { services } from '../services';
import { CommittedDocuments } from './committed-documents';
import { generateDocuments } from './generate-documents';

/** `npm run generate` writes the generated documents; with `--check` it writes nothing and fails when one is stale. */
async function main(): Promise<number> {
  const committed = new CommittedDocuments(join(__dirname, '../../../..'));
  const documents = await generateDocuments(services);
  const stale = committed.stale(documents);
  const check = process.argv.includes('--check');
  if (!check) committed.write(stale);
  for (const { path } of stale) say(check ? `${path} is stale: run npm run generate` : `${path} written`);
  say(`${documents.length - stale.length} of ${documents.length} documents were up to date`);
  return check && stale.length > 0 ? 1 : 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${describeError(error)}\n`);
    process.exit(1);
  },
);
