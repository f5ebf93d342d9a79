export { Audit, type AuditDetails, type AuditEntry, type AuditHooks } from './audit';
export { AuditSealer, type HeadWriting, type SealerLog } from './audit-sealer';
export { HeadLog, type ChainHead, type SignedHead } from './head-log';
export { auditMigrations } from './migrations';
export {
  verifyChain,
  type AuditFault,
  type AuditReport,
  type Checkpoint,
  type VerifyOptions,
} from './verify-chain';
