/** What a proxy in front of the office was told, as it is written there; undefined where nothing is said. */
export interface WayIn {
  /** Largest body it lets through, as nginx says sizes: `201m`. */
  largestBody: string | undefined;
  /** How long an answer may be silent, as nginx says times: `1h`, `3600`. */
  patience: string | undefined;
  /** Whether it holds answers back until they are whole. */
  holdsAnswers: string | undefined;
  /** Whether it holds requests back; null where that cannot be told to it. */
  holdsRequests: string | undefined | null;
}

const units: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, s: 1, h: 3_600 };
/** A live stream says something every 15 s; beside it, whoever makes large files may be silent for minutes. */
const leastPatienceSeconds = 3_600;

/** What each controller reads of an Ingress. HAProxy limits no body and holds nothing back. */
export function waysInto(annotations: Readonly<Record<string, string>>): Record<string, WayIn> {
  const org = (name: string) => annotations[`nginx.org/${name}`];
  const community = (name: string) => annotations[`nginx.ingress.kubernetes.io/${name}`];
  return {
    'nginx.org': { largestBody: org('client-max-body-size'), patience: org('proxy-read-timeout'), holdsAnswers: org('proxy-buffering'), holdsRequests: null },
    'ingress-nginx': {
      largestBody: community('proxy-body-size'),
      patience: community('proxy-read-timeout'),
      holdsAnswers: community('proxy-buffering'),
      holdsRequests: community('proxy-request-buffering'),
    },
    haproxy: { largestBody: unlimited, patience: annotations['haproxy.org/timeout-server'], holdsAnswers: 'off', holdsRequests: 'off' },
  };
}

/** nginx's own word for no limit. */
const unlimited = '0';

/** What nginx is told by its configuration. */
export function wayThroughNginx(text: string): WayIn {
  const told = (directive: string) => new RegExp(`^\\s*${directive}\\s+([^;]+);`, 'm').exec(text)?.[1];
  return {
    largestBody: told('client_max_body_size'),
    patience: told('proxy_read_timeout'),
    holdsAnswers: told('proxy_buffering'),
    holdsRequests: told('proxy_request_buffering'),
  };
}

/** What Caddy is told by its configuration: without a word it limits no body, waits for ever, and holds back answers that do not say they are streams. */
export function wayThroughCaddy(text: string): WayIn {
  const told = (directive: string) => new RegExp(`^\\s*${directive}\\s+(\\S+)`, 'm').exec(text)?.[1];
  return {
    largestBody: told('max_size') ?? unlimited,
    patience: told('response_header_timeout') ?? told('read_timeout') ?? '1h',
    holdsAnswers: told('flush_interval') === '-1' ? 'off' : 'on',
    holdsRequests: told('request_buffers') ?? 'off',
  };
}

/**
 * What of it would refuse or cut off what the office itself takes.
 * @param largest bytes of the largest body that an operation takes
 */
export function wayInFaults({ largestBody, patience, holdsAnswers, holdsRequests }: WayIn, largest: number): string[] {
  const size = largestBody === undefined ? 2 ** 20 : amountOf(largestBody);
  const seconds = patience === undefined ? 60 : amountOf(patience);
  return [
    ...(size !== 0 && size < largest ? [`refuses bodies over ${largestBody ?? '1m, as nothing is said'}, and the largest is ${largest} bytes`] : []),
    ...(seconds < leastPatienceSeconds ? [`cuts off what is silent for ${patience ?? '60s, as nothing is said'}`] : []),
    ...(isOff(holdsAnswers) ? [] : ['holds live streams back']),
    ...(holdsRequests === null || isOff(holdsRequests) ? [] : ['holds uploads back until they are whole']),
  ];
}

const isOff = (word: string | undefined): boolean => /^(?:off|false)$/i.test(word ?? '');

function amountOf(text: string): number {
  const [, number, unit = ''] = /^(\d+)([kmgsh]?)$/i.exec(text) ?? [];
  if (number === undefined) throw new Error(`${text} is no size or time that is judged here`);
  return Number(number) * (units[unit.toLowerCase()] ?? 1);
}
