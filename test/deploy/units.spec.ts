import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { platformVariables, variablesOf } from '@property-office/service-kit';
import { podOf, rendered, root, type Manifest } from './manifests';
import { longestStopSeconds, stepsOfOffice } from './stopping';
import { settingOf, timerFaults, unitFaults, unitOf, type Box } from './units';

const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
const files = readdirSync(join(root, 'deploy/systemd')).filter((name) => /\.(?:service|timer)$/.test(name));
const units = Object.fromEntries(files.map((name) => [name, unitOf(text(`deploy/systemd/${name}`))]));
const office = text('deploy/systemd/property-office.service');
const backup = text('deploy/systemd/property-office-backup.service');
const timer = text('deploy/systemd/property-office-backup.timer');
const commandFiles = readdirSync(join(root, 'apps/all-in-one/src/ops/commands')).filter((name) => name.endsWith('.command.ts'));
const box: Box = {
  folder: '/opt/property-office',
  checkout: root,
  scripts,
  commands: commandFiles.map((name) => name.replace('.command.ts', '')),
  variables: new Set(variablesOf(platformVariables).map(({ name }) => name)),
  longestStopSeconds: longestStopSeconds(0, stepsOfOffice()),
};

it('there is a process, a backup, and somebody who runs it at night', () => {
  expect(files.sort()).toEqual(['property-office-backup.service', 'property-office-backup.timer', 'property-office.service']);
});

it.each(files.filter((name) => name.endsWith('.service')))('%s starts what is there, as nobody, and lets it stop', (name) => {
  expect(unitFaults(units[name]!, box)).toEqual([]);
});

it('the backup is run each night', () => {
  expect(timerFaults('property-office-backup.timer', units['property-office-backup.timer']!, units)).toEqual([]);
});

it('the backup is the same as on Kubernetes, of the same office as the process', () => {
  const job = rendered().get('production')!.find(({ kind, metadata }: Manifest) => kind === 'CronJob' && metadata.name === 'backup')!;
  const [, ...args] = podOf(job)!.spec.containers[0]!.args!;
  expect(settingOf(unitOf(backup), 'Service', 'ExecStart')!.split(' -- ')[1]).toBe(args.join(' '));
  const same = (content: string) => ['User', 'WorkingDirectory', 'EnvironmentFile', 'Environment'].map((key) => settingOf(unitOf(content), 'Service', key));
  expect(same(backup)).toEqual(same(office));
});

it('README says where the units look', () => {
  const readme = text('deploy/README.md');
  for (const path of [box.folder, settingOf(unitOf(office), 'Service', 'EnvironmentFile')!, `/${settingOf(unitOf(office), 'Service', 'Environment')!.split('=/')[1]!}`]) expect(readme).toContain(`\`${path}\``);
  const { User, StateDirectory } = Object.fromEntries(unitOf(office)['Service']!) as Record<string, string>;
  expect(readme).toContain(`the user \`${User}\``);
  expect(settingOf(unitOf(office), 'Service', 'Environment')).toBe(`DATA_DIR=/var/lib/${StateDirectory}`);
});

it.each<[string, string, string, string, string]>([
  ['too little time to stop', office, 'TimeoutStopSec=90', 'TimeoutStopSec=60', `is killed after 60 s, and may take ${box.longestStopSeconds} s to stop`],
  ['no time that is read here', office, 'TimeoutStopSec=90', 'TimeoutStopSec=infinity', `is killed after infinity s, and may take ${box.longestStopSeconds} s to stop`],
  ['a signal for each process', office, 'KillMode=mixed', 'KillMode=control-group', 'ends the servers beside the process that ends them in order'],
  ['a process that stays away', office, 'Restart=on-failure', 'Restart=no', 'does not come back'],
  ['one that is not started', office, 'WantedBy=multi-user.target', '', 'is not started with the box'],
  ['root', office, 'User=property-office', '', 'runs as root'],
  ['privileges', backup, 'NoNewPrivileges=true', '', 'may gain privileges'],
  ['another folder', office, 'WorkingDirectory=/opt/property-office', 'WorkingDirectory=/srv/office', 'does not stand in /opt/property-office'],
  ['npm from wherever', office, '/usr/bin/npm', 'npm', 'npm is not npm by its path'],
  ['a script that is not there', office, 'npm start', 'npm run serve', 'npm has no script serve'],
  ['a command that is not there', backup, 'ops -- backup', 'ops -- save', 'ops has no command save'],
  ['a variable nobody reads', backup, 'Environment=DATA_DIR', 'Environment=DATADIR', 'DATADIR is no variable of the code'],
])('refuses %s', (_, unit, what, instead, fault) => {
  expect(unit).toContain(what);
  expect(unitFaults(unitOf(unit.replace(what, instead)), box)).toEqual([fault]);
});

it('refuses a script whose file is gone', () => {
  expect(unitFaults(unitOf(office), { ...box, scripts: { start: 'exec node scripts/gone.js' } })).toEqual(['exec node scripts/gone.js is not there']);
});

it.each([
  ['of a service that is not there', '[Timer]\n', '[Timer]\nUnit=backup.service\n', 'backup.service is not there'],
  ['that runs each week', '*-*-* 02:30', 'Sun 02:30', 'does not run each day'],
  ['that forgets', 'Persistent=true', 'Persistent=false', 'forgets a night that the box was off'],
  ['that nobody starts', 'WantedBy=timers.target', '', 'is not started with the box'],
])('refuses a timer %s', (_, what, instead, fault) => {
  expect(timer).toContain(what);
  expect(timerFaults('property-office-backup.timer', unitOf(timer.replace(what, instead)), units)).toEqual([fault]);
});
