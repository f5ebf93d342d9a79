import { anybody, may, signedIn, type Permission } from '../permission';
import { desk, leads, siteStaff, crew } from './role-groups';

export const ticketsPermissions = {
  'tickets.listCategories': signedIn,
  'tickets.reportRepair': may({
    site: [...desk, 'clerk', ...crew, 'duty-officer', 'department-head', 'director', 'importer'],
    own: ['resident'],
  }),
  // Who stands before the sheet of a public place knows its code (W2.6).
  'tickets.readPlaceCode': anybody,
  'tickets.openReportPage': anybody,
  'tickets.readReportScript': anybody,
  'tickets.reportAtPlace': anybody,
  // Who holds the secret link of one request.
  'tickets.readFollowedRepair': anybody,
  'tickets.openFollowPage': anybody,
  'tickets.printPlaceSheet': may({ site: [...siteStaff, 'operator'] }),
  'tickets.changePlaceCode': may({ site: ['desk-lead', 'department-head', 'director', 'operator'] }),
  'tickets.printReceipt': may({ site: siteStaff, own: ['resident', 'technician'] }),
  'tickets.listRepairs': may({
    site: siteStaff,
    own: ['resident', 'technician', 'importer'],
    withoutRole: true,
  }),
  'tickets.readRepair': may({
    site: siteStaff,
    own: ['resident', 'technician', 'importer'],
    withoutRole: true,
  }),
  'tickets.readContact': may({
    site: [...desk, 'crew-lead', 'duty-officer', 'director'],
    own: ['technician'],
  }),
  'tickets.cancelRepair': may({ site: [...desk, 'duty-officer', 'director'], own: ['resident', 'importer'] }),
  'tickets.reopenRepair': may({ site: [...desk, 'duty-officer', 'director'], own: ['resident'] }),
  'tickets.urgeRepair': may({ site: [...desk, 'duty-officer'], own: ['resident'] }),
  'tickets.listSimilarRepairs': may({ site: siteStaff, own: ['resident', 'technician'] }),
  'tickets.joinRepair': may({ own: ['resident'] }),
  'tickets.mergeRepair': may({ site: [...desk, 'crew-lead', 'duty-officer', 'director'] }),
  'tickets.unmergeRepair': may({ site: [...desk, 'crew-lead', 'duty-officer', 'director'] }),
  // Of their own report alone, which tickets sees to.
  'tickets.rateRepair': may({ own: ['resident'] }),
  'tickets.commentRepair': may({ site: [...desk, ...leads], own: ['resident', 'technician', 'importer'] }),
  // A reporter corrects their own report; which role corrects which field is decided by tickets.
  'tickets.correctRepair': may({
    site: [...desk, 'crew-lead', 'duty-officer', 'director'],
    own: ['resident'],
  }),
  // Whoever may cancel, comment or correct may take their own act back.
  'tickets.takeBack': may({ site: [...desk, ...leads], own: ['resident', 'technician', 'importer'] }),
  'tickets.planRepair': may({
    site: [...desk, 'crew-lead', 'duty-officer', 'department-head', 'director'],
    own: ['technician'],
  }),
} as const satisfies Record<string, Permission>;
