import type { ServiceDefinition } from '@property-office/backbone';
import { brokerRights, declaredReactions } from '@property-office/messaging';
import { brokerUsers, operationsUser, passwordVariableOf } from '../ops/secrets';
import { doNotEdit, type GeneratedDocument } from './generated-document';

/** Values for the official chart of NATS: an account for the office, a user for each service with the rights it needs. */
export function brokerAccounts(services: readonly ServiceDefinition[]): GeneratedDocument {
  const text = [
    `# ${doNotEdit}`,
    '# Values for the chart of NATS, beside values.yaml: each service signs in as itself and may do what its reactions and events',
    '# need. The passwords come from the Secret nats-users (npm run ops -- prepare-secrets).',
    'config:',
    '  merge:',
    '    accounts:',
    '      OFFICE:',
    '        jetstream: enabled',
    '        users:',
    ...services.flatMap(({ name, module }) => {
      const { publish, subscribe } = brokerRights(name, declaredReactions(module));
      return [...userLines(name), '            permissions:', ...allowLines('publish', publish), ...allowLines('subscribe', subscribe)];
    }),
    '          # Prepares streams and serves the operators’ command: everything within the account.',
    ...userLines(operationsUser),
    'container:',
    '  env:',
    ...brokerUsers.flatMap((user) => {
      const variable = passwordVariableOf(user);
      return [`    ${variable}:`, `      valueFrom: { secretKeyRef: { name: nats-users, key: ${variable} } }`];
    }),
    '',
  ].join('\n');
  return { path: 'deploy/kubernetes/components/nats/accounts.yaml', text };
}

/** `<< … >>` is how the chart is told of a variable of the server. */
const userLines = (user: string): string[] => [`          - user: ${user}`, `            password: '<< $${passwordVariableOf(user)} >>'`];

const allowLines = (verb: string, subjects: readonly string[]): string[] => [
  `              ${verb}:`,
  '                allow:',
  ...subjects.map((subject) => `                  - '${subject}'`),
];
