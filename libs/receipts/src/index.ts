export { byWhen } from './by-when';
export { CaseLinks, caseLinks } from './case-links';
export { followPage, type Followed } from './follow-page';
export { qrPath } from './qr';
export { sendReceipt, type Receipt } from './receipt';
