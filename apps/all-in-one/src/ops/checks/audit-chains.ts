import type { Check, Violation } from './check';

/** I11: nothing in an audit trail was altered, removed, put in or left out, up to the heads written down outside. */
export const auditChains: Check = {
  id: 'I11',
  title: 'the audit trails verify up to their heads outside the database',
  async run({ services, auditOf }) {
    const found: Violation[] = [];
    for (const service of services) {
      const { faults } = await auditOf(service);
      for (const fault of faults) found.push(`${service}: audit ${JSON.stringify(fault)}`);
    }
    return found;
  },
};
