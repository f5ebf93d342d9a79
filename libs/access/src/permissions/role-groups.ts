import type { Role } from '@property-office/contracts';

export const desk: Role[] = ['desk', 'desk-lead'];
export const leads: Role[] = ['desk-lead', 'crew-lead', 'duty-officer', 'department-head', 'director'];
/** Roles that answer for a whole site and see what goes on there. */
export const siteStaff: Role[] = [
  'desk',
  'desk-lead',
  'clerk',
  'crew-lead',
  'duty-officer',
  'department-head',
  'director',
  'company',
];
/** Who answers callers, and whoever answers for them. */
export const deskAndLeads: Role[] = [...desk, 'duty-officer', 'director'];
/** Other members of the staff, who see of the desk's work what is put into their hands. */
export const colleagues: Role[] = ['clerk', 'technician', 'crew-lead', 'department-head'];
export const phoneNoteLeads: Role[] = ['desk-lead', 'duty-officer', 'director'];
/** Who lets visitors in and sees them out. */
export const receivers: Role[] = [...deskAndLeads, 'clerk', 'department-head'];
export const crew: Role[] = ['technician', 'crew-lead'];
/** Everybody who works here, except for those who keep the system. */
export const staff: Role[] = [...siteStaff, 'technician'];
/** Roles that plan the work of other people; of whom, directory decides. */
export const plannersOfPeople: Role[] = ['desk-lead', 'department-head', 'director', 'company'];
/** Roles that see every complaint of their site that is not about them (W2.3). */
export const caseStaff: Role[] = [...desk, 'duty-officer', 'director', 'company'];
/** Roles that handle a complaint when it is given to them, such as the superior of somebody complained about. */
export const staffHandlers: Role[] = ['clerk', 'technician', 'crew-lead', 'department-head'];
export const caseHandlers: Role[] = ['resident', ...staffHandlers];
/** Who may be the second person where a site has none left: they see what is passed on to them (G1). */
export const secondPeople: Role[] = ['director'];
export const suggestionStaff: Role[] = [
  ...desk,
  'clerk',
  'duty-officer',
  'department-head',
  'director',
  'company',
];
/** Roles that keep places, people and accounts in order. */
export const registrars: Role[] = ['desk-lead', 'clerk', 'director', 'operator', 'importer'];

/** Roles that know who lives where, and confirm it. */
export const registry: Role[] = [...desk, 'clerk', 'director'];
/** Roles that write notices (W2.4). Who approves one is another person, whatever their role. */
export const drafters: Role[] = [...desk, 'clerk', 'duty-officer', 'department-head', 'director'];
/** Whoever is told something may read it. */
export const addressees: Role[] = ['resident', 'technician', 'operator', 'importer'];
/** Who keeps the papers of an office. */
export const documentOffice: Role[] = ['clerk', 'director'];
/** Who gives directives, or passes on those of the company and of authorities. */
export const directors: Role[] = ['clerk', 'director', 'company'];
/** Who sees every paper of a site that is not confidential. */
export const readersOfPapers: Role[] = ['clerk', 'director', 'desk-lead', 'duty-officer', 'department-head', 'company'];
/** Other members of the staff, who see the papers they are named in. */
export const namedInPapers: Role[] = ['desk', 'technician', 'crew-lead', 'desk-lead', 'duty-officer', 'department-head', 'clerk', 'director', 'company'];
/** Who takes in what the post brings. */
export const mailDesk: Role[] = [...desk, 'clerk', 'director'];
