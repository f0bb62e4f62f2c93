// The least that each journey costs: the facts that it needs, of which each has a call of its own. docs/performance.md has the reasons.

/** Names the least that something costs. */
export interface Floor {
  calls: number;
  /** Waves of calls: of those in one, none needs another's answer. */
  chain: number;
  points: number;
  /** Of the table in docs/performance.md that has the same calls and chain. */
  row?: string;
  /** Reasons for what is above the floor on purpose. */
  above?: Partial<Record<'calls' | 'chain' | 'points', string>>;
}

type Fact = Pick<Floor, 'calls' | 'points'>;

const CALLER = fact(1, { people: 1 });
/** Its status and key, and what the caller may do there. */
const SPACE = both(fact(1, { spaces: 1 }), fact(1, { people: 1 }));
/** The three lists name five groups on both sites. */
const PROTECTED_GROUPS = fact(3, { people: 5 });
const GROUP = fact(1, { people: 1 });
/** As the app, as themselves, the groups that make somebody a site admin, and their own. */
const PRIVILEGED_USER = both(fact(2, { people: 2 }), fact(2, { people: 5 }));
const GROUPS_OF_CALLER = fact(1, { people: 1 });
const ROLES = fact(1);
const MEMBERS_SHOWN = fact(1, { people: 25 });
const NO_MEMBERS = fact(1);
const ACCOUNTS_A_CALL = 250;

const FIVE_AT_A_TIME = 'five calls are under way at once, as Atlassian advises against bursts';
const PACE = 'at most ten calls are under way at once, and 25 changes a second';

/** Lists the floors by journey. */
export const FLOORS: Readonly<Record<string, Floor>> = {
  'open the global page': { ...both(CALLER, PRIVILEGED_USER), chain: 2, row: 'open the global page' },
  'open the space page': { ...SPACE, chain: 1, row: 'open the space page' },
  'open a group of 20,000': {
    ...both(SPACE, GROUP, GROUPS_OF_CALLER, MEMBERS_SHOWN, ROLES),
    chain: 2,
    row: 'open a group of 60 people, or of 20,000',
  },
  'search a member': { ...both(SPACE, GROUPS_OF_CALLER, accounts(1)), chain: 2, row: 'is this person a member' },
  'create a group': { ...both(SPACE, fact(1), writes(1)), chain: 3, row: 'create a group' },
  'add 1': { ...adding(1), chain: 3, row: 'add a person' },
  'add 25': { ...adding(25), chain: 3, row: 'add 25 people', above: { chain: FIVE_AT_A_TIME } },
  'create 1 customer': { ...fact(8, { people: 3 }), chain: 6, row: 'create one, with an organization' },
  'create 25 customers': {
    ...fact(96, { people: 39 }),
    chain: 14,
    row: 'create 25',
    above: {
      calls: 'each person has a grant and an audit entry before each step, so each step is one call',
      chain: 'five people go side by side, and their audit entries don’t',
      points: 'each step is one call',
    },
  },
  'add 1,000': { ...both(planning(1000), adding(1000)), chain: 7, above: { chain: PACE } },
  'a list of 2,000': {
    // Its results are read as a file, which names people.
    ...both(times(80, finding(25)), planning(2000), adding(2000), times(4, SPACE), times(4, accounts(500))),
    chain: 10,
    above: { chain: `${PACE}; the page looks up 25 people at a time` },
  },
  'take over 300': {
    ...both(times(2, CALLER), times(2, PROTECTED_GROUPS), fact(2, { spaces: 2 }), times(300, GROUP)),
    chain: 4,
    above: {
      calls: 'what gives access is read for every eighteen',
      chain: 'six are stored in one go',
      points: 'what gives access is read for every eighteen',
    },
  },
  'audit of the site': { ...CALLER, chain: 1, row: 'audit of the site' },
  'audit of a space': { ...SPACE, chain: 1, row: 'audit of a space' },
};

/** Adds people whose group and accounts must be known. */
function adding(count: number): Fact {
  return both(SPACE, PROTECTED_GROUPS, GROUP, accounts(count), writes(count));
}

/** Plans to add people to a group without members. */
function planning(count: number): Fact {
  return both(SPACE, PROTECTED_GROUPS, GROUP, accounts(count), NO_MEMBERS);
}

function finding(count: number): Fact {
  return both(SPACE, accounts(count));
}

function accounts(count: number): Fact {
  return fact(Math.ceil(count / ACCOUNTS_A_CALL), { people: count });
}

function writes(count: number): Fact {
  return fact(count);
}

/** A call costs a point, and what it reads: two points for each person, group or permission, one for each space. */
function fact(calls: number, { people = 0, spaces = 0 } = {}): Fact {
  return { calls, points: calls + 2 * people + spaces };
}

function both(...facts: readonly Fact[]): Fact {
  return facts.reduce((all, one) => ({ calls: all.calls + one.calls, points: all.points + one.points }));
}

function times(count: number, { calls, points }: Fact): Fact {
  return { calls: count * calls, points: count * points };
}
