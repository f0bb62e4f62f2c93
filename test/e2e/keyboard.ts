// What a person does who uses no mouse.
import type { Locator, Page } from 'playwright-core';

/** More stops than any page has. */
const MOST_STOPS = 120;

/** Asks whether this element has the focus. */
export function focusOn(target: Locator) {
  return async (): Promise<boolean> =>
    (await target.count()) > 0 && target.first().evaluate((element) => element === document.activeElement);
}

async function moveTo(page: Page, key: string, target: Locator): Promise<void> {
  const isFocused = focusOn(target);
  await target.first().waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isFocused()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${String(target)}`);
}

/** Presses Tab until this element has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  return moveTo(page, 'Tab', target);
}

/** Goes to the row of tabs by Tab and along it by arrow, which selects each tab on the way. */
export async function selectTab(page: Page, target: Locator): Promise<void> {
  await tabTo(page, page.getByRole('tab', { selected: true }));
  await moveTo(page, 'ArrowRight', target);
}

/** Goes to a button or link by Tab and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

function isAloneOffered(name: string): boolean {
  const options = [...document.querySelectorAll('[role=option]')];
  return options.length > 0 && options.every(({ textContent }) => textContent.includes(name));
}

/** Goes to a user picker by Tab, types a name and takes the person found, once nobody else is offered: the list lags behind the typing. */
export async function pickPerson(page: Page, label: string, name: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(name);
  await page.waitForFunction(isAloneOffered, name);
  await page.keyboard.press('Enter');
}
