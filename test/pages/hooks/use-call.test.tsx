import { Button, Text } from '@forge/react';
import { useState } from 'react';
import { expect, test } from 'vitest';

import type { Result } from '../../../src/shared/result';
import { useCall } from '../../../static/hooks/use-call';
import { ok } from '../answers';
import { show } from '../show';

test('an answer that a later call has overtaken is dropped', async () => {
  const waiting = new Map<string, (value: Result<string>) => void>();
  function Reader() {
    const [key, setKey] = useState('first');
    const { value } = useCall(async () => new Promise<Result<string>>((resolve) => waiting.set(key, resolve)), key);
    return (
      <>
        <Text>{value ?? 'nothing yet'}</Text>
        <Button onClick={() => setKey('second')}>Read the second</Button>
      </>
    );
  }
  const { screen, user } = await show(<Reader />);
  await user.click(await screen.findByRole('button', { name: 'Read the second' }));
  await expect.poll(() => waiting.size).toBe(2);
  waiting.get('second')?.(ok('the second'));
  await screen.findByText('the second');
  waiting.get('first')?.(ok('the first'));
  await user.click(screen.getByRole('button', { name: 'Read the second' }));
  expect(screen.getByText('the second')).toBeDefined();
});
