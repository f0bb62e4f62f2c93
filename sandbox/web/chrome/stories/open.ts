// Going to a story, and back to the site without one. Other pages of this browser follow.
import type { ToldStory } from '../../boot';
import { goTo } from '../bar/reload';
import { keepPerson } from '../cookies';

/** Puts a story in the place of the site, signs its person in, and goes to its page. Rejects if the sandbox refuses. */
export async function openStory({ key, title, accountId, name, address }: ToldStory): Promise<void> {
  await put(key);
  keepPerson(accountId);
  goTo(address, `“${title}” begins. You are ${name}.`);
}

/** Puts the site without a story back. */
export async function openSite(): Promise<void> {
  await put(null);
  goTo('/', 'This is the demo site again.');
}

async function put(story: string | null): Promise<void> {
  const answer = await fetch('/_sandbox/story', { method: 'POST', body: JSON.stringify({ story }) });
  if (!answer.ok) throw new Error(`The story was answered ${String(answer.status)}.`);
}
