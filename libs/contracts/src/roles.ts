/** Roles of product.md (Words). `company` and `operator` are held company-wide; `importer` brings in other systems' records. */
export const roles = [
  'resident',
  'desk',
  'desk-lead',
  'clerk',
  'technician',
  'crew-lead',
  'duty-officer',
  'department-head',
  'director',
  'company',
  'operator',
  'importer',
] as const;
export type Role = (typeof roles)[number];
