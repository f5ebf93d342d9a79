import { isDeepStrictEqual } from 'node:util';
import { carryWork, Refused, stepKey, Stuck, until, type Connection, type Session, type WorkOrder } from '@property-office/office-client';
import type { OpenTown } from '../office/open-town';
import type { AnswerEscalations, Assign, By, CarryRepair, Find, FollowUp, Post, Read, Step, StepKind, Upload } from '../planning/step';
import { acceptProposals, countShelves, explainMisplaced, openPackage, settleMonths, type AtHand } from './archive-acts';
import { complaintOf, knownAt, remember, type Memory } from './memory';
import { pathOf, resolve } from './resolve';
import type { TownPeople } from './town-people';

export interface Performing {
  connection: Connection;
  people: TownPeople;
  town: OpenTown;
  seed: number;
  start: number;
  /** How long to wait for what follows by itself. */
  patienceMs: number;
}

/** Where a step is taken: when, and what its story knows. */
interface Moment {
  now: number;
  memory: Memory;
  /** An earlier run has taken steps of this slot: what had to be refused was seen then. */
  again?: boolean;
}

interface Listed {
  id: string;
  episode: number;
}

/** Takes the steps of a plan, as the people they are given to. */
export class Performer {
  /** What was done, by what it is called. */
  readonly done = new Map<string, number>();
  private readonly perform: { readonly [K in StepKind]: (step: Extract<Step, { kind: K }>, moment: Moment) => Promise<void> } = {
    post: (step, moment) => this.post(step, moment),
    read: (step, moment) => this.read(step, moment),
    assign: (step, moment) => this.assign(step, moment),
    'carry-repair': (step, moment) => this.carryRepair(step, moment),
    'follow-up': (step, moment) => this.followUp(step, moment),
    'answer-escalations': (step) => this.answerEscalations(step),
    find: (step, moment) => this.find(step, moment),
    upload: (step, moment) => this.upload(step, moment),
    'accept-proposals': (step, moment) => acceptProposals(step, this.atHand(step, moment)),
    'settle-months': (step, moment) => settleMonths(step, this.atHand(step, moment)),
    'count-shelves': (step, moment) => countShelves(step, this.atHand(step, moment)),
    'explain-misplaced': (step, moment) => explainMisplaced(step, this.atHand(step, moment)),
    'open-package': (step, moment) => openPackage(step, this.atHand(step, moment)),
  };

  constructor(private readonly office: Performing) {}

  /** @throws Refused, Stuck where the office does otherwise than planned; Unreachable, Stopped */
  async take(step: Step, moment: Moment): Promise<void> {
    await (this.perform[step.kind] as (step: Step, moment: Moment) => Promise<void>)(step, moment);
  }

  private async post(step: Post, { now, memory, again }: Moment): Promise<void> {
    if (step.refused !== undefined && again) return;
    const { town, start } = this.office;
    const path = pathOf(step.path, memory);
    const body = resolve(step.body, { town, start, now, memory });
    const session = this.sessionOf(step.by, memory);
    const key = this.keyOf(step);
    const match = step.match === undefined ? undefined : Number(knownAt(memory, step.match));
    const click = (): Promise<unknown> => session.post(path, body, key, match);
    if (step.refused !== undefined) return this.refused(step, click);
    const [answer, ...others] = await Promise.all(Array.from({ length: step.clicks ?? 1 }, click));
    if (others.some((other) => !isDeepStrictEqual(other, answer))) throw new Stuck(`two clicks under one key were answered differently: ${JSON.stringify([answer, ...others])}`);
    if (step.keep !== undefined) remember(memory, step.keep, answer);
    this.note(whatOf(step.path));
    if (others.length > 0) this.note('repeated clicks', others.length);
  }

