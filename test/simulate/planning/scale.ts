/** What is killed on the way, by kill -9. */
export type Killed = 'office' | 'nats' | 'postgres';

/** What may be asked for. */
export const planNames = ['week', 'quarter', 'year'] as const;
/** `short-year`: what --smoke makes of a year. */
export type PlanName = (typeof planNames)[number] | 'short-year';

/** What comes in and goes out in writing, and what becomes of it in the archives. */
export interface Papers {
  incoming: number;
  outgoing: number;
  /** Of the incoming ones, those that are lent as soon as they are archived, once each. */
  lentDigitally: number;
  /** Records on shelves, how often each of them is lent, and those for which two ask at once. */
  shelved: number;
  loansEach: number;
  contended: number;
  /** On the one destruction list, and on the one list of what is handed over. */
  destroyed: number;
  handedOver: number;
  /** Every so many days all that waits is archived. */
  intakeEveryDays: number;
}

export const noPapers: Papers = { incoming: 0, outgoing: 0, lentDigitally: 0, shelved: 0, loansEach: 1, contended: 0, destroyed: 0, handedOver: 0, intakeEveryDays: Infinity };

/** How large a plan is. */
export interface Scale {
  days: number;
  /** Hours of a day at which something is done; beyond 24: of the next morning. */
  hours: readonly number[];
  /** From this day on something is done on one day in so many; left out: on all. */
  quiet?: { from: number; every: number };
  buildings: number;
  entrances: number;
  floors: number;
  deskAgents: number;
  /** Among them those that become complaints. */
  contacts: number;
  complaints: number;
  /** Besides those that contacts become. */
  suggestions: number;
  notices: number;
  phoneNotesADay: number;
  /** Left out: none. */
  papers?: Papers;
  kills: readonly Killed[];
}

const homesPerFloor = 2;

export const scales: Readonly<Record<PlanName, Scale>> = {
  week: {
    days: 7,
    hours: [9, 11, 16, 26],
    buildings: 2,
    entrances: 2,
    floors: 5,
    deskAgents: 3,
    contacts: 80,
    complaints: 24,
    suggestions: 5,
    notices: 8,
    phoneNotesADay: 1,
    kills: ['office'],
  },
  quarter: {
    days: 92,
    hours: [9, 10, 11, 14, 15, 16, 17, 21, 26],
    buildings: 25,
    entrances: 4,
    floors: 15,
    deskAgents: 8,
    contacts: 20_000,
    complaints: 3_000,
    suggestions: 200,
    notices: 300,
    phoneNotesADay: 6,
    kills: ['office', 'nats', 'postgres', 'office', 'nats', 'postgres', 'office', 'nats', 'postgres', 'office', 'nats', 'postgres'],
  },
  // Of 6,000 proposals about half are of papers, the rest of what else is archived: notices above all.
  year: {
    days: 365,
    hours: [9, 15, 26],
    buildings: 1,
    entrances: 2,
    floors: 3,
    deskAgents: 3,
    contacts: 320,
    complaints: 300,
    suggestions: 10,
    notices: 3_000,
    phoneNotesADay: 0,
    papers: { incoming: 2_000, outgoing: 1_200, lentDigitally: 200, shelved: 140, loansEach: 4, contended: 20, destroyed: 12, handedOver: 20, intakeEveryDays: 7 },
    kills: ['office', 'nats', 'postgres', 'office', 'nats', 'postgres', 'office', 'nats', 'postgres', 'office', 'nats', 'postgres'],
  },
  'short-year': {
    days: 36,
    hours: [9, 15, 26],
    quiet: { from: 6, every: 5 },
    buildings: 1,
    entrances: 2,
    floors: 2,
    deskAgents: 2,
    contacts: 4,
    complaints: 6,
    suggestions: 0,
    notices: 4,
    phoneNotesADay: 0,
    papers: { incoming: 16, outgoing: 10, lentDigitally: 5, shelved: 8, loansEach: 1, contended: 1, destroyed: 2, handedOver: 2, intakeEveryDays: 12 },
    kills: ['office'],
  },
};

export interface Household {
  building: number;
  entrance: number;
  /** `1201` */
  home: string;
  /** Who lives there may sign in; the others have no phone of their own, a slip reaches them. */
  hasAccount: boolean;
}

/** Each home has one household. */
export function householdsOf({ buildings, entrances, floors }: Scale): Household[] {
  const homes: Household[] = [];
  for (let building = 1; building <= buildings; building++)
    for (let entrance = 1; entrance <= entrances; entrance++)
      for (let floor = 1; floor <= floors; floor++)
        for (let n = 1; n <= homesPerFloor; n++)
          homes.push({ building, entrance, home: `${floor}0${n}`, hasAccount: homes.length % 3 !== 2 });
  return homes;
}
