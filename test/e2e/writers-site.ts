// A site on which a space admin of DEMO has created a group.
import { choosePrivilegedUser } from './customer-site';
import { openSandbox, type Actor, type OpenSandbox, type Wishes } from './harness';
import { press } from './keyboard';

/** Opens a sandbox with a privileged user and the group demo-writers, which nobody is in. */
export async function openWithWriters(wishes: Wishes = {}): Promise<OpenSandbox> {
  const opened = await openSandbox(wishes);
  await choosePrivilegedUser(opened);
  await opened.call('space-settings', 'space-admin', 'createGroup', { name: 'writers' });
  return opened;
}

/** Opens the group on the space page, by keyboard. */
export async function openWriters({ page, goto }: Actor): Promise<void> {
  await goto.spaceSettings('DEMO');
  await press(page, page.getByRole('button', { name: 'demo-writers' }));
  await page.getByRole('heading', { name: 'demo-writers', exact: true }).waitFor();
}
