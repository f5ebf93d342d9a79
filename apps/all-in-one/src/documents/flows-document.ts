import { announces, callersOf, commandNames, engineNames, engines, enginesOf, flows, leavingFor, portsBeyond, processNames, servicePort, type CommandName, type EngineName, type ProcessName } from '@property-office/contracts';
import { doNotEdit, type GeneratedDocument } from './generated-document';

/** Who talks to whom on which port, for whoever writes rules for a network. */
export function flowsDocument(): GeneratedDocument {
  const text = [
    '# Who talks to whom',
    '',
    doNotEdit,
    `From \`libs/contracts/src/flows.ts\`. Calls are HTTP on port ${servicePort}, on which Prometheus asks every process, too; events go through the broker. Everything looks up names; processes send traces where a collector is named.`,
    '',
    '| process | calls | is called by | hears events of | announces | asks | leaves for |',
    '|---|---|---|---|---|---|---|',
    ...processNames.map((name) => {
      const { calls, hears, leavesFor = '–' } = flows[name];
      return row(name, list(calls), list(callersOf(name)), list(hears), announces(name) ? 'yes' : 'no', list(enginesOf(name)), leavesFor);
    }),
    '',
    '| command | asks | leaves for |',
    '|---|---|---|',
    ...commandNames.map((name) => row(name, list(enginesOf(name)), list(placesOf(name)))),
    '',
    '| server | is asked on | by its other instances on | its metrics on |',
    '|---|---|---|---|',
    ...engineNames.map((name) => row(named[name], String(engines[name].port), list(engines[name].amongInstances), String(engines[name].metricsPort))),
    '',
    '| beyond the office | on | by |',
    '|---|---|---|',
    ...Object.entries(portsBeyond).map(([place, ports]) => row(place, list(ports), reachedBy(place as Place))),
    '',
  ].join('\n');
  return { path: 'docs/generated/flows.md', text };
}

type Place = keyof typeof portsBeyond;
const named: Readonly<Record<EngineName, string>> = { 'the database': 'the database: PostgreSQL', 'the broker': 'the broker: NATS' };
const places = ['the world', 'the object store'] as const;

const placesOf = (name: ProcessName | CommandName): string[] => places.filter((place) => leavingFor(place).includes(name));

function reachedBy(place: Place): string {
  if (place === 'the server of names') return 'everything';
  if (place === 'the collector of traces') return 'every process, where one is named';
  return `${list(leavingFor(place))}${place === 'the object store' ? ', where attachments lie there' : ''}`;
}

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
const list = (names: ReadonlyArray<string | number>): string => (names.length > 0 ? names.join(', ') : '–');
