import type { Duration, EscalationLevel, EscalationPlan, Recipient, ServiceFunction, Unit } from '@property-office/calendar';
import type { Role } from '@property-office/contracts';
import type { RuleContents } from './office-rule';

/** After due, for each level of G5 in its order; null: the plan has no such level. */
interface Steps {
  lead: number;
  office: number | null;
  director: number;
  company: number;
}

function level(name: string, to: Recipient, after: Duration, toOutsideService?: Role): EscalationLevel {
  return { name, base: 'due', after, to, ...(toOutsideService && { toOutsideService }) };
}

function fromStart(name: string, to: Recipient, after: Duration): EscalationLevel {
  return { name, base: 'start', after, to };
}

/** Responsible person → lead → desk lead by day or duty officer at night → director → company (G5). */
function plan(urgent: boolean, of: ServiceFunction, unit: Unit, lead: Role, steps: Steps): EscalationPlan {
  const after = (amount: number): Duration => ({ amount, unit });
  const office = steps.office === null ? [] : [level('office', 'desk-lead', after(steps.office), 'duty-officer')];
  return {
    urgent,
    function: of,
    levels: [
      level('responsible', 'responsible', after(0)),
      level('lead', lead, after(steps.lead)),
      ...office,
      level('director', 'director', after(steps.director)),
      level('company', 'company', after(steps.company)),
    ],
  };
}

/** Urgent plans count on the desk's hours only to tell day from night. */
const emergency = plan(true, 'desk', 'minutes', 'crew-lead', { lead: 5, office: 10, director: 15, company: 60 });
const urgent = plan(true, 'desk', 'minutes', 'crew-lead', { lead: 10, office: 20, director: 30, company: 120 });
const ordinary = plan(false, 'repairs', 'service-hours', 'crew-lead', { lead: 1, office: 2, director: 8, company: 24 });
const complex = plan(false, 'repairs', 'service-hours', 'crew-lead', { lead: 2, office: 4, director: 16, company: 48 });
const ofDesk = plan(false, 'desk', 'service-hours', 'desk-lead', { lead: 2, office: null, director: 8, company: 24 });
const suggested = plan(false, 'complaint-replies', 'service-hours', 'desk-lead', { lead: 4, office: null, director: 16, company: 40 });
const reply = plan(false, 'complaint-replies', 'service-hours', 'desk-lead', { lead: 2, office: null, director: 4, company: 16 });
const major: EscalationPlan = {
  urgent: true,
  function: 'desk',
  levels: [
    level('responsible', 'responsible', { amount: 0, unit: 'minutes' }),
    level('office', 'desk-lead', { amount: 10, unit: 'minutes' }, 'duty-officer'),
    level('director', 'director', { amount: 15, unit: 'minutes' }),
    level('company', 'company', { amount: 60, unit: 'minutes' }),
  ],
};
/** A heated talk was given to the lead: whoever still has it on their hands hears of it, the lead again or the duty officer at night, then who the lead answers to. */
const heated: EscalationPlan = {
  urgent: true,
  function: 'desk',
  levels: [
    level('responsible', 'responsible', { amount: 0, unit: 'minutes' }),
    level('office', 'desk-lead', { amount: 2, unit: 'minutes' }, 'duty-officer'),
    level('director', 'director', { amount: 5, unit: 'minutes' }),
    level('company', 'company', { amount: 60, unit: 'minutes' }),
  ],
};
/** A call that waits for no morning. */
const urgentNote: EscalationPlan = {
  urgent: true,
  function: 'desk',
  levels: [
    level('responsible', 'responsible', { amount: 0, unit: 'minutes' }),
    level('office', 'desk-lead', { amount: 10, unit: 'minutes' }, 'duty-officer'),
    level('director', 'director', { amount: 30, unit: 'minutes' }),
    level('company', 'company', { amount: 60, unit: 'minutes' }),
  ],
};
/** Of what waits for whoever of the desk decides first: nobody has it, so its lead hears first, then who the desk belongs to. */
const homeClaim: EscalationPlan = {
  urgent: false,
  function: 'desk',
  levels: [
    level('lead', 'desk-lead', { amount: 0, unit: 'service-hours' }),
    level('department', 'department-head', { amount: 4, unit: 'service-hours' }),
    level('director', 'director', { amount: 8, unit: 'service-hours' }),
    level('company', 'company', { amount: 24, unit: 'service-hours' }),
  ],
};
/** Whoever may approve hears it again, then who can decide without them: a notice waits for no single person (G1). */
const noticeApproval: EscalationPlan = {
  urgent: false,
  function: 'approvals',
  levels: [
    level('responsible', 'responsible', { amount: 0, unit: 'service-hours' }),
    fromStart('director', 'director', { amount: 1, unit: 'workdays' }),
    fromStart('company', 'company', { amount: 2, unit: 'workdays' }),
  ],
};
/** Who is to post it, the lead of the desk, the director; the company where it lies for days. */
const noticeTask: EscalationPlan = {
  urgent: false,
  function: 'desk',
  levels: [
    level('responsible', 'responsible', { amount: 0, unit: 'service-hours' }),
    level('lead', 'desk-lead', { amount: 2, unit: 'service-hours' }),
    level('director', 'director', { amount: 8, unit: 'service-hours' }),
    level('company', 'company', { amount: 24, unit: 'service-hours' }),
  ],
};
/** The review is the director's own: reminded of it while there is time, then the company hears. */
const nightNotice: EscalationPlan = {
  urgent: false,
  function: 'desk',
  levels: [
    fromStart('responsible', 'responsible', { amount: 6, unit: 'service-hours' }),
    level('company', 'company', { amount: 0, unit: 'service-hours' }),
  ],
};

