import { may, type Permission } from '../permission';
import {
  desk,
  siteStaff,
  crew,
  caseStaff,
  staffHandlers,
  caseHandlers,
  suggestionStaff,
} from './role-groups';

export const complaintsPermissions = {
  // Hidden from whom it is about, and from their crew, whatever their roles: complaints asks that in every query.
  'complaints.recordComplaint': may({ site: [...siteStaff, ...crew], own: ['resident'] }),
  'complaints.listComplaints': may({ site: caseStaff, own: caseHandlers }),
  'complaints.readComplaint': may({ site: caseStaff, own: caseHandlers }),
  'complaints.readComplainants': may({ site: caseStaff, own: staffHandlers }),
  'complaints.joinComplaint': may({ site: [...desk, 'duty-officer', 'director', 'company'] }),
  'complaints.assignComplaint': may({ site: [...desk, 'director', 'company'] }),
  'complaints.markMajor': may({ site: caseStaff }),
  'complaints.acknowledgeComplaint': may({ site: caseStaff, own: staffHandlers }),
  // The steps of a case are its handler's own, whichever of these roles they hold.
  'complaints.verifyComplaint': may({ site: caseStaff, own: staffHandlers }),
  'complaints.decideComplaint': may({ site: caseStaff, own: staffHandlers }),
  'complaints.beginHandling': may({ site: caseStaff, own: staffHandlers }),
  'complaints.explainComplaint': may({ site: caseStaff, own: staffHandlers }),
  'complaints.createTask': may({ site: caseStaff, own: staffHandlers }),
  'complaints.finishTask': may({ site: caseStaff, own: staffHandlers }),
  'complaints.linkRepair': may({ site: caseStaff, own: staffHandlers }),
  'complaints.recordResult': may({ site: caseStaff, own: staffHandlers }),
  'complaints.recordFeedback': may({ site: caseStaff, own: staffHandlers }),
  'complaints.answerFeedback': may({ site: caseStaff, own: ['resident', ...staffHandlers] }),
  'complaints.requestExtension': may({ site: caseStaff, own: staffHandlers }),
  'complaints.approveExtension': may({ site: ['desk-lead', 'department-head', 'director', 'company'] }),
  'complaints.announceExtension': may({ site: caseStaff, own: staffHandlers }),
  'complaints.recordSuggestion': may({ site: [...siteStaff, ...crew], own: ['resident'] }),
  'complaints.listSuggestions': may({ site: suggestionStaff, own: ['resident', 'crew-lead', 'technician'] }),
  'complaints.readSuggestion': may({ site: suggestionStaff, own: ['resident', 'crew-lead', 'technician'] }),
  'complaints.reviewSuggestion': may({ site: suggestionStaff }),
  'complaints.adoptSuggestion': may({ site: ['desk-lead', 'department-head', 'director'] }),
  'complaints.declineSuggestion': may({ site: ['desk-lead', 'department-head', 'director'] }),
  'complaints.answerSuggestion': may({ site: suggestionStaff }),
  'complaints.finishSuggestion': may({ site: suggestionStaff, own: ['crew-lead', 'technician'] }),
} as const satisfies Record<string, Permission>;
