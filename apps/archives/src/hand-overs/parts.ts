import { ApplyForHandOverController } from './features/apply-for-hand-over/apply-for-hand-over.controller';
import { ApplyForHandOverHandler } from './features/apply-for-hand-over/apply-for-hand-over.handler';
import { ApproveHandOverController } from './features/approve-hand-over/approve-hand-over.controller';
import { ApproveHandOverHandler } from './features/approve-hand-over/approve-hand-over.handler';
import { DownloadHandOverController } from './features/download-hand-over/download-hand-over.controller';
import { DownloadHandOverHandler } from './features/download-hand-over/download-hand-over.handler';
import { IssueHandOverLinkController } from './features/issue-hand-over-link/issue-hand-over-link.controller';
import { IssueHandOverLinkHandler } from './features/issue-hand-over-link/issue-hand-over-link.handler';
import { ListHandOverItemsController } from './features/list-hand-over-items/list-hand-over-items.controller';
import { ListHandOversController } from './features/list-hand-overs/list-hand-overs.controller';
import { NameHandOverPartyController } from './features/name-hand-over-party/name-hand-over-party.controller';
import { NameHandOverPartyHandler } from './features/name-hand-over-party/name-hand-over-party.handler';
import { OtherHands } from './features/other-hands';
import { PrintHandOverReceiptController } from './features/print-hand-over-receipt/print-hand-over-receipt.controller';
import { ReadHandOverController } from './features/read-hand-over/read-hand-over.controller';
import { RefuseHandOverController } from './features/refuse-hand-over/refuse-hand-over.controller';
import { RefuseHandOverHandler } from './features/refuse-hand-over/refuse-hand-over.handler';
import { RevokeHandOverLinkController } from './features/revoke-hand-over-link/revoke-hand-over-link.controller';
import { RevokeHandOverLinkHandler } from './features/revoke-hand-over-link/revoke-hand-over-link.handler';
import { SealHandOverController } from './features/seal-hand-over/seal-hand-over.controller';
import { SealHandOverHandler } from './features/seal-hand-over/seal-hand-over.handler';
import { SignHandOverByLinkController } from './features/sign-hand-over-by-link/sign-hand-over-by-link.controller';
import { SignHandOverByLinkHandler } from './features/sign-hand-over-by-link/sign-hand-over-by-link.handler';
import { SignForHandOver } from './features/sign-hand-over/sign-for-hand-over';
import { SignHandOverController } from './features/sign-hand-over/sign-hand-over.controller';
import { SignHandOverHandler } from './features/sign-hand-over/sign-hand-over.handler';
import { WithdrawHandOverController } from './features/withdraw-hand-over/withdraw-hand-over.controller';
import { WithdrawHandOverHandler } from './features/withdraw-hand-over/withdraw-hand-over.handler';
import { Packages } from './package/packages';
import { ZipPackage } from './package/zip-package';
import { HandOverLinks } from './persistence/hand-over-links';
import { HandOvers } from './persistence/hand-overs';

/** Hand-over at the end of a contract (W4.6). */
export const handOverControllers = [
  ApplyForHandOverController,
  ListHandOversController,
  ReadHandOverController,
  ListHandOverItemsController,
  ApproveHandOverController,
  RefuseHandOverController,
  WithdrawHandOverController,
  NameHandOverPartyController,
  SealHandOverController,
  DownloadHandOverController,
  PrintHandOverReceiptController,
  IssueHandOverLinkController,
  RevokeHandOverLinkController,
  SignHandOverController,
  SignHandOverByLinkController,
];

export const handOverProviders = [
  ApplyForHandOverHandler,
  ApproveHandOverHandler,
  RefuseHandOverHandler,
  WithdrawHandOverHandler,
  NameHandOverPartyHandler,
  SealHandOverHandler,
  DownloadHandOverHandler,
  IssueHandOverLinkHandler,
  RevokeHandOverLinkHandler,
  OtherHands,
  SignForHandOver,
  SignHandOverHandler,
  SignHandOverByLinkHandler,
  HandOvers,
  HandOverLinks,
  Packages,
  ZipPackage,
];
