// Opens the queue page, and checks people there.
import type { CustomerApi } from '../../../src/shared/customer-api';
import { Customers } from '../../../static/customers/page';
import { remember } from '../remember';
import { ok, people } from '../space/answers';
import { show } from '../space/show';
import { aView } from './answers';

export const open = async (api: Partial<CustomerApi> = {}) => {
  const { invoke, payloads } = remember<CustomerApi>({ openCustomers: () => ok(aView()), ...api });
  const view = await show(<Customers />, { people, invoke });
  return { ...view, view, payloads };
};

/** Types these lines, and checks them. */
export const check = async (text: string, api: Partial<CustomerApi> = {}) => {
  const opened = await open(api);
  const { screen, user } = opened;
  await user.click(await screen.findByLabelText('People'));
  await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Check' }));
  return opened;
};

/** Checks them, and creates those that may be created. */
export const create = async (text: string, api: Partial<CustomerApi>) => {
  const opened = await check(text, api);
  const { screen, user } = opened;
  await user.click(await screen.findByRole('button', { name: 'Create and add' }));
  const dialog = await screen.findByRole('dialog');
  const confirm = async () => {
    const [button] = [...dialog.querySelectorAll('button')].filter(
      ({ textContent }) => textContent === 'Create and add',
    );
    if (button === undefined) throw new Error('The dialog has no such button.');
    await user.click(button);
  };
  return { ...opened, dialog, confirm };
};
