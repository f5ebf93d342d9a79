export { Audit, type AuditDetails, type AuditEntry, type AuditHooks } from './audit';
export { AuditSealer, type HeadWriting, type SealerLog } from './audit-sealer';
export { AuditWatch, type HeadReading } from './audit-watch';
export { canonicalJson } from './canonical-json';
export { LineFile } from './line-file';
export { HeadLog, type ChainHead, type SignedHead } from './head-log';
export { isSealed, Seals, type Seal } from './seals';
export { auditMigrations } from './migrations';
export {
  verifyChain,
  type AuditFault,
  type AuditReport,
  type Checkpoint,
  type VerifyOptions,
} from './verify-chain';
