// What goes wrong between an asynchronous bridge and a live page, unless the renderer takes care.
import { Badge, Button, Label, Range, SectionMessage, SectionMessageAction, Textfield } from '@forge/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';

import { mount } from '../../../../support/mount';

function Search() {
  const [query, setQuery] = useState('');
  return (
    <>
      <Label labelFor="query">Search</Label>
      <Textfield id="query" value={query} onChange={(event) => setQuery(String(event.target.value))} />
      <Badge max={false}>{query.length}</Badge>
    </>
  );
}

test('fast typing into a controlled field loses no character', async () => {
  const { screen, user } = await mount(<Search />);
  const field = await screen.findByLabelText('Search');
  await user.type(field, 'person 119 of the demo space');
  await screen.findByText('28');
  expect(field).toHaveProperty('value', 'person 119 of the demo space');
});

test('a message keeps its actions, which arrive as elements in a prop', async () => {
  function App() {
    const [count, setCount] = useState(0);
    return (
      <SectionMessage
        title="Choose a person"
        actions={[
          <SectionMessageAction key="again" onClick={() => setCount(count + 1)}>
            Try again
          </SectionMessageAction>,
        ]}
      >
        {String(count)}
      </SectionMessage>
    );
  }
  const { screen, user } = await mount(<App />);
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('1')).toBeTruthy();
});

test('a badge shows a count above 99 only with max={false}', async () => {
  const { screen } = await mount(
    <>
      <Badge>{1200}</Badge>
      <Badge max={false}>{1201}</Badge>
    </>,
  );
  expect(await screen.findByText('99+')).toBeTruthy();
  expect(await screen.findByText('1201')).toBeTruthy();
});

test('an unknown prop is reported', async () => {
  const view = await mount(<Button {...{ colour: 'red' }}>Save</Button>, { mayBeUnmodelled: true });
  await view.screen.findByTitle('Not modelled: Button.colour');
  await vi.waitFor(() => expect(view.unmodelled).toEqual(['Button.colour']));
});

test('an unknown component is reported and marked, and what is around it is drawn', async () => {
  const view = await mount(
    <>
      <Range />
      <Button>Save</Button>
    </>,
    { mayBeUnmodelled: true },
  );
  const mark = await view.screen.findByTitle('Not modelled: <Range>');
  expect(mark.style.outline).toContain('magenta');
  await vi.waitFor(() => expect(view.unmodelled).toEqual(['<Range>']));
  expect(view.screen.getByRole('button', { name: 'Save' })).toBeTruthy();
});

test('an app that changes what was typed wins over what was typed', async () => {
  function Upper() {
    const [text, setText] = useState('');
    return (
      <>
        <Label labelFor="text">Text</Label>
        <Textfield id="text" value={text} onChange={(event) => setText(String(event.target.value).toUpperCase())} />
      </>
    );
  }
  const { screen, user } = await mount(<Upper />);
  const field = await screen.findByLabelText<HTMLInputElement>('Text');
  await user.type(field, 'a');
  await vi.waitFor(() => expect(field.value).toBe('A'));
});
