import { frozenHolidays } from './frozen-holidays';
import { frozenPlans } from './frozen-plans';
import type { FrozenContent, FrozenRule } from './frozen-rule';
import { frozenTargets } from './frozen-targets';

const initialProposal = { zh: '初步建议', en: 'initial proposal' };
const stateCouncil = { zh: '国务院办公厅节假日安排通知', en: 'notices of the General Office of the State Council' };
const since = new Date('2023-12-31T16:00:00.000Z');

function rule(id: string, subjectId: string, kind: FrozenRule['kind'], content: FrozenContent, source = initialProposal): FrozenRule {
  return { id, subjectId, kind, siteId: null, content, source, effectiveFrom: since, recordedAt: since };
}

const hours: ReadonlyArray<readonly [id: string, subjectId: string, content: FrozenContent]> = [
  ['6119b228-3a9a-8e32-947a-388207263454', 'a7796b0e-6769-82cc-9dcb-d2c8a612d74d', { function: 'duty', hours: { workday: [{ from: '00:00', to: '24:00' }], saturday: [{ from: '00:00', to: '24:00' }], sunday: [{ from: '00:00', to: '24:00' }], holiday: [{ from: '00:00', to: '24:00' }] } }],
  ['338cea15-34f1-89c6-9b7f-e06dfce61006', 'e0994c19-fb54-8920-a90c-c1c23474adf3', { function: 'desk', hours: { workday: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '18:00' }], saturday: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '18:00' }], sunday: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '18:00' }], holiday: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '18:00' }] } }],
  ['ea051f1c-49c1-8e90-a28b-f954f8dbaf0c', '9489b75f-b588-86c2-bc0a-7d3dfa80625e', { function: 'repairs', hours: { workday: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '18:00' }], saturday: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '18:00' }], sunday: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '18:00' }], holiday: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '18:00' }] } }],
  ['272661c4-452a-858b-ab7b-2c4a1c56f7b5', '947028c8-3149-8de0-80fa-07c49ac999fc', { function: 'papers', hours: { workday: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '17:30' }], saturday: [], sunday: [], holiday: [] } }],
  ['68c589f1-6ed0-86cd-9a11-ce2ceb0a42f3', '36a3e6dc-aeef-87da-8ea2-b1d6286faf94', { function: 'complaint-replies', hours: { workday: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '17:30' }], saturday: [], sunday: [], holiday: [] } }],
  ['8df7c598-05cd-85b5-abf4-f8718b5cbec0', 'b52704a7-9c52-872d-9e30-6787a1e713e5', { function: 'approvals', hours: { workday: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '17:30' }], saturday: [], sunday: [], holiday: [] } }],
];
const holidayIds: Readonly<Record<number, readonly [id: string, subjectId: string]>> = {
  2024: ['322a5fb8-e0ea-81c1-93b4-ec7bf19c1880', '795d0637-0268-8d07-b08b-97b3643eae0b'],
  2025: ['c04cf0b4-87eb-8b6b-b612-0d34f2b82fcf', 'd5f7ce63-b999-8b35-b096-bf46ceb452ed'],
  2026: ['c20b1f25-3761-8886-93ad-35d135dd381a', 'ec1b9ee2-6a38-8f16-ae0c-04730cb1defd'],
};

/**
 * The rules that an office had of itself on 29 November 2026, as the migrations until then insert them: in directory, and in the copy of each service. Frozen, as a
 * migration is: it does the same for ever, whatever `rules/shipped-rules` says later. What comes or changes later is a row in a migration of its own.
 */
export const frozenRules: readonly FrozenRule[] = [
  ...hours.map(([id, subjectId, content]) => rule(id, subjectId, 'hours', content)),
  ...frozenHolidays.map(({ year, days }) => rule(...holidayIds[year]!, 'holidays', { year, days }, stateCouncil)),
  ...frozenTargets.map(([id, subjectId, target]) => rule(id, subjectId, 'target', { ...target })),
  ...frozenPlans.map(([id, subjectId, name, promise, plan]) => rule(id, subjectId, 'plan', { class: name, promise, plan })),
];

/** Those of what is promised to some classes. */
export function frozenRulesOf(...classes: string[]): FrozenRule[] {
  return frozenRules.filter(({ content }) => content.class !== undefined && classes.includes(content.class));
}
