import { anyAccount, may, type Permission } from '../permission';
import { registry, siteStaff, deskAndLeads, colleagues, phoneNoteLeads, caseStaff, staffHandlers, caseHandlers, secondPeople, suggestionStaff, readersOfPapers, namedInPapers } from './role-groups';

export const trackingPermissions = {
  'tracking.readTimeline': may({
    site: siteStaff,
    own: ['resident', 'technician', 'importer'],
    withoutRole: true,
  }),
  'tracking.readContactTimeline': may({ site: deskAndLeads, own: colleagues }),
  'tracking.readPhoneNoteTimeline': may({ site: phoneNoteLeads, own: ['desk', ...colleagues] }),
  // The office of the site: whoever claims reads their own claim, and an owner those on their home, at directory.
  'tracking.readHomeClaimTimeline': may({ site: registry }),
  'tracking.readNoticeTimeline': may({ site: siteStaff }),
  'tracking.readDocumentTimeline': may({ site: readersOfPapers, own: namedInPapers }),
  'tracking.readOutgoingTimeline': may({ site: readersOfPapers, own: namedInPapers }),
  'tracking.stream': anyAccount,
  'tracking.readRepairStatistics': may({
    site: ['desk', 'desk-lead', 'crew-lead', 'department-head', 'director', 'company'],
  }),
  'tracking.readContactStatistics': may({ site: [...deskAndLeads, 'company'] }),
  // Whoever sees every complaint of the site; for others a small group would tell what their list does not.
  'tracking.readComplaintStatistics': may({ site: caseStaff }),
  'tracking.readCauses': may({ site: caseStaff }),
  'tracking.listCauseCases': may({ site: caseStaff }),
  'tracking.readSuggestionStatistics': may({ site: suggestionStaff }),
  'tracking.readNoticeStatistics': may({ site: siteStaff }),
  'tracking.readComplaintTimeline': may({ site: caseStaff, own: [...caseHandlers, ...secondPeople] }),
  'tracking.readSuggestionTimeline': may({
    site: suggestionStaff,
    own: ['resident', 'crew-lead', 'technician'],
  }),
  'tracking.readCauseMeasureTimeline': may({ site: caseStaff, own: staffHandlers }),
} as const satisfies Record<string, Permission>;
