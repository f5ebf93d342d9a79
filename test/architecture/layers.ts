/** Our libraries, from the ground up, with those each may stand on (docs: service → platform → contracts → kernel). */
const libraries: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  contracts: ['kernel'],
  calendar: ['kernel', 'contracts'],
  channels: [],
  'official-papers': [],
  persistence: ['kernel', 'contracts'],
  messaging: ['kernel', 'contracts'],
  access: ['kernel', 'contracts', 'persistence'],
  backup: ['persistence', 'embedded'],
  outbox: ['kernel', 'contracts', 'persistence', 'messaging'],
  audit: ['kernel', 'contracts', 'persistence', 'access', 'outbox'],
  timers: ['kernel', 'contracts', 'persistence', 'outbox', 'calendar'],
  deadlines: ['kernel', 'contracts', 'calendar', 'persistence', 'messaging', 'outbox', 'timers'],
  'service-kit': ['kernel', 'contracts', 'persistence', 'access'],
  'home-care': ['kernel', 'contracts', 'persistence', 'messaging'],
  receipts: ['kernel', 'calendar', 'access', 'service-kit'],
  backbone: [
    'kernel',
    'contracts',
    'persistence',
    'messaging',
    'access',
    'outbox',
    'audit',
    'timers',
    'service-kit',
  ],
  'office-client': [],
  embedded: [],
  testing: ['channels', 'kernel', 'contracts', 'persistence', 'messaging', 'access', 'outbox', 'service-kit', 'embedded'],
  'service-testing': ['kernel', 'contracts', 'persistence', 'messaging', 'access', 'audit', 'service-kit', 'backbone', 'testing'],
};

/** Nothing of the product. */
export const testsOnly: readonly string[] = ['testing', 'service-testing'];
/** Tests of any project may start servers and services. */
export const testGround: readonly string[] = [...testsOnly, 'embedded'];

/** What a service may stand on: the platform, and nothing that starts servers, serves operators or tests. */
const platform = Object.keys(libraries).filter(
  (name) => !['office-client', 'backup', ...testGround].includes(name),
);

/**
 * The projects of ours that `project` may import, 'any' for the one that puts all of them together.
 * @returns undefined for a library that nobody has given a place yet
 */
export function mayImport(project: string, kind: 'apps' | 'libs'): readonly string[] | 'any' | undefined {
  if (kind === 'libs') return libraries[project];
  if (project === 'all-in-one') return 'any';
  if (project === 'replay') return ['kernel', 'contracts', 'office-client'];
  return platform;
}
