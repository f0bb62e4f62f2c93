import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { fireEvent } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { INPUT_TEXT } from '../../../static/customer-action/inputs';
import { open } from './open';

const CONFIGURED = {
  issueKey: '{{triggerIssue.key}}',
  email: '{{issue.summary}}',
  displayName: '{{issue.description}}',
  organizationId: '12',
};
const NAMES = ['issueKey', 'email', 'displayName', 'organizationId'] as const;

type Opened = Awaited<ReturnType<typeof open>>;

async function shown({ field }: Opened) {
  return Object.fromEntries(await Promise.all(NAMES.map(async (name) => [name, (await field(name)).value] as const)));
}

test('its fields are the inputs that the manifest declares, by the same names, and the same ones are required', () => {
  const manifest = parse(readFileSync(join(import.meta.dirname, '../../../manifest.yml'), 'utf8')) as {
    modules: { action: { inputs: Record<string, { title: string; required: boolean }> }[] };
  };
  const declared = Object.entries(manifest.modules.action[0]?.inputs ?? {});
  expect(Object.entries(INPUT_TEXT).map(([name, { label, missing }]) => [name, label, missing !== undefined])).toEqual(
    declared.map(([name, { title, required }]) => [name, title, required]),
  );
});

test('it shows what the rule holds, and submits nothing by itself', async () => {
  const opened = await open({ inputs: { ...CONFIGURED, admin: 'true' } });
  expect(await shown(opened)).toEqual(CONFIGURED);
  expect(opened.submitted()).toEqual([]);
});

test.each([
  ['nothing', undefined],
  ['no input', {}],
  ['empty inputs only', { issueKey: '', email: '' }],
])('where the rule holds %s, only the work item that sets it off is filled in', async (_what, inputs) => {
  const opened = await open(inputs === undefined ? {} : { inputs });
  expect(await shown(opened)).toEqual({ issueKey: '{{issue.key}}', email: '', displayName: '', organizationId: '' });
  expect(opened.screen.queryByText(/^Enter /)).toBeNull();
});

test('a work item key that was emptied stays empty', async () => {
  const opened = await open({ inputs: { ...CONFIGURED, issueKey: '' } });
  expect(await shown(opened)).toEqual({ ...CONFIGURED, issueKey: '' });
});

test('it says who creates customers, what must be switched on, and which smart values help', async () => {
  const { screen } = await open();
  await screen.findByText(/Anyone who can trigger this rule creates customers as the owner of its/);
  const text = document.body.textContent;
  expect(text).toMatch(/A Jira administrator must turn on automation rules for the project/);
  expect(text).toMatch(/\{\{issue\.key\}\}.*\{\{issue\.summary\}\}.*Leave it empty for none/);
});

test('each change submits all inputs, and no others', async () => {
  const { user, field, submitted } = await open({ inputs: { ...CONFIGURED, admin: 'true' } });
  await user.type(await field('organizationId'), '3');
  await expect.poll(submitted).toEqual([{ ...CONFIGURED, organizationId: '123' }]);
});

test('what is typed fast, in two fields, is submitted as it stands in the end', async () => {
  const { user, field, submitted } = await open();
  const [email, name] = [await field('email'), await field('displayName')];
  await user.click(email);
  await user.paste('jane@example.com');
  await user.click(name);
  await user.paste('Jane');
  await user.keyboard(' Doe');
  const all = { issueKey: '{{issue.key}}', email: 'jane@example.com', displayName: 'Jane Doe', organizationId: '' };
  await expect.poll(() => submitted().at(-1)).toEqual(all);
  expect([email.value, name.value]).toEqual(['jane@example.com', 'Jane Doe']);
});

test('two fields that change before the form is drawn again are both submitted', async () => {
  const { field, submitted } = await open();
  const fields = [await field('email'), await field('displayName')];
  for (const one of fields) fireEvent.input(one, { target: { value: 'x' } });
  await expect.poll(() => submitted().at(-1)).toMatchObject({ email: 'x', displayName: 'x' });
});

test('what Automation finds wrong is said at the field, until that field is edited', async () => {
  const invalidInputs = { email: { message: 'email is required' }, issueKey: { message: 'issueKey is no key' } };
  const { screen, user, field } = await open({ inputs: { issueKey: 'x' }, invalidInputs });
  await screen.findByText('email is required');
  expect((await field('email')).getAttribute('aria-invalid')).toBe('true');
  expect((await field('displayName')).getAttribute('aria-invalid')).not.toBe('true');
  await user.type(await field('email'), 'j');
  await expect.poll(() => screen.queryByText('email is required')).toBeNull();
  screen.getByText('issueKey is no key');
});

test('a required field that is emptied says so; one that may be empty does not', async () => {
  const { screen, user, field, submitted } = await open({ inputs: CONFIGURED });
  await user.clear(await field('email'));
  await screen.findByText(/^Enter an email address/);
  await user.clear(await field('organizationId'));
  await expect.poll(() => submitted().at(-1)).toEqual({ ...CONFIGURED, email: '', organizationId: '' });
  expect(screen.getAllByText(/^Enter /)).toHaveLength(1);
});

test('the product’s own button submits what is complete', async () => {
  const { next, submitted } = await open({ inputs: CONFIGURED });
  await next();
  await expect.poll(submitted).toEqual([CONFIGURED]);
});

test('the product’s own button says what is missing instead', async () => {
  const { screen, next, submitted } = await open({ inputs: { ...CONFIGURED, issueKey: ' ', email: '' } });
  await next();
  await screen.findByText(/^Enter a work item key/);
  screen.getByText(/^Enter an email address/);
  expect(submitted()).toEqual([]);
});

test('while Automation validates the rule, nothing can be typed', async () => {
  const { emit, field } = await open();
  async function states() {
    return Promise.all(NAMES.map(async (name) => (await field(name)).disabled));
  }
  async function tell(isValidating: boolean) {
    // The page subscribes over the bridge, so the first word may find nobody.
    emit('AUTOMATION_ACTION_VALIDATE_RULE_EVENT', { isValidating });
    return states();
  }
  expect(await states()).toEqual(NAMES.map(() => false));
  await expect.poll(async () => tell(true)).toEqual(NAMES.map(() => true));
  await expect.poll(async () => tell(false)).toEqual(NAMES.map(() => false));
});

test('what Automation does not take is said, until it takes something', async () => {
  let takes = false;
  const { screen, user, field } = await open({ takes: () => takes });
  await user.type(await field('email'), 'j');
  await screen.findByText(/Automation didn’t accept your last change/);
  takes = true;
  await user.type(await field('email'), 'a');
  await expect.poll(() => screen.queryByText(/Automation didn’t accept/)).toBeNull();
});
