import { documents } from '@property-office/documents';
import { newId } from '@property-office/kernel';
import { prepareDatabase } from '@property-office/persistence';
import { testDatabase } from '@property-office/testing';
import { tickets } from '@property-office/tickets';
import { Client } from 'pg';
import type { CheckContext } from './check';
import { saidStates } from './said-states';
import { walkThrough } from './states';

let database: Client;
let drop: () => Promise<void>;
const [standing, led] = walkThrough(saidStates.filter(({ aggregate }) => aggregate === 'outgoing-document' || aggregate === 'repair-request'));

beforeAll(async () => {
  const own = await testDatabase({
    template: 'states_for_checks',
    prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [documents.schema, tickets.schema], roleSecret: 'spec' }),
  });
  drop = own.drop;
  database = new Client({ connectionString: own.adminUrl });
  await database.connect();
  // Only where one stands is in question here.
  for (const table of kept) await database.query(`DROP TABLE ${table} CASCADE; CREATE TABLE ${table} (id uuid, state text)`);
});
afterAll(async () => {
  await database.end();
  await drop();
});
beforeEach(forget);

const kept = ['documents.outgoing_document', 'tickets.repair_request'];
async function forget(): Promise<void> {
  await database.query(`TRUNCATE ${kept.join(', ')}, documents.ledger, tickets.ledger CASCADE`);
}

type Step = string | [fact: string, data: object];
const typography: Step = ['corrected', { substance: false }];
const substance: Step = ['corrected', { substance: true }];
const backFrom = (fact: string): Step => ['taken-back', { type: `documents.outgoing-${fact}.v1` }];
const toSign: Step[] = ['drafted', 'submitted', ['reviewed', { next: [] }]];

/** What is found of a document to which this happened, and which stands there. */
const found = (steps: Step[], state: string): Promise<string[]> => foundOf(['documents', 'outgoing-document', 'outgoing-'], steps, state);
const foundOfRepair = (steps: Step[], state: string): Promise<string[]> => foundOf(['tickets', 'repair-request', ''], steps, state);

async function foundOf([producer, aggregate, prefix]: [string, string, string], steps: Step[], state: string): Promise<string[]> {
  const id = newId();
  await database.query(`INSERT INTO ${producer}.${aggregate.replace('-', '_')} VALUES ($1, $2)`, [id, state]);
  for (const [i, step] of steps.entries()) {
    const [fact, data] = typeof step === 'string' ? [step, {}] : step;
    await database.query(
      `INSERT INTO ${producer}.ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
       VALUES (gen_random_uuid(), $1, $5, $2, $3, $2, now(), now(), $2, 'clerk', $4)`,
      [`${producer}.${prefix}${fact}.v1`, id, i + 1, JSON.stringify(data), aggregate],
    );
  }
  const lines = await Promise.all([standing!, led!].map((check) => check.run({ database } as CheckContext)));
  return lines.flat().map((line) => line.replaceAll(id, '…'));
}

it.each<[string, Step[], string]>([
  ['one that was corrected after its signature stays signed off', [...toSign, 'signed-off', typography, typography], 'signed-off'],
  ['what was printed with a mistake is to be printed again', [...toSign, 'signed-off', 'checked', 'numbered', 'printed', typography, typography, 'printed'], 'printed'],
  ['a change of substance waits for its signature', [...toSign, 'signed-off', 'checked', substance], 'to-sign'],
  ['a check that was taken back', [...toSign, 'signed-off', typography, 'checked', backFrom('checked'), 'checked'], 'checked'],
  ['one that was discarded, and was not, twice', [...toSign, 'discarded', backFrom('discarded'), 'discarded', backFrom('discarded'), 'signed-off', typography], 'signed-off'],
  ['a countersignature is not the last', ['drafted', 'submitted', ['reviewed', { next: ['a', 'b'] }], ['countersigned', { next: ['b'] }], ['countersigned', { next: [] }]], 'to-sign'],
])('finds nothing wrong with %s', async (_, steps, state) => {
  expect(await found(steps, state)).toEqual([]);
});

it('finds one that stands where its ledger does not lead, through what only says that it stays', async () => {
  expect(await found([...toSign, 'signed-off', 'checked', 'numbered', 'printed', typography], 'printed')).toEqual([
    'documents: outgoing-document … is printed, its ledger leads to numbered',
  ]);
});

it('finds a taking back that leads elsewhere than to where it stood, and a signature that was skipped', async () => {
  expect(await found([...toSign, 'signed-off', 'checked', 'numbered', backFrom('checked')], 'signed-off')).toEqual([
    'documents: outgoing-document … went from numbered to signed-off by documents.outgoing-taken-back.v1',
  ]);
  await forget();
  expect(await found([...toSign, 'checked'], 'checked')).toEqual([
    'documents: outgoing-document … went from to-sign to checked by documents.outgoing-checked.v1',
  ]);
});

describe('a merge that is undone', () => {
  const merged: Step[] = ['repair-requested', 'repair-merged'];
  const late = (fact: string): Step => ['fact-came-too-late', { fact }];
  const unmerged = (state: string): Step => ['repair-unmerged', { state }];

  it.each<[string, Step[], string]>([
    ['back to where it stood', [...merged, unmerged('open')], 'open'],
    ['on to where its work was led meanwhile', [...merged, late('work-assigned'), unmerged('assigned')], 'assigned'],
    ['on by several facts', [...merged, late('work-assigned'), late('work-started'), unmerged('in-progress')], 'in-progress'],
  ])('leads %s', async (_, steps, state) => {
    expect(await foundOfRepair(steps, state)).toEqual([]);
  });

  it.each<[string, Step[], string]>([
    ['where nothing has led', [...merged, unmerged('assigned')], 'assigned'],
    ['where another fact does not lead', [...merged, late('work-returned'), unmerged('assigned')], 'assigned'],
    ['where a fact led before that merge', ['repair-requested', late('work-assigned'), 'repair-merged', unmerged('assigned')], 'assigned'],
  ])('does not lead %s', async (_, steps, state) => {
    expect(await foundOfRepair(steps, state)).toEqual([`tickets: repair-request … went from merged to ${state} by tickets.repair-unmerged.v1`]);
  });
});
