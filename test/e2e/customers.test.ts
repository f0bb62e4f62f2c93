// The journey from a Jira administrator's rules to a customer in an organization. By keyboard alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { choosePrivilegedUser, membersOf } from './customer-site';
import { openSandbox, type Actor, type OpenSandbox } from './harness';
import { focusOn, press, tabTo } from './keyboard';

let opened: OpenSandbox;
let actor: Actor;
beforeAll(async () => {
  opened = await openSandbox();
  await choosePrivilegedUser(opened);
  actor = await opened.as('site-admin');
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

function isChecked(label: string) {
  return async () => actor.page.getByLabel(label, { exact: true }).isChecked();
}

/** Goes to a list by Tab, types a part of an entry and takes it. */
async function choose(label: string, text: string): Promise<void> {
  const { page } = actor;
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(text);
  await page.getByRole('option', { name: text }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(focusOn(page.getByLabel(label))).toBe(true);
}

function field() {
  return actor.page.getByLabel('People', { exact: true });
}
const LINES = ['noah@acme.example, Noah Berg', 'ada@acme.example', 'eve@globex.example, Eve'];

describe('a Jira administrator', () => {
  test('sees that the privileged user may create customers, and that no project lets agents do so', async () => {
    await actor.goto.customerSettings();
    const { page } = actor;
    await page.getByText('The privileged user isn’t checked in Jira yet').or(page.getByText('Last checked')).waitFor();
    expect(await page.getByRole('row', { name: /Support SUP Off Off/ }).count()).toBe(1);
    expect(await page.getByRole('row', { name: /Development/ }).count()).toBe(0);
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('customers-1-projects');
  });

  test('opens the rules of a project, and the keyboard is there', async () => {
    const { page } = actor;
    await press(page, page.getByRole('row', { name: /Support/ }).getByRole('button', { name: 'Open' }));
    await page.getByRole('heading', { name: 'Customers of Support (SUP)' }).waitFor();
    await expect.poll(focusOn(page.getByRole('button', { name: 'Back to all projects' }))).toBe(true);
  });

  test('switches it on with a domain and the organizations of the project', async () => {
    const { page } = actor;
    await tabTo(page, page.getByLabel('Creating customers', { exact: true }));
    await page.keyboard.press('Space');
    await expect.poll(isChecked('Creating customers')).toBe(true);
    await tabTo(page, page.getByLabel('Allowed domains'));
    await page.keyboard.insertText('acme.example\n*.acme.example');
    await choose('Organizations that customers can be added to', 'Every organization of the project');
    await press(page, page.getByRole('button', { name: 'Save rules' }));
    await page.getByText('Rules saved').waitFor();
    await expect.poll(focusOn(page.getByRole('button', { name: 'Save rules' }))).toBe(true);
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('customers-2-policy');
  });

  test('comes back to the button of the project, which is on', async () => {
    const { page } = actor;
    await press(page, page.getByRole('button', { name: 'Back to all projects' }));
    const row = page.getByRole('row', { name: /Support SUP On Off/ });
    await expect.poll(focusOn(row.getByRole('button', { name: 'Open' }))).toBe(true);
  });
});

describe('an agent', () => {
  test('reads the rules before typing', async () => {
    await actor.as('agent');
    await actor.goto.customers('SUP');
    const { page } = actor;
    await page.getByRole('heading', { name: 'Create customers for Support' }).waitFor();
    expect(await page.getByText('Email domains: acme.example, *.acme.example.').count()).toBe(1);
    expect(await page.getByText(/New accounts: 50 of 50 left today/).count()).toBe(1);
  });

  test('pastes three lines and reads what would happen to each, and nothing happens', async () => {
    const { page } = actor;
    await tabTo(page, field());
    await page.keyboard.insertText(LINES.join('\n'));
    await choose('Organizations (optional)', 'Acme');
    await press(page, page.getByRole('button', { name: 'Check', exact: true }));
    await page.getByRole('heading', { name: 'What will happen' }).waitFor();
    for (const sign of ['Will be created', 'Exists', 'Not allowed']) {
      expect(await page.getByText(sign, { exact: true }).count()).toBe(1);
    }
    await expect.poll(focusOn(page.getByRole('button', { name: 'Check', exact: true }))).toBe(true);
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('customers-3-preview');
    expect(await membersOf(opened, '1')).toEqual(['ada@acme.example']);
  });

  test('presses the one button, and sees step by step what became of each', async () => {
    const { page } = actor;
    await press(page, page.getByRole('button', { name: 'Create 1 and add 1 customer' }));
    await page.getByText('2 of 2 customers added', { exact: true }).waitFor();
    expect(await page.getByText('Account created.').count()).toBe(1);
    expect(await page.getByText('Added to organization Acme.').count()).toBe(1);
    expect(await page.getByText('Already in organization Acme.').count()).toBe(1);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expect.poll(focusOn(page.getByRole('button', { name: 'Back to the list: 1 left' }))).toBe(true);
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('customers-5-results');
  });

  test('goes back to the line that was left out, and the keyboard is in the field', async () => {
    const { page } = actor;
    await page.keyboard.press('Enter');
    await field().waitFor();
    expect(await field().inputValue()).toBe(LINES[2]);
    await expect.poll(focusOn(field())).toBe(true);
    expect(await page.getByText('2 of 2 customers added', { exact: true }).count()).toBe(1);
  });

  test('reads at the field what is wrong with every line, and the keyboard is there', async () => {
    const { page } = actor;
    await field().fill('nonsense\njane@');
    await press(page, page.getByRole('button', { name: 'Check', exact: true }));
    await page.getByText(/Line 1: .*Line 2: /).waitFor();
    await expect.poll(focusOn(field())).toBe(true);
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('customers-5-faults');
  });

  test('and the customer is in the organization', async () => {
    expect(await membersOf(opened, '1')).toEqual(['ada@acme.example', 'noah@acme.example']);
  });
});

describe('the Jira administrator afterwards', () => {
  test('sees who did what, without the address', async () => {
    await actor.as('site-admin');
    await actor.goto.customerSettings();
    const { page } = actor;
    await tabTo(page, page.getByRole('tab', { selected: true }));
    await page.keyboard.press('ArrowRight');
    await page
      .getByRole('row', { name: /acme\.example/ })
      .first()
      .waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('noah@');
    await expect.poll(() => page.getByRole('row', { name: /Create customer/ }).innerText()).toContain('Noah Berg');
    await expect.poll(() => page.getByText('…', { exact: true }).count()).toBe(0);
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('customers-6-audit');
  });
});

describe('an agent with more people than one request takes', () => {
  test('pastes 51 people in one line, and is told that the day has room for 49', async () => {
    await actor.as('agent');
    await actor.goto.customers('SUP');
    const { page } = actor;
    const people = Array.from({ length: 51 }, (_none, at) => `p${String(at)}@acme.example`);
    await field().waitFor();
    await field().fill(people.join('; '));
    await press(page, page.getByRole('button', { name: 'Check', exact: true }));
    await page.getByText('Checked 51: 51 new.').waitFor();
    expect(await page.getByText('49 of 50 new accounts left today, and 51 needed').count()).toBe(1);
  });

  test('creates those, and comes back to the other two', async () => {
    const { page } = actor;
    await press(page, page.getByRole('button', { name: 'Create 49 customers' }));
    const back = page.getByRole('button', { name: 'Back to the list: 2 left' });
    await back.waitFor({ timeout: 30_000 });
    await page.getByText('49 of 49 customers added', { exact: true }).waitFor();
    await page.getByText(/New accounts: 0 of 50 left today/).waitFor();
    await expect.poll(focusOn(back)).toBe(true);
    expect(await actor.axe()).toEqual([]);
    await page.keyboard.press('Enter');
    await field().waitFor();
    expect(await field().inputValue()).toBe('p49@acme.example; p50@acme.example');
  });
});

describe('somebody who works in Confluence alone', () => {
  test.for(['space-admin', 'confluence-admin'])('%s gets neither page in Jira', async (handle) => {
    const person = await opened.as(handle);
    for (const open of [person.goto.customerSettings, () => person.goto.customers('SUP')]) {
      await open();
      await person.page.getByText('No access to Jira').waitFor();
      expect(await person.page.locator('iframe').count()).toBe(0);
    }
    await person.assertClean();
    await person.page.context().close();
  });

  test('finds nothing of it in the pages of Confluence', async () => {
    const person = await opened.as('space-admin');
    await person.goto.spaceSettings('DEMO');
    await person.page.getByRole('button', { name: 'Create group' }).waitFor();
    expect(await person.page.getByRole('main').innerText()).not.toMatch(/customer|Jira/i);
    await person.assertClean();
    await person.page.context().close();
  });
});

test('without Jira the navigation has no part of it, and the pages of Confluence work', async () => {
  const alone = await openSandbox({ jira: 'absent' });
  await choosePrivilegedUser(alone);
  const person = await alone.as('space-admin', (problem) => problem.includes('404'));
  await person.goto.home();
  await person.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await person.page.getByRole('navigation', { name: 'Pages' }).innerText()).not.toMatch(/Jira|Service projects/);
  await person.goto.spaceSettings('DEMO');
  const { page } = person;
  await press(page, page.getByRole('button', { name: 'Create group' }));
  await tabTo(page, page.getByLabel('Name'));
  await page.keyboard.type('readers');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'demo-readers', exact: true }).waitFor();
  await person.goto.customers('SUP');
  await page.getByRole('heading', { name: 'Not part of the sandbox' }).waitFor();
  await person.assertClean();
  await alone.close();
});
