export {
  accessCondition,
  reachCondition,
  subjectsOf,
  type AccessTarget,
  type Right,
  type SqlFragment,
} from './access-condition';
export { actingRole, actorFor, actorInNameOf, mayAtAll, mayOn, siteActedFrom, siteOfTie } from './acting-role';
export { newAttachmentKeyFile, type AttachmentKeyFile } from './attachment-keys';
export { AttachmentLinks, type AttachmentLink, type LinkJudgement } from './attachment-links';
export { assertAllRoutesDeclared, routesOf, type DeclaredRoute } from './declared-routes';
export { accessErrors } from './errors';
export { FieldCipher, newFieldKeyFile, type FieldKeyFile } from './field-cipher';
export { grantsFor, wideGrants, type CountingGrant } from './grants';
export { readKeyFile, readOrMakeKeyFile, replaceKeyFile, requireKeyFile } from './key-file';
export { promoted, retired, withNextKey } from './key-rotation';
export { Keys, type KeyKind, type KeySources } from './keys';
export { LinkSecrets } from './link-secrets';
export { lendersOf, onObject } from './lenders';
export { lockRow, lockThenJudge } from './lock-then-judge';
export { accessMigrations } from './migrations';
export { looksLikePhone, normalPhone } from './normal-phone';
export { keepAccess, type AccessTie, type TieSource } from './keep-access';
export { crewAndPerson, grantAccess, revokeAccess, type AccessGrant, type Subject } from './object-access';
export { shieldCondition, shieldObject, shieldOfAllCondition, type Shielded } from './object-shield';
export { rolesOf, type Permission } from './permission';
export { isOperationKey, permissionOf, permissions, type OperationKey } from './permissions';
export { permissionTableMarkdown } from './permission-table-markdown';
export { PrincipalGuard, type GuardedRequest } from './principal-guard';
export { principalHeader, PrincipalTokenSigner, PrincipalTokenVerifier } from './principal-token';
export { takeQuotas, type Quota } from './quotas';
export { roleNames } from './role-names';
export {
  accessDeclarationOf,
  Internal,
  INTERNAL_METADATA,
  OPERATION_METADATA,
  type AccessDeclaration,
} from './route-declarations';
export { VisitorPasses, type VisitorPass } from './visitor-passes';
export { ServiceTokenSigner, serviceTokenHeader, ServiceTokenVerifier } from './service-token';
export { sitesAnsweredFor, type SitesAnsweredFor } from './sites-answered-for';
export { isSomebodyElse, personsBehind } from './somebody-else';
export { SessionCookie } from './session-cookie';
export {
  doorService,
  resolveSessionPath,
  type ResolvedSession,
  type SessionResolver,
} from './session-resolver';
export {
  newKeyFile,
  publicKeyFile,
  signingKeyOf,
  verifyingKeysOf,
  type KeyFile,
  type SigningKey,
  type VerifyingKeys,
} from './signing-keys';
