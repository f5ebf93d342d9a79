import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyLimitExtension } from '@property-office/contracts';
import { rendered, root } from './manifests';
import { wayInFaults, wayThroughCaddy, wayThroughNginx, waysInto, type WayIn } from './ways-in';

const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const { paths } = JSON.parse(text('docs/openapi.json')) as { paths: Record<string, Record<string, Record<string, unknown>>> };
const largest = Math.max(...Object.values(paths).flatMap((methods) => Object.values(methods).map((operation) => Number(operation[bodyLimitExtension] ?? 0))));

const ingresses = [...rendered()].flatMap(([name, manifests]) => manifests.filter(({ kind }) => kind === 'Ingress').map(({ metadata }) => [name, metadata.annotations ?? {}] as const));
const nginx = text('deploy/systemd/nginx.conf');
const caddy = text('deploy/compose/Caddyfile');
const ways: Array<[string, WayIn]> = [
  ...ingresses.flatMap(([name, annotations]) => Object.entries(waysInto(annotations)).map(([controller, way]): [string, WayIn] => [`${controller} of ${name}`, way])),
  ['nginx of a box', wayThroughNginx(nginx)],
  ['Caddy of a box with containers', wayThroughCaddy(caddy)],
];

it('there is something to let through, and somebody who does', () => {
  expect(largest).toBeGreaterThan(200 * 2 ** 20);
  expect(ingresses.map(([name]) => name).sort()).toEqual(['one-node', 'production', 'production-s3']);
});

it.each(ways)('%s lets the largest upload through, and live streams', (_, way) => {
  expect(wayInFaults(way, largest)).toEqual([]);
});

it.each<[string, WayIn, string]>([
  ['an Ingress for attachments only', { ...ways[0]![1], largestBody: '32m' }, `refuses bodies over 32m, and the largest is ${largest} bytes`],
  ['an Ingress without a word of it', waysInto({})['ingress-nginx']!, `refuses bodies over 1m, as nothing is said, and the largest is ${largest} bytes`],
  ['a minute of HAProxy', waysInto({ 'haproxy.org/timeout-server': '60s' })['haproxy']!, 'cuts off what is silent for 60s'],
  ['nginx that keeps uploads', wayThroughNginx(nginx.replace('proxy_request_buffering off', 'proxy_request_buffering on')), 'holds uploads back until they are whole'],
  ['nginx that keeps answers', wayThroughNginx(nginx.replace(' proxy_buffering off;', '')), 'holds live streams back'],
  ['nginx with its own limit', wayThroughNginx(nginx.replace('client_max_body_size 201m;', '')), `refuses bodies over 1m, as nothing is said, and the largest is ${largest} bytes`],
  ['Caddy with a limit', wayThroughCaddy(`${caddy}\nrequest_body {\n\tmax_size 100m\n}`), `refuses bodies over 100m, and the largest is ${largest} bytes`],
  ['Caddy that keeps answers', wayThroughCaddy(caddy.replace('flush_interval -1', '')), 'holds live streams back'],
])('refuses %s', (_, way, fault) => {
  expect(wayInFaults(way, largest)).toContain(fault);
});
