import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may ask, in which region. */
export interface S3Key {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
}

const toleranceMs = 15 * 60_000;
const authorization = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/**
 * Checks a request as S3 does (AWS Signature Version 4, "Authenticating requests: using the Authorization header"), written after the text of that and
 * independently of whoever signs here.
 * @returns the code of the refusal, or undefined where the signature is right
 */
export function signatureFaultOf({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>, url: URL, key: S3Key): string | undefined {
  const [, accessKeyId, day, region, signed = '', signature = ''] = authorization.exec(headers.authorization ?? '') ?? [];
  if (accessKeyId === undefined) return 'AccessDenied';
  if (accessKeyId !== key.accessKeyId) return 'InvalidAccessKeyId';
  if (region !== key.region) return 'AuthorizationHeaderMalformed';
  const [at, payload] = [String(headers['x-amz-date']), headers['x-amz-content-sha256']];
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(at) ?? [];
  if (`${y}${mo}${d}` !== day || !(Math.abs(Date.now() - Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)) < toleranceMs)) return 'RequestTimeTooSkewed';
  if (!/^[0-9a-f]{64}$/.test(String(payload))) return 'InvalidArgument';
  const names = signed.split(';');
  const mustBeSigned = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))];
  if (!mustBeSigned.every((name) => names.includes(name))) return 'AccessDenied';

  const query = [...url.searchParams].map((pair) => pair.map(encoded).join('=')).sort().join('&');
  const values = names.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}\n`).join('');
  const path = url.pathname.split('/').map((part) => encoded(decodeURIComponent(part))).join('/');
  const canonical = [method, path, query, values, signed, payload].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', at, `${day}/${region}/s3/aws4_request`, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const secret = [day!, region, 's3', 'aws4_request'].reduce<string | Buffer>((from, what) => hmac(from, what), `AWS4${key.secretAccessKey}`);
  return timingSafeEqual(hmac(secret, toSign), Buffer.from(signature, 'hex')) ? undefined : 'SignatureDoesNotMatch';
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** RFC 3986, as AWS has it. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
