import { serviceNames, servicePort, type ServiceName } from '@property-office/contracts';
import { logLevels } from '../process/logging';
import type { ConfigurationOf } from './read-configuration';
import { flag, networks, oneOf, secret, serviceUrls, text, textMap, url, where, wholeNumber, type Variable } from './variable';

/** What every process of the product can be told by its environment. A service with more adds its own beside these. */
export const platformVariables = {
  http: {
    port: wholeNumber('PORT', {
      min: 0,
      max: 65_535,
      default: servicePort,
      meaning: 'Port to listen on; 0 for any free one',
    }),
    host: text('HOST', { default: '0.0.0.0', meaning: 'Address to listen on' }),
    trustedHops: wholeNumber('TRUSTED_HOPS', {
      min: 0,
      max: 16,
      default: 0,
      meaning:
        'Proxies of your own before the door whose X-Forwarded-For is believed; 0: the address of the connection counts',
    }),
    metricsNetworks: networks('METRICS_NETWORKS', {
      meaning:
        'Networks besides this machine whose requests for /metrics the door answers, such as `10.1.0.0/16`; never what a proxy passes on',
    }),
    stopPauseSeconds: wholeNumber('STOP_PAUSE_SECONDS', {
      min: 0,
      max: 60,
      default: 0,
      meaning:
        'How long a stopping process still takes requests after it has said that it is not ready; on Kubernetes 5, so that its address is removed everywhere first',
    }),
    publicUrl: url('PUBLIC_URL', ['https', 'http'], {
      default: undefined,
      meaning:
        'Address people open the product under, for links and cookies; not set: the address of the request',
    }),
  },
  dataDir: text('DATA_DIR', {
    default: './data',
    meaning: 'Folder of the embedded servers, uploads and generated secrets',
  }),
  filesStore: oneOf('FILES_STORE', ['disk', 's3'], {
    default: 'disk',
    meaning: 'Where the bytes of attachments are kept: `disk` under DATA_DIR/files, or `s3`; what is being written lies on the disk in both',
  }),
  /** A bucket of the office alone, where the bytes are kept in S3. */
  s3: {
    endpoint: ofS3(url('S3_ENDPOINT', ['https', 'http'], { default: undefined, meaning: 'Server that speaks S3, such as `https://s3.example.cn`' })),
    region: text('S3_REGION', { default: 'us-east-1', meaning: 'Its region, as requests are signed for it' }),
    bucket: ofS3(text('S3_BUCKET', { default: undefined, meaning: 'Bucket of this office alone, which keeps no versions: what is destroyed would stay in it' })),
    accessKeyId: ofS3(secret('S3_ACCESS_KEY_ID', { default: undefined, meaning: 'Whose key requests are signed with' })),
    secretAccessKey: ofS3(
      secret('S3_SECRET_ACCESS_KEY', {
        default: undefined,
        meaning: 'That key; it may read, write, remove and list objects of the bucket, and ask whether it keeps versions',
      }),
    ),
    pathStyle: flag('S3_FORCE_PATH_STYLE', { default: true, meaning: '0: the bucket is part of the host, `https://bucket.s3.example.cn`, as Alibaba’s OSS needs it' }),
  },
  backupDir: text('BACKUP_DIR', {
    default: './backups',
    meaning: 'Folder of the backups; on another disk, and never below DATA_DIR',
  }),
  fixityDays: wholeNumber('FIXITY_DAYS', {
    min: 1,
    max: 365,
    default: 14,
    meaning: 'Days within which each file of a record is read again and compared with its SHA-256; fewer than backups are kept',
  }),
  database: {
    url: url('DATABASE_URL', ['postgres', 'postgresql'], {
      default: undefined,
      secret: true,
      meaning:
        'PostgreSQL with the right to create roles and schemas; not set: the embedded server is started',
    }),
    rolesFile: text('DATABASE_ROLES_FILE', {
      default: undefined,
      meaning:
        'File with the secret that the passwords of the services’ roles are derived from; not set: made under DATA_DIR/secrets',
    }),
    urlOfService: Object.fromEntries(serviceNames.map((service) => [service, databaseOf(service)])) as Record<
      ServiceName,
      Variable<string | undefined>
    >,
  },
  nats: {
    url: url('NATS_URL', ['nats', 'tls'], {
      default: undefined,
      secret: true,
      several: true,
      meaning: 'NATS with JetStream, 2.10 or later, every server of a cluster joined by commas; not set: the embedded server is started',
    }),
    serverBinary: text('NATS_SERVER_BIN', {
      default: undefined,
      meaning: 'nats-server to start instead of the bundled one',
    }),
    streamReplicas: wholeNumber('NATS_STREAM_REPLICAS', {
      min: 1,
      max: 5,
      default: 1,
      meaning: 'Copies of each message; 3 on a cluster of three',
    }),
    streamMaxMib: wholeNumber('NATS_STREAM_MAX_MIB', {
      min: 16,
      max: 1_048_576,
      default: 512,
      meaning:
        'Room of each stream in MiB of about a thousand events; they are kept for 30 days; while it is full, events wait in the database',
    }),
  },
  keyFiles: {
    principal: keyFile('PRINCIPAL_KEYS_FILE', 'Private keys of the door, which say who asks'),
    principalPublic: keyFile('PRINCIPAL_PUBLIC_KEYS_FILE', 'Public keys of the door, for every service'),
    service: keyFile('SERVICE_KEYS_FILE', 'Private keys of the one service of this process, or of the gateway'),
    servicePublic: keyFile('SERVICE_PUBLIC_KEYS_FILE', 'Public keys of every service and of the gateway'),
    field: keyFile('FIELD_KEYS_FILE', 'Keys of encrypted personal data'),
    attachment: keyFile('ATTACHMENT_KEYS_FILE', 'Keys of the links to attachments'),
    audit: keyFile('AUDIT_KEYS_FILE', 'Private keys that sign the heads of the audit trails'),
  },
  serviceUrls: serviceUrls('SERVICE_URLS', {
    meaning:
      'Addresses of the services, where each runs in a process of its own: tickets=http://a:3000,http://b:3000;directory=http://c:3000',
  }),
  logLevel: oneOf('LOG_LEVEL', logLevels, { default: 'info', meaning: 'Least level that is logged' }),
  tracing: {
    endpoint: url('OTEL_EXPORTER_OTLP_ENDPOINT', ['http', 'https'], {
      default: undefined,
      meaning: 'Collector that is sent traces over OTLP/HTTP, such as `http://collector:4318`; not set: nothing is traced',
    }),
    headers: secret('OTEL_EXPORTER_OTLP_HEADERS', { default: '', meaning: 'What the collector asks for, such as `authorization=Bearer%20…,x-office=1`' }),
  },
  demo: {
    enabled: flag('DEMO', { default: false, meaning: 'Fills an empty database with a demonstration site' }),
    password: secret('DEMO_PASSWORD', {
      default: undefined,
      meaning: 'Password of the demonstration accounts; not set: one is made and printed once',
    }),
  },
  mail: {
    smtpUrl: url('SMTP_URL', ['smtp', 'smtps'], {
      default: undefined,
      secret: true,
      meaning: 'Mail server for notifications; not set: nothing is mailed',
    }),
    from: text('MAIL_FROM', {
      default: 'property-office@localhost',
      meaning: 'Sender of notifications by e-mail',
    }),
  },
  /** Providers of messages by template; all of URL, key id and secret, or none. */
  sms: messageProvider('SMS', 'SMS'),
  wechat: messageProvider('WECHAT', 'WeChat messages'),
  outboundAllowedNetworks: networks('OUTBOUND_ALLOWED_NETWORKS', {
    meaning:
      'Networks that are not public and to which webhooks and group robots may be sent all the same, by http too, such as `10.1.0.0/16,::1`; not set: public addresses by https only',
  }),
  testClock: flag('TEST_CLOCK', {
    default: false,
    meaning: 'Lets tests move platform.now() forward; never in production',
  }),
  faultPoints: text('FAULT_POINTS', {
    default: '',
    meaning:
      'Places where a test lets the process die, fail or dawdle, such as `relay.midBatch=kill@3`; only read with TEST_CLOCK=1',
  }),
};

