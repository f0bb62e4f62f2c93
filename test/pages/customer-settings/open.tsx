// Opens Jira's administration page, a tab of it, or the rules of its first project.
import type { CustomerSettingsApi } from '../../../src/shared/customers/api';
import { CustomerSettings } from '../../../static/customer-settings/page';
import { ok, people } from '../answers';
import { pressIn } from '../people';
import { remember } from '../remember';
import { show } from '../show';
import { aPolicy, someSettings } from './answers';

export async function open(api: Partial<CustomerSettingsApi> = {}, reader: Record<string, unknown> = {}) {
  const { invoke, payloads } = remember<CustomerSettingsApi>({
    openCustomerSettings: () => ok(someSettings()),
    ...api,
  });
  const view = await show(<CustomerSettings />, {
    people,
    invoke,
    context: { extension: { type: 'jira:adminPage' }, ...reader },
  });
  return { ...view, view, payloads };
}

export async function openAudit(api: Partial<CustomerSettingsApi>) {
  const opened = await open(api);
  await opened.user.click(await opened.screen.findByRole('tab', { name: 'Audit' }));
  return opened;
}

export async function openPolicy(api: Partial<CustomerSettingsApi> = {}, reader: Record<string, unknown> = {}) {
  const opened = await open({ readCustomerPolicy: () => ok(aPolicy()), ...api }, reader);
  await pressIn(opened.user, /SUP/, 'Open');
  await opened.screen.findByRole('button', { name: 'Save rules' });
  const { screen, user } = opened;
  async function retype(label: string, text: string) {
    const field = screen.getByLabelText(label);
    await user.clear(field);
    if (text !== '') await user.type(field, text);
  }
  return { ...opened, retype, save: async () => user.click(screen.getByRole('button', { name: 'Save rules' })) };
}
