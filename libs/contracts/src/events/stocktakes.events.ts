import { Type } from 'typebox';
import { event, Id, Instant, Nullable } from './define';
import { escalation, promised } from './escalation';

/** Why an act was entered more than 15 minutes after it happened (G2). */
const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };
const ids = Type.Array(Id);
const count = Type.Integer({ minimum: 0 });
/** Who explained what somebody else has to decide on now (G1). */
const explainers = Type.Optional(Type.Array(Type.Object({ personId: Id, forPersonId: Nullable(Id) })));
/** Who helps to count, besides those who keep the records. */
const counterIds = Type.Optional(ids);

const ofStocktake = <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D) =>
  event({
    producer: 'archives',
    aggregate: 'stocktake',
    summary,
    data: Type.Object({ number: Type.String(), ...late, startedBy: Id, ...data }),
    personal: ['lateReason'],
  });

/** Which records differ, on which shelf, and what people said of it is in none of these events: whoever may, reads it. Scans are no events. */
export const stocktakeEvents = {
  'archives.stocktake-started.v1': ofStocktake('The paper of a category, or on a shelf, is to be counted by a date.', {
    /** Null: by shelf. */
    category: Nullable(Type.String()),
    finishBy: Instant,
    /** Who helps to count, besides those who keep the records. */
    counterIds: ids,
    expected: count,
  }),
  'archives.stocktake-counted.v1': ofStocktake('Counting was finished; what differs is to be explained.', {
    found: count,
    differences: count,
    /** Of these; an explanation from before counting went on still holds. */
    unexplained: Type.Optional(count),
    explainers,
  }),
  'archives.stocktake-resumed.v1': ofStocktake('Counting goes on where it was left.', { counterIds }),
  'archives.stocktake-explained.v1': ofStocktake('Somebody said why something differs.', {
    differenceIds: ids,
    /** Nothing is left to explain. */
    whole: Type.Boolean(),
    explainers,
  }),
  'archives.stocktake-approved.v1': ofStocktake('Another person approved what was said of differences.', {
    differenceIds: ids,
    /** Nothing is left to approve: it may be closed. */
    whole: Type.Boolean(),
  }),
  'archives.stocktake-returned.v1': ofStocktake('What was said of differences came back; why stands on it.', { differenceIds: ids, explainedBy: ids }),
  'archives.stocktake-closed.v1': ofStocktake('Every difference is explained and approved; shelves of some records were corrected by it.', { movedRecordIds: ids }),
  'archives.stocktake-withdrawn.v1': ofStocktake('It was given up; why stands on it.', { counterIds, explainers }),
  'archives.stocktake-escalated.v1': ofStocktake('It is late, or soon will be: one level was reached (G5).', escalation),
  'archives.stocktake-shown-on-time.v1': ofStocktake('What was entered later shows that a level was reached before its time; it stays (G2).', {
    ...promised,
    level: Type.String(),
  }),
};
