import { platformVariables, variablesOf } from '@property-office/service-kit';
import { manifestsIn } from './manifests';
import { secretsInClear } from './secrets-in-clear';

const secretNames = variablesOf(platformVariables).flatMap(({ name, secret }) => (secret ? [name] : []));
const configuration = (data: Record<string, string>) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'office' }, data });
const container = (env: object) => ({ spec: { containers: [{ name: 'process', env: [env] }] } });

it('the code calls secret what no pattern of names finds', () => {
  expect(secretNames).toEqual(expect.arrayContaining(['S3_ACCESS_KEY_ID', 'OTEL_EXPORTER_OTLP_HEADERS', 'DATABASE_URL', 'SMTP_URL']));
});

it.each([...secretNames, 'POSTGRES_PASSWORD', 'ACCESS_TOKEN'])('%s is refused wherever it is given in clear, and let through as a file or from a Secret', (name) => {
  const fault = [`${name} stands there in clear`];
  expect(secretsInClear(configuration({ [name]: 'x' }))).toEqual(fault);
  expect(secretsInClear(container({ name, value: 'x' }))).toEqual(fault);
  expect(secretsInClear(container({ name, valueFrom: { configMapKeyRef: { name: 'office', key: 'x' } } }))).toEqual(fault);
  expect(secretsInClear(container({ name, valueFrom: { secretKeyRef: { name: 'office', key: 'x' } } }))).toEqual([]);
  expect(secretsInClear(container({ name: `${name}_FILE`, value: '/secrets/x' }))).toEqual([]);
  expect(secretsInClear(configuration({ [`${name}_FILE`]: '/secrets/x' }))).toEqual([]);
});

it.each<[string, unknown, string[]]>([
  ['a value in a map of a chart', { env: { TICKETS_PASSWORD: { value: 'x' } } }, ['TICKETS_PASSWORD stands there in clear']],
  ['a number', { environment: { POSTGRES_PASSWORD: 1 } }, ['POSTGRES_PASSWORD stands there in clear']],
  ['a list of Compose', { environment: ['POSTGRES_PASSWORD=x'] }, ['POSTGRES_PASSWORD stands there in clear']],
  ['a command', { args: ['sh', '-c', 'SMS_SECRET=x node run.js'] }, ['SMS_SECRET stands there in clear']],
  ['a file in a ConfigMap', configuration({ 'office.env': 'LOG_LEVEL=info\nSMS_SECRET=x\n' }), ['SMS_SECRET stands there in clear']],
  ['bytes of a ConfigMap', { binaryData: { SMS_SECRET: 'eA==' } }, ['SMS_SECRET stands there in clear']],
  ['an address with its password', configuration({ PUBLIC_URL: 'https://office:s3cret@office.example.cn' }), ['holds what looks like a password or a key']],
  ['an address with a password alone', configuration({ PUBLIC_URL: 'https://:s3cret@office.example.cn' }), ['holds what looks like a password or a key']],
  ['a private key', configuration({ 'tls.key': '-----BEGIN EC PRIVATE KEY-----' }), ['holds what looks like a password or a key']],
  ['a private key as JSON', configuration({ keys: '{"kty":"OKP","d":"nWGxne_9"}' }), ['holds what looks like a password or a key']],
])('%s is refused', (_, document, faults) => {
  expect(secretsInClear(document)).toEqual(faults);
});

it('a Secret of its own kind is none that stands in clear: that it is there is what the policy refuses', () => {
  expect(secretsInClear(manifestsIn('{ apiVersion: v1, kind: Secret, metadata: { name: uploads-s3 } }'))).toEqual([]);
});
