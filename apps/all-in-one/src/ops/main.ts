import { configurationOrExit } from '@property-office/backbone';
import { BackupError } from '@property-office/backup';
import { whyAway } from '@property-office/files';
import { backupCommand } from './commands/backup.command';
import type { OperatorCommand, PreparingCommand } from './commands/command';
import { deadLettersCommand } from './commands/dead-letters.command';
import { destroyAgainCommand } from './commands/destroy-again.command';
import { fixityCommand } from './commands/fixity.command';
import { prepareDatabaseCommand } from './commands/prepare-database.command';
import { prepareSecretsCommand } from './commands/prepare-secrets.command';
import { prepareStreamsCommand } from './commands/prepare-streams.command';
import { rebuildCommand } from './commands/rebuild.command';
import { replayReactionCommand } from './commands/replay-reaction.command';
import { restoreCommand } from './commands/restore.command';
import { rotateKeysCommand } from './commands/rotate-keys.command';
import { statusCommand } from './commands/status.command';
import { verifyCommand } from './commands/verify.command';
import { openSystem, OperatorError } from './system';

const commands: ReadonlyArray<OperatorCommand | PreparingCommand> = [
  statusCommand,
  verifyCommand,
  deadLettersCommand,
  rebuildCommand,
  replayReactionCommand,
  fixityCommand,
  backupCommand,
  restoreCommand,
  destroyAgainCommand,
  rotateKeysCommand,
  prepareSecretsCommand,
  prepareDatabaseCommand,
  prepareStreamsCommand,
];

const usage = `usage: npm run ops -- <command>
${commands.map(({ name, usage: [args, ...lines] }) => `  ${name} ${args}\n${lines.map((line) => `      ${line}\n`).join('')}`).join('')}
Works on the office of DATA_DIR, or on DATABASE_URL and NATS_URL, whether or not it runs.
`;

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2);
  const command = commands.find((each) => each.name === name);
  if (!command) {
    process.stderr.write(usage);
    return 2;
  }
  const configuration = configurationOrExit();
  if ('prepare' in command) return command.prepare(configuration, args);
  const answered = command.withoutSystem?.(args);
  if (answered !== undefined) return answered;
  command.require?.(configuration, args);
  const system = await openSystem(configuration);
  try {
    return await command.run(system, args);
  } finally {
    await system.close();
  }
}

/** What parseArgs says of wrong arguments. The codes of NATS are numbers. */
function isWrongArgument(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

// Whoever pipes into `head` has read enough.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    const expected = error instanceof OperatorError || error instanceof BackupError || isWrongArgument(error);
    const why = whyAway(error);
    process.stderr.write(`${why === undefined ? (expected ? error.message : error.stack) : `attachments cannot be reached: ${why}`}\n`);
    process.exit(2);
  },
);
