export { archives } from './archives.module';
export { seedDemoRecords, type DemoArchives } from './setup/seed-demo-records';
export { OtherRegister, reapplyRegister } from './destructions/register/reapply-register';
export { chainFaults, entryOf, type RegisterEntry, type RegisterLine } from './destructions/register/register-entry';
export { destructionRegisterPath, RegisterFile } from './destructions/register/register-file';
export { seedDemoDestructions, type DemoDestructions } from './destructions/setup/seed-demo-destructions';
export { seedDemoStocktakes, type DemoStocktakes } from './stocktakes/setup/seed-demo-stocktakes';
export { seedDemoHandOvers } from './hand-overs/setup/seed-demo-hand-overs';
