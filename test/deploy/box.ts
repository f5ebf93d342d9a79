import { doorName, engineNames, flows, processNames, waysInside } from '@property-office/contracts';
import { platformVariables, variablesOf } from '@property-office/service-kit';
import { secretsInClear } from './secrets-in-clear';
import { longestStopSeconds, stepsOfOffice } from './stopping';
import { when } from './when';

/** What of a service of Compose is looked at here. */
export interface Service {
  image: string;
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  mem_limit?: string;
  tmpfs?: string[];
  restart?: string;
  stop_grace_period?: string;
  ports?: string[];
  command?: string[];
  environment?: Record<string, string>;
  secrets?: unknown[];
  volumes?: string[];
  networks?: string[];
}

export interface Composition {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  networks: Record<string, { internal?: boolean } | null>;
}

interface Place {
  /** What of flows.ts it is. Nothing is Caddy, which stands between people and the door. */
  parts: readonly string[];
  /** Whom it runs as; undefined is root of its container. */
  user: string | undefined;
  capabilities?: readonly string[];
}

/** By the names that Compose has for them; all of them have to be there. */
export const places: Readonly<Record<string, Place>> = {
  office: { parts: processNames, user: '10001:10001' },
  postgres: { parts: ['the database'], user: 'postgres' },
  // Their volumes are made as root's, by images whose folders are root's; Caddy opens ports below 1024.
  nats: { parts: ['the broker'], user: undefined },
  tls: { parts: [], user: undefined, capabilities: ['NET_BIND_SERVICE'] },
};

const variables = new Set(variablesOf(platformVariables).flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name])));
export const longestStop = longestStopSeconds(0, stepsOfOffice());

/** Keys of Compose by which a service would get out of its container, or into another network. */
const waysOut = ['privileged', 'network_mode', 'pid', 'ipc', 'uts', 'userns_mode', 'cgroup', 'devices', 'device_cgroup_rules', 'volumes_from', 'links', 'external_links', 'sysctls', 'extends', 'develop'];

/** Who is on `inside`, where the engines are: they and whoever asks them. On `outside`: whoever leaves the office, and the door with what is before it. */
function networksOf({ parts }: Place): string[] {
  const engines: readonly string[] = engineNames;
  const inside = waysInside().some(({ from, to }) => engines.includes(to) && (parts.includes(from) || parts.includes(to)));
  const outside = parts.length === 0 || parts.includes(doorName) || processNames.some((name) => parts.includes(name) && flows[name].leavesFor !== undefined);
  return [...when(inside, 'inside'), ...when(outside, 'outside')];
}

/** What of a box an operations person would not let pass. */
export function boxViolations({ services, networks }: Pick<Composition, 'services' | 'networks'>): string[] {
  return [
    ...when(networks['inside']?.internal !== true, 'the network inside leads outside'),
    ...Object.entries(services).flatMap(([name, service]) => serviceFaults(name, service).map((fault) => `${name}: ${fault}`)),
  ];
}

function serviceFaults(name: string, service: Service): string[] {
  const place = places[name];
  if (!place) return ['is nothing that flows.ts knows'];
  const { environment = {}, networks = ['default'] } = service;
  const expected = networksOf(place);
  return [
    ...when(!/^\$\{OFFICE_IMAGE:\?|^[\w./-]+:\d+\.\d+/.test(service.image), `runs ${service.image}, of no version`),
    ...when(service.user !== place.user, `runs as ${service.user ?? 'root'}, not as ${place.user ?? 'root'}`),
    ...when(service.read_only !== true, 'may write its own files'),
    ...when(!service.cap_drop?.includes('ALL'), 'keeps capabilities'),
    ...(service.cap_add ?? []).filter((each) => !place.capabilities?.includes(each)).map((each) => `has the capability ${each}`),
    ...when(service.security_opt?.join(' ') !== 'no-new-privileges:true', 'may gain privileges'),
    ...waysOut.filter((key) => key in service).map((key) => `says ${key}`),
    ...(service.volumes ?? []).filter((each) => !/^[a-z]+:\/|^\$\{BACKUP_FOLDER:\?[^}]*\}:\/backups$/.test(String(each))).map((each) => `mounts ${each}`),
    ...when([...networks].sort().join() !== expected.join(), `is on ${networks.join(' and ')}, and by flows.ts on ${expected.join(' and ')}`),
    ...when(!service.mem_limit, 'has no limit of memory'),
    ...when(service.tmpfs?.some((each) => !/:(?:.*,)?size=\d/.test(each)) ?? false, 'has room in memory without a bound'),
    ...when(service.restart !== 'unless-stopped', 'does not come back'),
    ...when(name === 'office' && Number(/^(\d+)s$/.exec(service.stop_grace_period ?? '')?.[1] ?? 10) < longestStop, `is killed before the ${longestStop} s that it may take to stop`),
    ...when(place.parts.length > 0 && (service.ports ?? []).length > 0, 'is reached from outside'),
    ...secretsInClear(environment),
    ...(name === 'office' ? Object.keys(environment).filter((key) => !variables.has(key)).map((key) => `${key} is no variable of the code`) : []),
  ];
}
