// The stories as the product's page tells them: people and addresses in place of handles and types of pages.
import type { ServedSandbox } from '../contract/served';
import type { Stories } from '../stories/served-stories';
import { STORIES, STORY_KEYS } from '../stories/stories';
import type { Story, StoryKey } from '../stories/stories';
import { addressOf, COMPARED_CALLS } from './address';
import type { AppPage } from './address';
import type { OpenStory, ToldStory } from './boot';

interface Told {
  stories: readonly ToldStory[];
  openStory?: OpenStory;
}

interface Around {
  site: Pick<ServedSandbox['site'], 'people'>;
  pages: readonly AppPage[];
}

/** Tells all stories, and more of the one that is open. */
export async function tellStories(stories: Stories | undefined, around: Around): Promise<Told> {
  if (stories === undefined) return { stories: [] };
  const current = stories.current();
  return {
    stories: STORY_KEYS.map((key) => toldStory(key, around)),
    ...(current !== undefined && { openStory: await openStoryOf(current) }),
  };
}

function toldStory(key: StoryKey, { site, pages }: Around): ToldStory {
  const { title, hints, who, page } = STORIES[key];
  const person = site.people().find(({ handle }) => handle === who);
  return {
    key,
    title,
    hints,
    accountId: person?.accountId ?? '',
    name: person?.name ?? who,
    address: address(page, pages),
  };
}

function address(wanted: Story['page'], pages: readonly AppPage[]): string {
  if (wanted === 'compared calls') return COMPARED_CALLS;
  const page = pages.find(({ type }) => type === wanted.type);
  return page === undefined ? '/' : addressOf(page, wanted.key);
}

async function openStoryOf(key: StoryKey): Promise<OpenStory> {
  const { title, hints, list, call } = STORIES[key];
  return {
    key,
    title,
    hints,
    ...(list && { list: { name: list.name, text: await list.text() } }),
    ...(call && { call }),
  };
}
