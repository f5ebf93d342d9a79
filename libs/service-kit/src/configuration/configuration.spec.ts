import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformVariables } from './platform-variables';
import { ConfigurationError, readConfiguration, variablesOf, type Environment } from './read-configuration';
import { variableTable } from './variable-table';
import { secret } from './variable';

function mistakesOf(env: Environment): string[] {
  try {
    readConfiguration(env, platformVariables);
    return [];
  } catch (error) {
    return (error as ConfigurationError).mistakes;
  }
}

describe('configuration', () => {
  it('needs nothing: every platform variable has a default', () => {
    const configuration = readConfiguration({}, platformVariables);
    expect(configuration.http).toEqual({
      port: 3000,
      host: '0.0.0.0',
      trustedHops: 0,
      stopPauseSeconds: 0,
      metricsNetworks: [],
      publicUrl: undefined,
    });
    expect(configuration.dataDir).toBe('./data');
    expect(configuration.demo.enabled).toBe(false);
    expect(configuration.serviceUrls).toEqual({});
  });

  it('reads typed and nested values; empty counts as not set', () => {
    const configuration = readConfiguration(
      {
        PORT: '8080',
        LOG_LEVEL: '',
        DEMO: 'yes',
        TICKETS_DATABASE_URL: 'postgres://u:p@h/db',
        SERVICE_URLS: 'tickets=http://a:1/,http://b:2; directory=https://c',
        NATS_URL: 'nats://u:p@a:4222,nats://b:4222',
      },
      platformVariables,
    );
    expect(configuration.nats.url).toBe('nats://u:p@a:4222,nats://b:4222');
    expect(configuration.http.port).toBe(8080);
    expect(configuration.logLevel).toBe('info');
    expect(configuration.demo.enabled).toBe(true);
    expect(configuration.database.urlOfService.tickets).toBe('postgres://u:p@h/db');
    expect(configuration.serviceUrls).toEqual({
      tickets: ['http://a:1', 'http://b:2'],
      directory: ['https://c'],
    });
  });

  it('reports all mistakes together, with what was expected', () => {
    expect(mistakesOf({ PORT: '30O0', LOG_LEVEL: 'loud', DEMO: 'perhaps', SERVICE_URLS: 'tickets' })).toEqual(
      [
        'PORT is "30O0": expected a whole number from 0 to 65535',
        'SERVICE_URLS is "tickets": expected addresses by service: tickets=http://a:3000,http://b:3000;directory=http://c:3000',
        'LOG_LEVEL is "loud": expected one of trace, debug, info, warn, error, fatal, silent',
        'DEMO is "perhaps": expected 1 or 0 (also true/false, yes/no, on/off)',
      ],
    );
  });

  it('never prints a secret', () => {
    const mistakes = mistakesOf({ DATABASE_URL: 'mysql://root:hunter2@h/db' });
    expect(mistakes).toEqual(['DATABASE_URL is not valid: expected an address such as postgres://host']);
  });

  it('names a required variable that is missing', () => {
    expect(() =>
      readConfiguration({}, { key: secret('SMS_KEY', { meaning: 'Key of the SMS provider' }) }),
    ).toThrow('SMS_KEY is missing: expected a secret text');
  });

  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URLS', 'DATABASE_URL'],
    ['DATABASE_ULR', 'DATABASE_URL'],
    ['DEMO_PASSWORT', 'DEMO_PASSWORD'],
    ['DATABASE_URL_FIL', 'DATABASE_URL_FILE'],
  ])('asks about %s', (given, meant) => {
    expect(mistakesOf({ [given]: 'x' })).toEqual([`${given}: no such variable, did you mean ${meant}?`]);
  });

  it.each(['PATH', 'HOSTNAME', 'PORTS', 'NODE_OPTIONS', 'TICKETS_PORT', 'NATS_PORT'])(
    'lets %s be',
    (name) => {
      expect(mistakesOf({ [name]: 'x' })).toEqual([]);
    },
  );

  describe('secrets in files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
    const file = join(folder, 'password');
    beforeAll(() => writeFileSync(file, 'from a file\n'));
    afterAll(() => rmSync(folder, { recursive: true }));

    it('are read without the line end', () => {
      expect(readConfiguration({ DEMO_PASSWORD_FILE: file }, platformVariables).demo.password).toBe(
        'from a file',
      );
    });

    it('are refused together with the plain variable', () => {
      expect(mistakesOf({ DEMO_PASSWORD_FILE: file, DEMO_PASSWORD: 'x' })).toEqual([
        'DEMO_PASSWORD and DEMO_PASSWORD_FILE: give one of them',
      ]);
    });

    it('that are not there are named', () => {
      expect(mistakesOf({ DEMO_PASSWORD_FILE: '/nowhere/x' })).toEqual([
        'DEMO_PASSWORD_FILE: cannot read /nowhere/x (ENOENT)',
      ]);
    });
  });

  it('names what another variable needs, together, and nothing of it otherwise', () => {
    expect(mistakesOf({ FILES_STORE: 's3', S3_BUCKET: 'office' })).toEqual(
      ['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'].map((name) => `${name} is missing: it is needed where FILES_STORE is s3`),
    );
    const given = { S3_ENDPOINT: 'http://store:9000', S3_ACCESS_KEY_ID: 'office', S3_SECRET_ACCESS_KEY: 'hunter2' };
    expect(readConfiguration({ FILES_STORE: 's3', S3_BUCKET: 'office', ...given }, platformVariables).s3).toEqual({
      endpoint: 'http://store:9000',
      region: 'us-east-1',
      bucket: 'office',
      accessKeyId: 'office',
      secretAccessKey: 'hunter2',
      pathStyle: true,
    });
    expect(mistakesOf({ FILES_STORE: 'disc' })).toEqual(['FILES_STORE is "disc": expected one of disk, s3']);
  });

  it('has one table row for each variable, and no name twice', () => {
    const names = variablesOf(platformVariables).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const table = variableTable(platformVariables);
    expect(table).toContain('| `PORT` | `3000` | Port to listen on; 0 for any free one |');
    expect(table).toContain(
      '| `DEMO_PASSWORD`, `DEMO_PASSWORD_FILE` |  | Password of the demonstration accounts',
    );
    expect(table.split('\n')).toHaveLength(names.length + 2);
  });
});
