// What a person does with pickers and rows.
import { screen, within } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';

/** Picks people by name in a user picker. */
export async function pick(user: UserEvent, label: RegExp | string, ...names: string[]): Promise<void> {
  for (const name of names) {
    await user.type(await screen.findByRole('combobox', { name: label }), name.slice(0, 4));
    await user.click(await screen.findByRole('option', { name }));
  }
}

/** Chooses an option of a select. */
export async function choose(user: UserEvent, label: string, option: string): Promise<void> {
  await user.click(await screen.findByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
}

/** Presses a button in the table row that shows a text. */
export async function pressIn(user: UserEvent, row: RegExp, button: string): Promise<void> {
  await user.click(within(await screen.findByRole('row', { name: row })).getByRole('button', { name: button }));
}
