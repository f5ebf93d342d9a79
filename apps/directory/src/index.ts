export { directory } from './directory.module';
export { DirectorySessionResolver } from './sessions/session-resolver';
export type { FirstAccount } from './setup/office-setup';
export type { SetupParts } from './setup/on-empty-directory';
export { openFirstAccount } from './setup/open-first-account';
export { demoSiteCode } from './setup/demo-places';
export { seedDemo } from './setup/seed-demo';
