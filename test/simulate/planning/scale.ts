/** What is killed on the way, by kill -9. */
export type Killed = 'office' | 'nats' | 'postgres';

export const planNames = ['week', 'quarter'] as const;
export type PlanName = (typeof planNames)[number];

/** How large a plan is. */
export interface Scale {
  days: number;
  /** Hours of a day at which something is done; beyond 24: of the next morning. */
  hours: readonly number[];
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
