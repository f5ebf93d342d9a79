import { anybody, may, type Permission } from '../permission';
import { desk, deskAndLeads, colleagues, phoneNoteLeads, receivers } from './role-groups';

export const receptionPermissions = {
  'reception.recordContact': may({ site: deskAndLeads }),
  'reception.listContacts': may({ site: deskAndLeads, own: colleagues }),
  'reception.readContact': may({ site: deskAndLeads, own: colleagues }),
  'reception.printContactReceipt': may({ site: deskAndLeads, own: colleagues }),
  // Who holds the secret link of one contact.
  'reception.openContactPage': anybody,
  'reception.readCaller': may({ site: deskAndLeads, own: colleagues }),
  // Whose move it is with this contact is decided by reception: its owner's, or that of whom it is offered to.
  'reception.offerContact': may({ site: deskAndLeads, own: colleagues }),
  'reception.callLead': may({ site: deskAndLeads, own: colleagues }),
  'reception.acceptContact': may({ site: deskAndLeads, own: colleagues }),
  'reception.returnContact': may({ site: deskAndLeads, own: colleagues }),
  'reception.answerContact': may({ site: deskAndLeads, own: colleagues }),
  'reception.guideContact': may({ site: deskAndLeads, own: colleagues }),
  'reception.convertContact': may({ site: deskAndLeads, own: colleagues }),
  // What somebody wrote themselves stays theirs to read.
  'reception.writeEnquiry': may({ own: ['resident'] }),
  'reception.listEnquiries': may({ own: ['resident'], withoutRole: true }),
  'reception.readEnquiry': may({ own: ['resident'], withoutRole: true }),
  'reception.sayThisNow': may({ site: deskAndLeads }),
  'reception.listStandardAnswers': may({ site: [...deskAndLeads, ...colleagues] }),
  'reception.readStandardAnswer': may({ site: [...deskAndLeads, ...colleagues] }),
  'reception.writeStandardAnswer': may({ site: [...desk, 'clerk', 'director'] }),
  'reception.improveStandardAnswer': may({ site: [...desk, 'clerk', 'director'] }),
  'reception.retireStandardAnswer': may({ site: ['desk-lead', 'director'] }),
  'reception.leavePhoneNote': may({ site: [...deskAndLeads, 'clerk', 'crew-lead', 'department-head'] }),
  // Between two people, and for the leads who are told when nobody acknowledges.
  'reception.listPhoneNotes': may({ site: phoneNoteLeads, own: ['desk', ...colleagues] }),
  'reception.readPhoneNote': may({ site: phoneNoteLeads, own: ['desk', ...colleagues] }),
  'reception.readPhoneNoteCaller': may({ site: phoneNoteLeads, own: ['desk', ...colleagues] }),
  'reception.acknowledgePhoneNote': may({ site: phoneNoteLeads, own: ['desk', ...colleagues] }),
  'reception.returnPhoneNote': may({ site: phoneNoteLeads, own: ['desk', ...colleagues] }),
  'reception.readdressPhoneNote': may({ site: phoneNoteLeads, own: ['desk', ...colleagues] }),
  'reception.announceVisitor': may({ site: [...receivers, 'technician', 'crew-lead'], own: ['resident'] }),
  'reception.listVisitors': may({ site: receivers, own: ['resident', 'technician', 'crew-lead'] }),
  'reception.readVisitor': may({ site: receivers, own: ['resident', 'technician', 'crew-lead'] }),
  'reception.readGuest': may({ site: receivers, own: ['resident', 'technician', 'crew-lead'] }),
  'reception.confirmVisitor': may({ site: receivers, own: ['resident', 'technician', 'crew-lead'] }),
  'reception.declineVisitor': may({ site: receivers, own: ['resident', 'technician', 'crew-lead'] }),
  'reception.cancelVisitor': may({ site: receivers, own: ['resident', 'technician', 'crew-lead'] }),
  'reception.issuePass': may({ site: receivers, own: ['resident', 'technician', 'crew-lead'] }),
  'reception.admitVisitor': may({ site: receivers }),
  'reception.admitByPass': may({ site: receivers }),
  'reception.seeVisitorOut': may({ site: receivers }),
} as const satisfies Record<string, Permission>;
