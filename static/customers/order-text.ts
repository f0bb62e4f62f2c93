import type { CustomersView } from '../../src/shared/customer-views';
import { mayGo } from './preview-text';
import type { CheckedLine } from './previews';
import { quotaLeft } from './rules-text';

const accounts = (count: number): string => (count === 1 ? 'One new account' : `${String(count)} new accounts`);
const existing = (count: number): string =>
  count === 1 ? 'One person who exists already' : `${String(count)} people who exist already`;

/** How many of the lines are to be created, how many only added, and how many neither. */
const countLines = (lines: readonly CheckedLine[]) => ({
  created: lines.filter(({ preview }) => preview.outcome === 'willBeCreated').length,
  added: lines.filter(({ preview }) => preview.outcome === 'exists').length,
  left: lines.filter(({ preview }) => !mayGo(preview)).length,
});

/** Where all of them end up. */
export const whereText = (view: CustomersView, organizations: readonly string[]): string => {
  const members = organizations.length === 0 ? undefined : `added to ${organizations.join(', ')}`;
  const customers = view.addToProject ? `customers of ${view.project.name}` : undefined;
  if (members === undefined) {
    return customers === undefined
      ? 'They are added to no service project and to no organization.'
      : `They become ${customers}.`;
  }
  return customers === undefined ? `They are ${members}.` : `They become ${customers} and are ${members}.`;
};

/** What pressing the button does, in sentences. */
export const orderTexts = (
  view: CustomersView,
  quota: CustomersView['quota'],
  lines: readonly CheckedLine[],
  organizations: readonly string[],
): string[] => {
  const { created, added, left } = countLines(lines);
  const free = quotaLeft(quota);
  return [
    created > 0
      ? `${accounts(created)} will be created. This app can’t delete an account again.`
      : 'No account will be created.',
    ...(added > 0 ? [`${existing(added)} will be added.`] : []),
    whereText(view, organizations),
    ...(created > free ? [`You may create ${String(free)} more today, so the rest will be refused.`] : []),
    ...(left > 0 ? [`Lines that may not be created are left out: ${String(left)}. They stay in the field.`] : []),
  ];
};

export const confirmTitle = (lines: readonly CheckedLine[]): string => {
  const { created, added } = countLines(lines);
  if (created === 0) return added === 1 ? 'Add one person?' : `Add ${String(added)} people?`;
  return created === 1 ? 'Create one account?' : `Create ${String(created)} accounts?`;
};
