// The site of the story in which groups are taken over: eight departments with as many groups as such a site has.
// https://support.atlassian.com/user-management/docs/create-groups/
import { seedSchema } from '../site/seed';
import { staff, uuidFrom } from '../site/seeds/people';
import { agencySeed } from './agency';

const DEPARTMENTS = ['Data', 'Finance', 'HR', 'Legal', 'Operations', 'Quality', 'Sales', 'Web'];
const TEAMS = ['north', 'south', 'east', 'west', 'labs', 'field', 'night', 'remote', 'partners'];
const LEVELS = ['leads', 'members', 'reviewers', 'guests'];

/** The rest of a group's name, after the key of its space. */
const NAMES = ['everyone', ...TEAMS.flatMap((team) => LEVELS.map((level) => `${team}-${level}`))];

/** With two groups that the demo site has, three hundred whose names begin with the key of a space. */
const groups = [
  ...DEPARTMENTS.flatMap((department) => NAMES.map((name) => `${keyOf(department)}-${name}`.toLowerCase())),
  'spring-press',
  'spring-vendors',
].map(group);

/** Some that can't simply be taken over: their admins or Atlassian decide about them. */
const SPECIAL: Readonly<Record<string, object>> = {
  'finance-everyone': { managedBy: 'EXTERNAL' },
  'hr-everyone': { managedBy: 'EXTERNAL' },
  'web-partners-guests': { grants: ['user'] },
};

/** Holds the site, the same in every run; checked like any other seed. */
export const departmentsSeed = seedSchema.parse({
  ...agencySeed,
  groups: [...agencySeed.groups, ...groups.map((one) => ({ ...one, ...SPECIAL[one.name] }))],
  spaces: [...agencySeed.spaces, ...DEPARTMENTS.map(space)],
});

/** Each group begins at another person. */
function group(name: string, number: number) {
  const members = staff.slice(number % 50, (number % 50) + 3 + (number % 7)).map(({ handle }) => handle);
  return { id: uuidFrom(`group ${name}`), name, members };
}

function space(name: string, index: number) {
  return {
    id: String(300_000 + index * 4),
    key: keyOf(name),
    name,
    createdAt: '2025-02-03T09:00:00.000Z',
    owner: staff[index]?.handle ?? '',
    admins: [staff[index]?.handle ?? ''],
    viewers: ['confluence-users'],
  };
}

function keyOf(department: string): string {
  return department.toUpperCase();
}
