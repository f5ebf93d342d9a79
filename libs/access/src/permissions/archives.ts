import { may, type Permission } from '../permission';
import { documentOffice, namedInPapers, readersOfPapers } from './role-groups';

export const archivesPermissions = {
  // Clerk and director alone, and who is admitted by name, know of a confidential one: archives asks that in every query.
  'archives.listRecords': may({ site: readersOfPapers, own: namedInPapers }),
  'archives.readRecord': may({ site: readersOfPapers, own: namedInPapers }),
  'archives.openRecordFile': may({ site: readersOfPapers, own: namedInPapers }),
  'archives.readRecordHistory': may({ site: documentOffice, own: namedInPapers }),
  'archives.registerRecord': may({ site: documentOffice }),
  'archives.correctDescription': may({ site: documentOffice }),
  'archives.moveRecord': may({ site: documentOffice }),
  'archives.setHold': may({ site: ['director'] }),
  'archives.releaseHold': may({ site: ['director'] }),
  'archives.admitReader': may({ site: ['director'] }),
  'archives.endAdmission': may({ site: ['director'] }),
  // Whoever filed what it is of sees what becomes of it, and proposes it again where it came back.
  'archives.listProposals': may({ site: documentOffice, own: namedInPapers }),
  'archives.readProposal': may({ site: documentOffice, own: namedInPapers }),
  'archives.acceptProposal': may({ site: documentOffice }),
  'archives.acceptProposals': may({ site: documentOffice }),
  'archives.returnProposal': may({ site: documentOffice }),
  'archives.proposeAgain': may({ site: documentOffice, own: namedInPapers }),
  'archives.listLivingFiles': may({ site: readersOfPapers }),
  'archives.readLivingFile': may({ site: readersOfPapers }),
  'archives.openLivingPaper': may({ site: documentOffice }),
  'archives.filePaper': may({ site: documentOffice }),
  'archives.readArchiveSettings': may({ site: readersOfPapers }),
  'archives.setFonds': may({ site: ['director'] }),
  'archives.setIntakeRule': may({ site: ['director'] }),
} as const satisfies Record<string, Permission>;
