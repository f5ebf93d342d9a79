import { may, type Permission } from '../permission';
import { desk, crew } from './role-groups';

export const dispatchPermissions = {
  'dispatch.listWorkOrders': may({
    site: [...desk, 'crew-lead', 'duty-officer', 'department-head', 'director', 'company'],
    own: ['technician'],
  }),
  'dispatch.readWorkOrder': may({
    site: [...desk, 'crew-lead', 'duty-officer', 'department-head', 'director', 'company'],
    own: ['technician'],
  }),
  'dispatch.readDoorContact': may({ site: [...desk, 'crew-lead', 'duty-officer'], own: ['technician'] }),
  'dispatch.acceptWorkOrder': may({ own: crew }),
  'dispatch.declineWorkOrder': may({ own: crew }),
  'dispatch.arrive': may({ own: crew }),
  'dispatch.pauseWorkOrder': may({ site: ['crew-lead'], own: ['technician'] }),
  'dispatch.resumeWorkOrder': may({ site: ['crew-lead'], own: ['technician'] }),
  'dispatch.finishWorkOrder': may({ site: ['crew-lead'], own: ['technician'] }),
  'dispatch.transferWorkOrder': may({
    site: ['desk-lead', 'crew-lead', 'duty-officer', 'department-head'],
    own: ['technician'],
  }),
  'dispatch.assignWorkOrder': may({
    site: [...desk, 'crew-lead', 'duty-officer', 'department-head', 'director'],
  }),
  'dispatch.claimWorkOrder': may({ own: crew }),
} as const satisfies Record<string, Permission>;
