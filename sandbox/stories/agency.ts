// The site of most stories: the demo site, on which an agency helps with a spring campaign.
// https://support.atlassian.com/user-management/docs/manage-users/
import { seedSchema } from '../site/seed';
import { demoSeed } from '../site/seeds/demo';
import { accountIdOf, customerIdOf } from '../site/seeds/people';

export const AGENCY = 'brightharbor.example';
export const CAMPAIGN = { id: '262146', key: 'SPRING', name: 'Spring campaign' };

const GIVEN_NAMES = ['Adaeze', 'Bastien', 'Camila', 'Davor', 'Esther', 'Filip', 'Gudrun', 'Hamza', 'Ines'];
const FAMILY_NAMES = ['Okafor', 'Lefèvre', 'Moreno', 'Novotny'];

/** Number of the contractor who hides their email, as most people do. */
const HIDDEN = 34;

/** Contractors `agency-01` to `agency-36`; the others show it. */
export const contractors = GIVEN_NAMES.flatMap((given, row) =>
  FAMILY_NAMES.map((family, column) => contractor(row * FAMILY_NAMES.length + column + 1, given, family)),
);

/** Two people of one name: one of the agency, one of the staff. */
export const NAMESAKE = 'Jordan Ellis';
const namesakes = [
  { ...person('agency-37', NAMESAKE), email: `jordan.ellis@${AGENCY}` },
  person('person-61', NAMESAKE),
];

/** The agency's bookkeeper knows the site's portal only. */
export const BOOKKEEPER = { name: 'Nadia Flores', email: `nadia.flores@${AGENCY}` };
const bookkeeper = {
  ...BOOKKEEPER,
  handle: 'agency-bookkeeper',
  accountId: customerIdOf('agency-bookkeeper'),
  accountType: 'customer' as const,
  showsEmail: true,
};

const newcomers = [...contractors, ...namesakes];

/** Holds the site, the same in every run; checked like any other seed. */
export const agencySeed = seedSchema.parse({
  ...demoSeed,
  people: [...demoSeed.people, ...newcomers, bookkeeper],
  groups: demoSeed.groups.map((group) => ({ ...group, members: [...group.members, ...joining(group.name)] })),
  spaces: [
    ...demoSeed.spaces,
    {
      ...CAMPAIGN,
      createdAt: '2026-01-12T09:00:00.000Z',
      owner: 'space-admin',
      admins: ['space-admin'],
      viewers: ['confluence-users'],
    },
  ],
});

/** Everybody new may use Confluence, and the space admin may search for people in Jira. */
function joining(group: string): string[] {
  if (group === 'confluence-users') return newcomers.map(({ handle }) => handle);
  return group === 'jira-software-users' ? ['space-admin'] : [];
}

function contractor(number: number, given: string, family: string) {
  const email = `${given}.${family}@${AGENCY}`.toLowerCase().replaceAll('è', 'e');
  const handle = `agency-${String(number).padStart(2, '0')}`;
  return { ...person(handle, `${given} ${family}`), email, ...(number !== HIDDEN && { showsEmail: true }) };
}

function person(handle: string, name: string) {
  return { handle, accountId: accountIdOf(handle), name, email: `${handle}@example.com` };
}