export type PlatformConfiguration = ConfigurationOf<typeof platformVariables>;

/** `SMS_URL`, `SMS_KEY_ID`, `SMS_SECRET`, `SMS_TEMPLATES`. */
function messageProvider(prefix: string, what: string) {
  return {
    url: url(`${prefix}_URL`, ['https', 'http'], {
      default: undefined,
      meaning: `Where ${what} are handed to a provider by signed requests (libs/channels, signed-http.ts); not set: none are sent`,
    }),
    keyId: text(`${prefix}_KEY_ID`, { default: undefined, meaning: `Which secret the provider checks signatures of ${what} with` }),
    secret: secret(`${prefix}_SECRET`, { default: undefined, meaning: `Secret that requests for ${what} are signed with` }),
    templates: textMap(`${prefix}_TEMPLATES`, {
      meaning: `The provider's templates for ${what} by kind and language: \`one-time-code.zh=101;one-time-code.en=102;default.zh=103\`; \`default\` is for every kind without its own and gets the whole sentence as \`text\``,
    }),
  };
}

function ofS3(variable: Variable<string | undefined>): Variable<string | undefined> {
  return where('FILES_STORE', 's3', variable);
}

/** As `Keys` of libs/access reads them. */
function keyFile(name: string, what: string): Variable<string | undefined> {
  return text(name, {
    default: undefined,
    meaning: `${what}, a JSON file that must exist; not set: made at the first start under DATA_DIR/secrets`,
  });
}

function databaseOf(service: ServiceName): Variable<string | undefined> {
  return url(`${service.toUpperCase().replaceAll('-', '_')}_DATABASE_URL`, ['postgres', 'postgresql'], {
    default: undefined,
    secret: true,
    meaning: `PostgreSQL as ${service}_app, where ${service} has a server of its own; not set: derived from DATABASE_URL`,
  });
}
