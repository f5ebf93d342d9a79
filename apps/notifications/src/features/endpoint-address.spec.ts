import type { PlatformConfiguration } from '@property-office/service-kit';
import { EndpointAddress } from './endpoint-address';

const address = (...outboundAllowedNetworks: string[]) => new EndpointAddress({ outboundAllowedNetworks } as unknown as PlatformConfiguration);
const message = (text: string): unknown => {
  try {
    return address().check(text).href;
  } catch (error) {
    const { code, fields } = error as { code: string; fields: Array<{ pointer: string; message: { en: string } }> };
    return [code, fields[0]!.pointer, fields[0]!.message.en];
  }
};

describe('what may be typed in as the address of a robot or a webhook (W2.4)', () => {
  it.each(['https://localhost/hook', 'https://LOCALHOST:8443/hook', 'https://a.localhost', 'https://db.internal', 'https://printer.local.', 'https://intranet/hook', 'https://127.0.0.1', 'https://[::1]/', 'https://2130706433/'])(
    'not %s, which is in our own net',
    (text) => {
      expect(message(text)).toEqual(['endpoint-invalid', '/url', 'Addresses that are not public are not allowed']);
    },
  );

  it.each(['http://example.org', 'https://user@example.org', 'ftp://example.org', 'example.org'])('not %s', (text) => {
    expect(message(text)).toMatchObject(['endpoint-invalid', '/url', expect.stringContaining('https://')]);
  });

  it('a public one, and what the office allows', () => {
    expect(message('https://example.org/hook')).toBe('https://example.org/hook');
    for (const text of ['http://localhost:8080/', 'http://127.0.0.1:8080/']) expect(address('127.0.0.1').check(text).href).toBe(text);
  });
});
