import { neededVariables } from '@property-office/backbone';
import { enginesOf, flows, processNames, servicePort, serviceNames, type ProcessName } from '@property-office/contracts';
import { declaredReactions } from '@property-office/messaging';
import { platformVariables } from '@property-office/service-kit';
import { services } from '../../../apps/all-in-one/src/services';
import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { callsIn, flowViolations, leavingsIn } from './flows';

const declared = (of: 'calls' | 'hears', names: readonly string[] = serviceNames) =>
  Object.fromEntries(Object.entries(flows).filter(([name]) => names.includes(name)).map(([name, flow]) => [name, flow[of]]));

it('flows.ts says who calls whom', () => {
  expect(flowViolations(declared('calls'), callsIn(checkout(), serviceNames), 'called')).toEqual([]);
  expect(flows.gateway.calls).toEqual(serviceNames);
});

it('flows.ts says who hears whom', () => {
  const heard = new Map(
    services.flatMap(({ name, module }) => declaredReactions(module).map(({ producer, durable }) => [`${name} → ${producer}`, durable] as const)),
  );
  expect(flowViolations(declared('hears'), heard, 'heard')).toEqual([]);
});

it('flows.ts says who leaves the office, and where to', () => {
  const leaving = Object.fromEntries(serviceNames.map((name) => [name, flows[name].leavesFor ? [flows[name].leavesFor] : []]));
  expect(flowViolations(leaving, leavingsIn(checkout()), 'gone to')).toEqual([]);
});

it('flows.ts says who asks which engine: whoever is told where it is', () => {
  const told = (name: ProcessName) => neededVariables(name).flatMap((variable) => (variable === 'NATS_URL_FILE' ? ['the broker'] : variable.endsWith('_DATABASE_URL_FILE') ? ['the database'] : []));
  expect(processNames.map((name) => [name, told(name).sort()])).toEqual(processNames.map((name) => [name, [...enginesOf(name)].sort()]));
});

it('a way out is found, and told where flows.ts does not say it', () => {
  const sources = filesOf({ 'apps/a/src/x.ts': `import { mailProvider } from '@property-office/channels';`, 'apps/b/src/y.ts': `import { AwsV4Signer } from 'aws4fetch';`, 'apps/c/src/z.spec.ts': `import { AwsV4Signer } from 'aws4fetch';` });
  expect(flowViolations({ b: ['the object store'] }, leavingsIn(sources), 'gone to')).toEqual(['a → the world: gone to in apps/a/src/x.ts, not in flows.ts']);
});

it('flows.ts says the port', () => {
  expect(platformVariables.http.port.defaultText).toBe(String(servicePort));
});

it.each([
  ['names the service and a path', `await client.post<Answer>('b', somethingPath, asked)`],
  ['writes the path out', `await client.post<Answer>(\n  'b',\n  '/internal/things', asked)`],
  ['goes by the sources of records', `const services = { thing: 'b' } as const;\nclient.post<Answer>(service, recordMatterPaths[service], { ids })`],
])('a call that %s is found', (_, text) => {
  expect([...callsIn(filesOf({ 'apps/a/src/ask.ts': text }), ['a', 'b'])]).toEqual([['a → b', 'apps/a/src/ask.ts']]);
});

it('what the backbone asks for a service is a call of that service', () => {
  const sources = filesOf({ 'apps/a/src/x.ts': 'constructor(private readonly claims: AttachmentClaims) {}', 'apps/a/src/a.module.ts': 'personNotices(table)', 'apps/a/src/y.ts': `import { AttachmentClaims, PeopleContacts } from '@property-office/backbone';` });
  expect([...callsIn(sources, ['a', 'directory', 'files', 'notifications']).keys()]).toEqual(['a → files', 'a → notifications', 'a → directory']);
});

it('a call on one side only', () => {
  expect(flowViolations({ a: ['b'] }, new Map([['a → c', 'apps/a/src/ask.ts']]), 'called')).toEqual([
    'a → c: called in apps/a/src/ask.ts, not in flows.ts',
    'a → b: called in flows.ts, nowhere else',
  ]);
});
