import { parseArgs } from 'node:util';
import { disksOf } from '@property-office/backbone';
import { backupsWithDestroyed } from '../destroyed-in-backups';
import { registerConcerns } from '../destruction-register';
import { concerns } from '../status/concerns';
import { diskLine } from '../status/disks';
import { holidayLine, holidaysMissing } from '../status/holidays';
import { lastBackup } from '../status/last-backup';
import { reactionLines } from '../status/reactions';
import { stateOfService, type ServiceState } from '../status/service-state';
import { age, table } from '../status/table';
import { whoWorks } from '../status/who-works';
import type { System } from '../system';
import { say, type OperatorCommand } from './command';
import { allReactions, declaredProducers, declaredServices } from './declared';

export const statusCommand: OperatorCommand = {
  name: 'status',
  usage: ['[--all]', 'the whole office on one screen, and what to look at; exits with 1 when there is something. --all names idle reactions, too.'],
  async run({ database, broker, run, configuration }, args) {
    const { values } = parseArgs({ args, options: { all: { type: 'boolean', default: false } } });
    const services: ServiceState[] = [];
    for (const service of declaredServices) services.push(await stateOfService(database, service));
    const reactions = [];
    for (const reaction of allReactions())
      reactions.push({ durable: reaction.durable, state: await broker?.durable(reaction) });

    const working = await whoWorks(database);
    say(`office     ${describeOffice(run, working)}`);
    say(`database   ${await describeDatabase(database)}`);
    const disks = await disksOf(configuration);
    say(`disk       ${diskLine(disks)}`);
    say(`backup     ${lastBackup(configuration, Date.now())}`);
    const destroyed = backupsWithDestroyed(configuration);
    if (destroyed) say(`destroyed  ${destroyed}`);
    say(`broker     ${broker ? `nats-server ${broker.version} on ${broker.address}` : 'does not answer'}`);
    say('');
    const head = [
      'service',
      'backlog',
      'oldest',
      'relay',
      'epoch',
      'parked',
      'dead letters',
      'timers late',
      'by',
      'replays',
    ];
    for (const line of table(head, services.map(rowOf))) say(line);
    say('');
    for (const line of reactionLines(reactions, broker !== undefined, values.all)) say(line);
    say('');
    const holidays = await holidaysMissing(database);
    const absent = declaredServices.filter((service) => !working.includes(service));
    const found = [...concerns(run !== undefined || working.length > 0, broker !== undefined, services, reactions, disks, absent), ...registerConcerns(configuration, await registered(database)), ...holidayLine(holidays.inUse)];
    for (const line of holidayLine(holidays.soon)) say(`soon:      ${line}`);
    if (found.length === 0) say('all is well');
    for (const line of found) say(`look at:   ${line}`);
    return found.length === 0 ? 0 : 1;
  },
};

function rowOf(state: ServiceState): string[] {
  const { service, backlog, oldest, epoch, rebuilding, parked, deadLetters, timersLate, latest, replays } =
    state;
  const dead = Object.values(deadLetters).reduce((sum, n) => sum + n, 0);
  const epochText = epoch === null ? '-' : `${epoch}${rebuilding ? ' (rebuilding)' : ''}`;
  return [
    service,
    String(backlog),
    age(oldest),
    relayOf(state),
    epochText,
    String(parked),
    String(dead),
    String(timersLate),
    age(latest),
    String(replays),
  ];
}

function relayOf({ service, lease }: ServiceState): string {
  if (!declaredProducers.includes(service)) return '-';
  if (lease === null) return 'none';
  return lease > 0 ? 'leads' : `gone for ${age(-lease)}`;
}

function describeOffice(run: System['run'], working: readonly string[]): string {
  if (run) return `runs on ${run.httpUrl ?? 'no address yet'} (process ${run.pid}, since ${run.startedAt})`;
  if (working.length === 0) return 'does not run';
  const missing = declaredServices.filter((service) => !working.includes(service));
  return `runs elsewhere than on this data folder: connected to the database are ${missing.length === 0 ? 'all its services' : `its services but ${missing.join(', ')}`}`;
}

async function registered(database: System['database']): Promise<number> {
  const { rows } = await database.query<{ n: number }>('SELECT count(*) AS n FROM archives.destruction_register');
  return rows[0]!.n;
}

async function describeDatabase(database: System['database']): Promise<string> {
  const { rows } = await database.query<{
    version: string;
    used: number;
    most: string;
    size: string;
    ahead: string;
  }>(
    `SELECT current_setting('server_version') AS version, current_setting('max_connections') AS most,
            (SELECT count(*) FROM pg_stat_activity WHERE coalesce(backend_type, 'client backend') = 'client backend' AND datid IS NOT NULL) AS used,
            pg_size_pretty(pg_database_size(current_database())) AS size,
            CASE WHEN platform.now() - now() > interval '1 second' THEN (platform.now() - now())::text END AS ahead`,
  );
  const { version, used, most, size, ahead } = rows[0]!;
  return `PostgreSQL ${version}, ${used} of ${most} connections, ${size}${ahead ? `, test clock ${ahead} ahead` : ''}`;
}
