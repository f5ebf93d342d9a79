import { roles } from '@property-office/contracts';
import { permissions, permissionOf, permissionTableMarkdown, rolesOf, type OperationKey } from './index';

const keys = Object.keys(permissions) as OperationKey[];

test('only these operations work without a session', () => {
  expect(keys.filter((key) => permissionOf(key).who === 'public')).toEqual([
    'platform.health',
    'platform.metrics',
    'directory.signIn',
    'directory.sendOneTimeCode',
    'files.download',
    'files.uploadVisitorPhoto',
    'reception.openContactPage',
    'tickets.readPlaceCode',
    'tickets.openReportPage',
    'tickets.readReportScript',
    'tickets.reportAtPlace',
    'tickets.readFollowedRepair',
    'tickets.openFollowPage',
    'complaints.openCasePage',
    'archives.readWitnessPage',
    'archives.signByLink',
    'archives.readHandOverPage',
    'archives.signHandOverByLink',
    'notifications.readApprovalPage',
    'notifications.readApprovalFile',
    'notifications.approveByLink',
    'notifications.returnByLink',
    'notifications.readBoard',
    'notifications.readBoardPage',
    'notifications.readBoardFeed',
    'notifications.readBoardFile',
  ]);
});

test('who is tied to no home does nothing but claim one, and read what is their own (W2.6)', () => {
  expect(keys.filter((key) => permissionOf(key).who !== 'public' && permissionOf(key).withoutRole)).toEqual([
    'directory.readCurrentSession',
    'directory.signOut',
    'directory.changePassword',
    'directory.listSessions',
    'directory.endSession',
    'directory.listSites',
    'directory.readSite',
    'directory.readPerson',
    'directory.readStanding',
    'directory.listClaimSites',
    'directory.claimHome',
    'directory.withdrawHomeClaim',
    'directory.listHomeClaims',
    'reception.listEnquiries',
    'reception.readEnquiry',
    'tickets.listRepairs',
    'tickets.readRepair',
    'tracking.readTimeline',
    'tracking.stream',
    'notifications.listInbox',
    'notifications.markRead',
    'notifications.readSettings',
    'notifications.changeSettings',
  ]);
});

test('every row that asks for a role names one, and each role may do something', () => {
  const asking = keys.filter((key) => permissionOf(key).who === 'roles');
  expect(asking.filter((key) => rolesOf(permissionOf(key)).length === 0)).toEqual([]);
  expect(roles.filter((role) => !asking.some((key) => rolesOf(permissionOf(key)).includes(role)))).toEqual(
    [],
  );
});

test('residents reach nothing of a whole site, and repairers never follow up their own work', () => {
  expect(keys.filter((key) => permissionOf(key).site.includes('resident'))).toEqual([]);
  const followUps = keys.filter((key) => key.startsWith('followups.'));
  expect(
    followUps.filter((key) =>
      rolesOf(permissionOf(key)).some((role) => role === 'technician' || role === 'crew-lead'),
    ),
  ).toEqual([]);
});

test('the document has a row for every operation and a mark for every role', () => {
  const document = permissionTableMarkdown();
  for (const key of keys) expect(document).toContain(`| ${key.slice(key.indexOf('.') + 1)} `);
  const end = document.split('\n').find((line) => line.startsWith('| endMember |'));
  expect(end?.split('|').map((cell) => cell.trim())).toEqual([
    '',
    'endMember',
    '○',
    ...roles.slice(1).map(() => ''),
    '',
  ]);
});

test('the document says what no deputy does', () => {
  const note = permissionTableMarkdown().split('\n').find((line) => line.startsWith('In person') && line.includes('grantRole'));
  expect(note).toContain('resetPassword');
  expect(note).not.toContain('planDuty');
});
