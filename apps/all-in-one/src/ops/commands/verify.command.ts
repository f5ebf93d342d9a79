import { parseArgs } from 'node:util';
import { HeadLog, verifyChain } from '@property-office/audit';
import { auditHeadsFolder, keysOf } from '@property-office/backbone';
import { readsBytes } from '../bytes-of';
import { registerOf } from '../destruction-register';
import { isClean, verify, type Finding } from '../verify';
import { say, type OperatorCommand } from './command';
import { allReactions, declaredProducers, declaredServices } from './declared';

const mostNamed = 20;

export const verifyCommand: OperatorCommand = {
  name: 'verify',
  usage: [
    '[--settle SECONDS] [--json]',
    'checks the invariants on the database and the broker; exits with 1 and names the rows that break one.',
    'A running office is given 15 seconds (--settle) to come to rest; 0 looks once.',
  ],
  async run({ database, broker, run, configuration, schemaOf }, args) {
    const { values } = parseArgs({
      args,
      options: { settle: { type: 'string', default: '15' }, json: { type: 'boolean', default: false } },
    });
    const context = {
      database,
      broker,
      services: declaredServices,
      producers: declaredProducers,
      reactions: allReactions(),
      destructionRegister: () => registerOf(configuration).read(),
      bytesOf: readsBytes(configuration),
      auditKeys: () => keysOf(configuration).auditVerifying(),
      auditOf: async (service: string) =>
        verifyChain(await schemaOf(service), {
          heads: {
            schema: service,
            written: new HeadLog(auditHeadsFolder(configuration), service).read(),
            keys: keysOf(configuration).auditVerifying(),
          },
        }),
    };
    const findings = await verify(context, 1_000 * Number(values.settle));
    if (values.json) say(JSON.stringify(findings.map(({ check, broken }) => ({ ...check, broken }))));
    else {
      for (const finding of findings) report(finding);
      for (const line of summary(findings, run !== undefined)) say(line);
    }
    return isClean(findings) ? 0 : 1;
  },
};

/** Who reads this at night wants to know first whether anything is lost. */
function summary(findings: readonly Finding[], runs: boolean): string[] {
  const broken = findings.filter((finding) => finding.broken.length > 0).length;
  if (broken === 0) return ['', `all ${findings.length} checks hold`];
  const stopped =
    'No office runs on this data folder. Unless it runs elsewhere: start it (npm start) and verify again; what was on its way when it stopped comes to rest then.';
  return ['', `${broken} of ${findings.length} checks do not hold`, ...(runs ? [] : [stopped])];
}

function report({ check: { id, title }, broken }: Finding): void {
  say(`${broken.length === 0 ? 'ok    ' : 'BROKEN'} ${id.padEnd(5)}${title}`);
  for (const line of broken.slice(0, mostNamed)) say(`         ${line}`);
  if (broken.length > mostNamed) say(`         … and ${broken.length - mostNamed} more`);
}
