import type { IncomingMessage } from 'node:http';
import { Scrapers } from './scrapers';

const from = (remoteAddress: string | undefined, headers: Record<string, string> = {}) => ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe('who may read the figures', () => {
  const scrapers = new Scrapers(['10.1.0.0/16', 'fd00::7']);

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', 'fd00::7'])('is %s', (address) => {
    expect(scrapers.includes(from(address))).toBe(true);
  });

  it.each(['10.2.0.1', '192.168.1.9', '8.8.8.8', 'fd00::8', undefined])('is not %s', (address) => {
    expect(scrapers.includes(from(address))).toBe(false);
  });

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])('is nobody for whom a proxy asks (%s)', (header) => {
    expect(scrapers.includes(from('127.0.0.1', { [header]: '127.0.0.1' }))).toBe(false);
  });
});
