import { afterMove, contactMoves, contactStates, legalMoves, moveTable } from './contact-states';
import { leadOf, mayMove } from './hand-over';

describe('state table of a contact', () => {
  it('has at most one row for each state and move', () => {
    const cells = moveTable.flatMap((row) => row.from.map((state) => `${state} × ${row.trigger}`));
    expect(cells).toHaveLength(new Set(cells).size);
  });

  it('lets nothing follow an ending', () => {
    for (const state of ['answered', 'guided-elsewhere', 'converted'] as const) expect(legalMoves(state)).toEqual([]);
  });

  it('lets the owner end what is offered, and nobody accept what is not', () => {
    for (const move of ['answer', 'guide', 'convert'] as const) expect(afterMove('offered', move)).toBeDefined();
    for (const state of contactStates.filter((each) => each !== 'offered')) expect(afterMove(state, 'accept')).toBeUndefined();
  });
});

describe('whose move it is', () => {
  const handOver = { n: 1, toPersonId: 'colleague', toRole: null, heated: false, note: null };
  const nobody = new Set<never>();
  const may = (personId: string, roles = new Set<'desk-lead' | 'director'>()) =>
    contactMoves.filter((move) => mayMove(move, { ownerId: 'owner', handOver }, personId, roles));

  it.each([
    ['owner', ['offer', 'call-lead', 'answer', 'guide', 'convert']],
    ['colleague', ['accept', 'return']],
    ['somebody else', []],
  ])('%s: %j', (who, moves) => expect(may(who)).toEqual(moves));

  it('lets a lead accept in place of whom it was offered to, and offer it on, never end it', () => {
    expect(may('lead', new Set(['desk-lead']))).toEqual(['offer', 'accept']);
  });

  it('lets whoever holds the role answer what is offered to a role, except its owner', () => {
    const toRole = { ...handOver, toPersonId: null, toRole: 'desk-lead' as const };
    const lead = new Set(['desk-lead'] as const);
    expect(mayMove('return', { ownerId: 'owner', handOver: toRole }, 'lead', lead)).toBe(true);
    expect(mayMove('accept', { ownerId: 'lead', handOver: toRole }, 'lead', lead)).toBe(false);
    expect(mayMove('accept', { ownerId: 'owner', handOver: toRole }, 'colleague', nobody)).toBe(false);
  });

  it('takes a heated talk to the lead, and that of the lead to the director', () => {
    expect(leadOf(new Set(['desk']))).toBe('desk-lead');
    expect(leadOf(new Set(['desk', 'desk-lead']))).toBe('director');
  });
});
