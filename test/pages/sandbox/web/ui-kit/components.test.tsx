// How single components behave once they are drawn: what a person does with them, and what the app hears.
import { showFlag } from '@forge/bridge';
import {
  Button,
  Checkbox,
  DynamicTable,
  ErrorMessage,
  Form,
  Label,
  Modal,
  ModalBody,
  ModalFooter,
  ModalTransition,
  Select,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
  Textfield,
  Toggle,
  useForm,
  User,
  UserPicker,
} from '@forge/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';

import { mount } from '../../../../support/mount';

const PEOPLE = [
  { id: 'a', name: 'Ada', email: 'ada@example.com' },
  { id: 'g', name: 'Grace', email: 'grace@example.com' },
];

test('a user picker finds people, tells the app whom, and can be cleared', async () => {
  const chosen = vi.fn<(value: unknown) => void>();
  const { screen, user } = await mount(<UserPicker label="Owner" name="owner" onChange={chosen} />, { people: PEOPLE });
  const picker = await screen.findByRole('combobox', { name: 'Owner' });
  await user.type(picker, 'gra');
  await user.click(await screen.findByRole('option', { name: /Grace/ }));
  await vi.waitFor(() => {
    expect(chosen).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'g', name: 'Grace', type: 'user' }));
  });
  await user.click(await screen.findByRole('button', { name: /clear/i }));
  await vi.waitFor(() => expect(chosen).toHaveBeenLastCalledWith(null));
});

test('a user picker of many starts with the people of its default, and gives a list', async () => {
  const chosen = vi.fn<(value: unknown) => void>();
  const { screen, user } = await mount(
    <UserPicker label="Owners" name="owners" isMulti defaultValue={['a']} onChange={chosen} />,
    { people: PEOPLE },
  );
  await screen.findByText('Ada');
  await user.type(await screen.findByRole('combobox', { name: 'Owners' }), 'gra');
  await user.click(await screen.findByRole('option', { name: /Grace/ }));
  await vi.waitFor(() => {
    expect(chosen).toHaveBeenCalledExactlyOnceWith([
      expect.objectContaining({ id: 'a' }),
      expect.objectContaining({ id: 'g' }),
    ]);
  });
});

test('a user is named by the product', async () => {
  const { screen } = await mount(<User accountId="g" />, { people: PEOPLE });
  expect(await screen.findByText('Grace')).toBeTruthy();
});

function Settings({ onSave }: { onSave: (data: unknown) => void }) {
  const { handleSubmit, register, getFieldId, formState } = useForm<{ prefix: string; strict: boolean }>({
    defaultValues: { prefix: '', strict: false },
  });
  return (
    <Form onSubmit={handleSubmit((data) => onSave(data))}>
      <Label labelFor={getFieldId('prefix')}>Prefix</Label>
      <Textfield {...register('prefix', { required: true })} />
      {formState.errors.prefix !== undefined && <ErrorMessage>Give a prefix</ErrorMessage>}
      <Checkbox {...register('strict')} label="Strict" />
      <Button type="submit">Save</Button>
    </Form>
  );
}