/** Of papers: on workdays, who answers for it, the clerk who keeps the papers, director, company. */
const papers: EscalationPlan = {
  urgent: false,
  function: 'papers',
  levels: [
    level('responsible', 'responsible', { amount: 0, unit: 'service-hours' }),
    level('lead', 'clerk', { amount: 2, unit: 'service-hours' }),
    level('director', 'director', { amount: 8, unit: 'service-hours' }),
    level('company', 'company', { amount: 24, unit: 'service-hours' }),
  ],
};
/** A decision waits for a leader, whoever that is. */
const decision: EscalationPlan = {
  urgent: false,
  function: 'papers',
  levels: [
    level('director', 'director', { amount: 0, unit: 'service-hours' }),
    level('company', 'company', { amount: 8, unit: 'service-hours' }),
  ],
};
/** Before the date nobody but who acts on it, and who supervises that, is reminded. */
const beforehand: EscalationPlan = { urgent: false, function: 'papers', levels: [level('responsible', 'responsible', { amount: 0, unit: 'service-hours' })] };

const taskSoon: EscalationPlan = { ...beforehand, function: 'complaint-replies' };

const rows: ReadonlyArray<[name: string, promise: string | null, plan: EscalationPlan]> = [
  ['P0', null, emergency],
  ['P1', null, urgent],
  ['P2', null, ordinary],
  ['P3', null, complex],
  // A call that was not made wakes nobody at night, however urgent the repair was.
  ['P0', 'follow-up', ofDesk],
  ['P1', 'follow-up', ofDesk],
  ['P2', 'follow-up', ofDesk],
  ['P3', 'follow-up', ofDesk],
  ['complaint', null, reply],
  // The desk takes complaints every day; whoever decides them works on workdays.
  ['complaint', 'answer', ofDesk],
  ['complaint', 'first-contact', ofDesk],
  ['complaint-task', null, reply],
  ['complaint-task', 'task-soon', taskSoon],
  ['suggestion', null, suggested],
  ['cause-measure', null, suggested],
  ['major-complaint', null, major],
  ['enquiry', null, ofDesk],
  ['hand-over', null, ofDesk],
  ['heated-hand-over', null, heated],
  ['phone-note', null, ofDesk],
  ['urgent-phone-note', null, urgentNote],
  ['home-claim', null, homeClaim],
  ['notice-approval', null, noticeApproval],
  ['notice-task', null, noticeTask],
  ['night-notice', null, nightNotice],
  ['mail', null, papers],
  ['incoming-document', null, papers],
  ['incoming-document', 'decide', decision],
  ['incoming-document', 'nearly-due', beforehand],
  ['circulation', null, papers],
  ['outgoing-document', null, papers],
  ['outgoing-document', 'sign', decision],
  ['directive', null, papers],
  ['directive', 'acknowledge-soon', beforehand],
  ['print-job', null, papers],
  ['print-job', 'print-soon', beforehand],
  ['loan', null, papers],
  ['loan', 'bring-back-soon', beforehand],
  ['stocktake', null, papers],
  ['stocktake', 'finish-stocktake-soon', beforehand],
  ['archive-month', null, papers],
];

/** Shipped as editable defaults, as `shippedTargets` are. */
export const shippedPlans: ReadonlyArray<RuleContents['plan']> = rows.map(([name, promise, each]) => ({ class: name, promise, plan: each }));
