// The large demo site: the demo's cast, spaces and groups, among 50,000 people, 5,000 groups and 1,000 spaces.
// https://support.atlassian.com/confluence-cloud/docs/confluence-cloud-site-limits/ speaks of sites of this size.
import { seedSchema, type Seed } from '../seed';
import { demoSeed } from './demo';
import { staff, staffMember, uuidFrom } from './people';

const PEOPLE = 50_000;

/** Numbers continue those of the demo's staff. */
const crowd = Array.from({ length: PEOPLE - demoSeed.people.filter(isPerson).length }, (_, index) =>
  staffMember(staff.length + index + 1),
);

/** Groups of the demo; everybody may use Confluence. All others sort after them by name, so these fill the first page. */
const grown = demoSeed.groups.map((one) =>
  one.name === 'confluence-users' ? { ...one, members: [...one.members, ...someOf(0, crowd.length)] } : one,
);

/** Number of members of `demo-everyone`, whose name matches the pattern and points to DEMO. */
const LARGEST_GROUP = 20_000;

const everyone = group('demo-everyone', someOf(0, LARGEST_GROUP));

const SPACES = 1000;

const numbers = Array.from({ length: SPACES - demoSeed.spaces.length }, (_, index) => index + 1);

const SPACE_EDITORS = 5;

const units = numbers.map((number) => group(editorsOf(keyOf(number)), someOf(number * 7, SPACE_EDITORS)));

/** Number of groups of one space, whose names match the pattern; the demo's space admin administers it, too. */
const GROUPS_OF_FIRST_UNIT = 300;

const firstUnit = Array.from({ length: GROUPS_OF_FIRST_UNIT - 1 }, (_, index) =>
  group(`${keyOf(1).toLowerCase()}-crew-${String(index + 1).padStart(3, '0')}`, someOf(index * 13, 5 + (index % 20))),
);

const GROUPS = 5000;

const teams = Array.from({ length: GROUPS - grown.length - units.length - firstUnit.length - 1 }, (_, index) =>
  group(`team-${String(index + 1).padStart(4, '0')}`, someOf(index * 11, 5 + (index % 40))),
);

/** Holds the large site, the same in every run; checked like any other seed. */
export const largeSeed = seedSchema.parse({
  ...demoSeed,
  people: [...demoSeed.people, ...crowd],
  groups: [...grown, everyone, ...units, ...firstUnit, ...teams],
  spaces: [...demoSeed.spaces, ...numbers.map(spaceOf)],
});

type PersonSeed = Seed['people'][number];

function isPerson({ accountType }: PersonSeed): boolean {
  return accountType === 'atlassian';
}

type GroupSeed = Seed['groups'][number];

function group(name: string, members: string[]): GroupSeed {
  return {
    id: uuidFrom(`group ${name}`),
    name,
    usageType: 'USERBASE_GROUP',
    managedBy: 'ADMINS',
    grants: [],
    listedAs: [],
    members,
  };
}

type SpaceSeed = Seed['spaces'][number];

function spaceOf(number: number): SpaceSeed {
  return {
    id: String(1_000_000 + number * 4),
    key: keyOf(number),
    name: `Unit ${String(number)}`,
    type: 'global',
    status: 'current',
    createdAt: '2024-03-04T09:00:00.000Z',
    owner: someOf(number, 1)[0] ?? '',
    admins: number === 1 ? [...someOf(number, 1), 'space-admin'] : someOf(number, 1),
    editors: [editorsOf(keyOf(number))],
    viewers: ['confluence-users'],
  };
}

/** Returns this many handles of the crowd; each group begins at another person. */
function someOf(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => crowd[(from + index) % crowd.length]?.handle ?? '');
}

function editorsOf(key: string): string {
  return `${key.toLowerCase()}-editors`;
}

function keyOf(number: number): string {
  return `UNIT${String(number).padStart(4, '0')}`;
}
