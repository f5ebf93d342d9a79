import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { when } from './when';

/** A unit of systemd: its sections, and of each what is set, in order. */
export type Unit = Readonly<Record<string, ReadonlyArray<readonly [string, string]>>>;

/** What units are judged by. */
export interface Box {
  /** Where the checkout lies on the box (deploy/README.md), and here. */
  folder: string;
  checkout: string;
  /** `scripts` of package.json. */
  scripts: Readonly<Record<string, string>>;
  /** Names of `npm run ops`. */
  commands: readonly string[];
  /** Variables that the code reads. */
  variables: ReadonlySet<string>;
  /** What the office may take to stop in order. */
  longestStopSeconds: number;
}

export function unitOf(text: string): Unit {
  const sections: Record<string, Array<readonly [string, string]>> = {};
  let section = '';
  for (const line of text.split('\n').filter((each) => each.trim() !== '' && !each.startsWith('#'))) {
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? [];
    if (name !== undefined) sections[(section = name)] = [];
    else sections[section]!.push([line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  }
  return sections;
}

/** What is set last, which is what systemd goes by. */
export const settingOf = (unit: Unit, section: string, key: string): string | undefined => (unit[section] ?? []).findLast(([name]) => name === key)?.[1];

/** What of a unit would not start, stop or lock up the product as it is. */
export function unitFaults(unit: Unit, box: Box): string[] {
  const of = (key: string) => settingOf(unit, 'Service', key);
  const once = of('Type') === 'oneshot';
  const assignments = unit['Service']!.filter(([key]) => key === 'Environment').map(([, value]) => value.split('=')[0]!);
  const patience = of('TimeoutStopSec') ?? '90';
  return [
    ...when(['root', '0', undefined].includes(of('User')), 'runs as root'),
    ...when(of('NoNewPrivileges') !== 'true', 'may gain privileges'),
    ...when(of('WorkingDirectory') !== box.folder, `does not stand in ${box.folder}`),
    ...commandFaults(of('ExecStart') ?? '', box),
    ...assignments.filter((name) => !box.variables.has(name)).map((name) => `${name} is no variable of the code`),
    ...(once
      ? []
      : [
          ...when(!/^\d+$/.test(patience) || Number(patience) < box.longestStopSeconds, `is killed after ${patience} s, and may take ${box.longestStopSeconds} s to stop`),
          ...when(of('KillMode') !== 'mixed', 'ends the servers beside the process that ends them in order'),
          ...when(!/^(?:always|on-failure)$/.test(of('Restart') ?? ''), 'does not come back'),
          ...when(settingOf(unit, 'Install', 'WantedBy') !== 'multi-user.target', 'is not started with the box'),
        ]),
  ];
}

/** `npm start`, or `npm run` with a script, and for `ops` a command: each there, and what it runs, too. */
function commandFaults(line: string, { scripts, commands, checkout }: Box): string[] {
  const [program = '', ...words] = line.split(' ');
  const [verb, ...rest] = words.filter((word) => word !== '--silent');
  const script = verb === 'run' ? (rest[0] ?? '') : (verb ?? '');
  const file = /\bnode (\S+)$/.exec(scripts[script] ?? '')?.[1];
  const told = rest.slice(rest.indexOf('--') + 1)[0] ?? '';
  return [
    ...when(!/^\/.+\/npm$/.test(program), `${program || 'nothing'} is not npm by its path`),
    ...when(!(script in scripts), `npm has no script ${script}`),
    ...when(script in scripts && (file === undefined || !existsSync(join(checkout, file))), `${scripts[script]} is not there`),
    ...when(script === 'ops' && !commands.includes(told), `ops has no command ${told}`),
  ];
}

/** What would keep a timer from running its service each night, also where the box was off. */
export function timerFaults(name: string, timer: Unit, units: Readonly<Record<string, Unit>>): string[] {
  const service = settingOf(timer, 'Timer', 'Unit') ?? name.replace(/timer$/, 'service');
  return [
    ...when(!(service in units), `${service} is not there`),
    ...when(!/^\*-\*-\* \d{2}:\d{2}$/.test(settingOf(timer, 'Timer', 'OnCalendar') ?? ''), 'does not run each day'),
    ...when(settingOf(timer, 'Timer', 'Persistent') !== 'true', 'forgets a night that the box was off'),
    ...when(settingOf(timer, 'Install', 'WantedBy') !== 'timers.target', 'is not started with the box'),
  ];
}