  private async refused({ refused }: Post, click: () => Promise<unknown>): Promise<void> {
    try {
      await click();
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== refused) throw error;
      return this.note('refusals that had to be');
    }
    throw new Stuck(`it was not refused as ${refused}`);
  }

  private async read({ by, path, keep }: Read, { memory }: Moment): Promise<void> {
    const answer = await this.sessionOf(by, memory).get(pathOf(path, memory));
    if (keep === undefined) return this.note('looked at');
    remember(memory, keep, answer);
  }

  private async find({ by, path, keep }: Find, { memory }: Moment): Promise<void> {
    const { connection, people, patienceMs } = this.office;
    const list = pathOf(path, memory);
    const look = async (): Promise<object | undefined> => (await people.as(by).get<{ items: object[] }>(list)).items[0];
    remember(memory, keep, await until(connection, list, patienceMs, look));
  }

  private async upload(step: Upload, { memory }: Moment): Promise<void> {
    const content = Buffer.from(`%PDF-1.7\n% ${this.keyOf(step)}\n`);
    remember(memory, step.keep, await this.office.people.as(step.by).upload({ name: `${step.keep}.pdf`, content }, this.keyOf(step)));
    this.note('attachments new');
  }

  private atHand(step: Step, { now, memory }: Moment): AtHand {
    const { connection, people, town, start, patienceMs } = this.office;
    return {
      siteId: town.siteId,
      memory,
      now,
      start,
      until: (what, look) => until(connection, what, patienceMs, look),
      as: (login) => people.as(login),
      keyOf: (...parts) => this.keyOf(step, ...parts),
      note: (what, times) => this.note(what, times),
    };
  }

  private async assign(step: Assign, { memory }: Moment): Promise<void> {
    const { id, handlerId } = complaintOf(memory);
    if (handlerId !== null) return;
    const chosen = step.choose.map((login) => this.office.people.idOf(login)).find((personId) => !memory.handlers.includes(personId));
    if (chosen === undefined) throw new Stuck(`nobody of ${step.choose.join(', ')} is new to it`);
    remember(memory, 'complaint', await this.sessionOf(step.by, memory).post(`/api/complaints/${id}/assign`, { handlerId: chosen }, this.keyOf(step)));
    this.note('complaints assign');
  }

  private async carryRepair(step: CarryRepair, { memory }: Moment): Promise<void> {
    const { connection, people, patienceMs } = this.office;
    const { turn, workDone } = step;
    const id = String(knownAt(memory, step.repair));
    const order = await until(connection, 'the work order', patienceMs, async () => {
      const { items } = await people.deskFor(turn).get<{ items: WorkOrder[] }>(`/api/work-orders?repairRequestId=${id}`);
      return items.find(({ first }) => first);
    });
    const keyOf = (act: string): string => this.keyOf(step, act);
    const left = await carryWork(order, { turn, ending: { kind: 'done', workDone }, people, keyOf, pause: (ms) => connection.pause(ms) });
    this.note(`work orders ${left.status}`);
  }

  private async followUp(step: FollowUp, { memory }: Moment): Promise<void> {
    const session = this.sessionOf(step.by, memory);
    const { items } = await session.get<{ items: Listed[] }>(`/api/follow-ups?${step.of}=${String(knownAt(memory, step.subject))}`);
    const [latest] = items.toSorted((a, b) => b.episode - a.episode);
    if (!latest) throw new Stuck('nobody is to be asked');
    await session.post(`/api/follow-ups/${latest.id}/outcome`, step.outcome, this.keyOf(step));
    this.note('follow-ups outcome');
  }

  private async answerEscalations(step: AnswerEscalations): Promise<void> {
    const session = this.office.people.as(step.by);
    const { items } = await session.get<{ items: Array<Pick<Listed, 'id'>> }>('/api/escalations?open=true&limit=100');
    for (const [n, { id }] of items.slice(0, step.most).entries()) {
      if (n % 2 === 0) await session.post(`/api/escalations/${id}/acknowledge`, {}, this.keyOf(step, `seen ${id}`));
      await session.post(`/api/escalations/${id}/act`, { note: step.note }, this.keyOf(step, `act ${id}`));
      this.note('escalations act');
    }
  }

  private sessionOf(by: By, memory: Memory): Session {
    return this.office.people.as(typeof by === 'string' ? by : this.loginAs(by.as, memory));
  }

  private loginAs(as: 'handler' | 'approver' | 'asker', memory: Memory): string {
    const { people } = this.office;
    const { handlerId, major } = complaintOf(memory);
    if (handlerId === null) throw new Stuck('nobody handles it');
    const handler = people.loginOf(handlerId);
    if (as === 'handler') return handler;
    if (as === 'approver') return handler === 'director' ? 'company' : ['lead', 'deputy'].includes(handler) ? 'director' : 'lead';
    // After a major one the director asks, and the company where they had it themselves.
    const had = memory.handlers.map((personId) => people.loginOf(personId));
    const asker = (major ? ['director', 'company'] : ['lead', 'director', 'company']).find((login) => !had.includes(login));
    if (asker === undefined) throw new Stuck('nobody is left who may ask');
    return asker;
  }

  private keyOf({ story, name }: Pick<Step, 'story' | 'name'>, ...more: string[]): string {
    return stepKey('simulate', String(this.office.seed), story, name, ...more);
  }

  private note(what: string, times = 1): void {
    this.done.set(what, (this.done.get(what) ?? 0) + times);
  }
}

/** `/api/contacts/{contact.id}/answer` → `contacts answer` */
function whatOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'api' && !part.startsWith('{'));
  return parts.length > 1 ? parts.join(' ') : `${parts[0]!} new`;
}
