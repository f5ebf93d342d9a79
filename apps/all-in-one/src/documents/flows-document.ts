import { announces, callersOf, flows, processNames, servicePort } from '@property-office/contracts';
import { doNotEdit, type GeneratedDocument } from './generated-document';

/** Who talks to whom, for whoever writes rules for a network. */
export function flowsDocument(): GeneratedDocument {
  const text = [
    '# Who talks to whom',
    '',
    doNotEdit,
    `From \`libs/contracts/src/flows.ts\`. Calls are HTTP on port ${servicePort}; events go through NATS. Every service besides reaches PostgreSQL and NATS, the gateway neither; all look up names, and send traces where a collector is named.`,
    '',
    '| process | calls | is called by | hears events of | announces | leaves for |',
    '|---|---|---|---|---|---|',
    ...processNames.map((name) => {
      const { calls, hears, leavesFor = '–' } = flows[name];
      return `| ${[name, list(calls), list(callersOf(name)), list(hears), announces(name) ? 'yes' : 'no', leavesFor].join(' | ')} |`;
    }),
    '',
  ].join('\n');
  return { path: 'docs/generated/flows.md', text };
}

const list = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : '–');
