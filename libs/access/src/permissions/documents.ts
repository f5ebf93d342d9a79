import { may, type Permission } from '../permission';
import { readersOfPapers, documentOffice, mailDesk, namedInPapers, staff } from './role-groups';

export const documentsPermissions = {
  'documents.openRegister': may({ site: documentOffice }),
  'documents.listRegisters': may({ site: readersOfPapers }),
  'documents.registerDocument': may({ site: documentOffice }),
  // Who is named in a confidential one, clerk and director alone know of it: documents asks that in every query.
  'documents.listDocuments': may({ site: readersOfPapers, own: namedInPapers }),
  'documents.readDocument': may({ site: readersOfPapers, own: namedInPapers }),
  'documents.checkDocument': may({ site: documentOffice }),
  'documents.sendDocumentBack': may({ site: documentOffice }),
  'documents.proposeHandling': may({ site: documentOffice, own: ['department-head'] }),
  'documents.decideDocument': may({ site: ['director', 'company'] }),
  'documents.assignDocument': may({ site: documentOffice }),
  'documents.remindDocument': may({ site: documentOffice, own: namedInPapers }),
  'documents.superviseDocument': may({ site: documentOffice }),
  // Whoever is named does these, in whatever role.
  'documents.finishDocument': may({ site: documentOffice, own: namedInPapers }),
  'documents.markDocumentRead': may({ site: documentOffice, own: namedInPapers }),
  'documents.answerDocument': may({ site: documentOffice, own: namedInPapers }),
  'documents.circulateDocument': may({ site: documentOffice }),
  'documents.changeReaders': may({ site: documentOffice }),
  'documents.fileDocument': may({ site: documentOffice }),
  'documents.voidDocument': may({ site: documentOffice }),
  'documents.scanDocument': may({ site: staff }),
  'documents.takeBackAct': may({ site: documentOffice, own: ['department-head'] }),
  'documents.signForMail': may({ site: mailDesk }),
  'documents.listMail': may({ site: mailDesk, own: namedInPapers }),
  'documents.readMail': may({ site: mailDesk, own: namedInPapers }),
  'documents.collectMail': may({ site: mailDesk, own: namedInPapers }),
  'documents.readdressMail': may({ site: mailDesk, own: namedInPapers }),
  'documents.convertMail': may({ site: documentOffice }),
} as const satisfies Record<string, Permission>;