test('a form checks on blur, keeps invalid data back, and saves what was typed', async () => {
  const onSave = vi.fn<(data: unknown) => void>();
  const { screen, user } = await mount(<Settings onSave={onSave} />);
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  await screen.findByText('Give a prefix');
  expect(onSave).not.toHaveBeenCalled();
  await user.type(screen.getByLabelText('Prefix'), 'team-');
  await user.click(screen.getByLabelText('Strict'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await vi.waitFor(() => expect(onSave).toHaveBeenCalledExactlyOnceWith({ prefix: 'team-', strict: true }));
});

const OPTIONS = [
  { label: 'Demonstration', value: 'DEMO' },
  { label: 'Development', value: 'DEV' },
];

test('a select of many gives options, and its typed text', async () => {
  const chosen = vi.fn<(value: unknown) => void>();
  const typed = vi.fn<(text: string) => void>();
  const { screen, user } = await mount(
    <>
      <Label labelFor="spaces">Spaces</Label>
      <Select inputId="spaces" isMulti options={OPTIONS} onChange={chosen} onInputChange={typed} />
    </>,
  );
  await user.type(await screen.findByRole('combobox', { name: 'Spaces' }), 'Dev');
  await user.click(await screen.findByRole('option', { name: 'Development' }));
  await vi.waitFor(() => expect(chosen).toHaveBeenCalledExactlyOnceWith([{ label: 'Development', value: 'DEV' }]));
  await vi.waitFor(() => expect(typed).toHaveBeenCalledWith('Dev'));
});

test('a toggle that the app controls follows at once, and the app may take it back', async () => {
  function Switch() {
    const [isOn, setOn] = useState(false);
    return (
      <>
        <Toggle label="Personal spaces" isChecked={isOn} onChange={() => setOn(true)} />
        <Button onClick={() => setOn(false)}>Reset</Button>
      </>
    );
  }
  const { screen, user } = await mount(<Switch />);
  const toggle = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Personal spaces' });
  await user.click(toggle);
  expect(toggle.checked).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Reset' }));
  await vi.waitFor(() => expect(toggle.checked).toBe(false));
});

test('tabs keep what was typed in a panel, and switch without the app', async () => {
  const { screen, user } = await mount(
    <Tabs id="tabs">
      <TabList>
        <Tab>One</Tab>
        <Tab>Two</Tab>
      </TabList>
      <TabPanel>
        <Textfield placeholder="first" />
      </TabPanel>
      <TabPanel>
        <Text>second</Text>
      </TabPanel>
    </Tabs>,
  );
  await user.type(await screen.findByPlaceholderText('first'), 'kept');
  await user.click(screen.getByRole('tab', { name: 'Two' }));
  await screen.findByText('second');
  await user.click(screen.getByRole('tab', { name: 'One' }));
  expect(screen.getByPlaceholderText<HTMLInputElement>('first').value).toBe('kept');
});

test('a table sorts and pages by itself', async () => {
  const names = ['c', 'a', 'b'];
  const { screen, user } = await mount(
    <DynamicTable
      label="Groups"
      rowsPerPage={2}
      head={{ cells: [{ key: 'name', content: 'Name', isSortable: true }] }}
      rows={names.map((name) => ({ key: name, cells: [{ key: name, content: name }] }))}
    />,
  );
  await user.click(await screen.findByRole('button', { name: /Name/ }));
  function shown() {
    return screen.getAllByRole('cell').map((cell) => cell.textContent);
  }
  await vi.waitFor(() => expect(shown()).toEqual(['a', 'b']));
  await user.click(screen.getByRole('button', { name: /page 2/i }));
  await vi.waitFor(() => expect(shown()).toEqual(['c']));
});

function Question() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete</Button>
      <ModalTransition>
        {isOpen && (
          <Modal title="Delete it?" onClose={() => setOpen(false)}>
            <ModalBody>
              <Text>It is gone then.</Text>
            </ModalBody>
            <ModalFooter>
              <Button onClick={() => setOpen(false)}>Cancel</Button>
            </ModalFooter>
          </Modal>
        )}
      </ModalTransition>
    </>
  );
}

test('a modal takes the focus, closes on Escape, and tells the app', async () => {
  const { screen, user } = await mount(<Question />);
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('dialog', { name: 'Delete it?' });
  await vi.waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  await user.keyboard('{Escape}');
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a flag shows its title and description, runs its action, and can be dismissed', async () => {
  const retry = vi.fn<() => void>();
  function Page() {
    return (
      <Button
        onClick={() => {
          showFlag({
            id: 'failed',
            title: 'Not saved',
            description: 'Try again.',
            type: 'error',
            actions: [{ text: 'Retry', onClick: retry }],
          });
        }}
      >
        Save
      </Button>
    );
  }
  const view = await mount(<Page />);
  const { screen, user } = view;
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Retry' }));
  await vi.waitFor(() => expect(retry).toHaveBeenCalledOnce());
  expect(screen.getByText('Try again.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /dismiss/i }));
  await vi.waitFor(() => expect(view.flags).toEqual([]));
});
