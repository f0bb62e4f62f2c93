// The stories on the front page: each opens in one click.
import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { Boot, ToldStory } from '../../boot';
import { openSite, openStory } from './open';

/** Shows a card for each story, and the way back to the site without one. */
export function StoryCards({ boot: { stories, openStory: current } }: { boot: Boot }) {
  const { opening, failed, run } = useOpening();
  return (
    <section aria-labelledby="stories">
      <h2 id="stories">Begin with a story</h2>
      <p>
        Each puts a site of its own in the place of this one, at a moment worth looking at, and you become one of its
        people. Reset begins it anew.
      </p>
      <ul className="stories">
        {stories.map((story) => (
          <Card
            key={story.key}
            story={story}
            isCurrent={story.key === current?.key}
            isOpening={opening === story.key}
            onOpen={() => void run(story.key, async () => openStory(story))}
          />
        ))}
      </ul>
      {failed && <p role="alert">The story couldn&apos;t be opened. Try again, or look at the terminal.</p>}
      {current !== undefined && (
        <p>
          <Button id="leave-story" onClick={() => void run('none', openSite)}>
            Go back to the demo site
          </Button>
        </p>
      )}
    </section>
  );
}

/** Opens one at a time. */
function useOpening() {
  const [opening, setOpening] = useState<string>();
  const [failed, setFailed] = useState(false);

  async function run(what: string, open: () => Promise<void>): Promise<void> {
    if (opening !== undefined) return;
    setOpening(what);
    setFailed(false);
    try {
      await open();
    } catch {
      setFailed(true);
      setOpening(undefined);
    }
  }

  return { opening, failed, run };
}

interface CardProps {
  story: ToldStory;
  isCurrent: boolean;
  isOpening: boolean;
  onOpen: () => void;
}

function Card({ story: { key, title, hints, name }, isCurrent, isOpening, onOpen }: CardProps) {
  return (
    <li className="story" aria-current={isCurrent}>
      <h3 id={`story-${key}`}>{title}</h3>
      <ol>
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      <Button
        id={`open-${key}`}
        spacing="compact"
        appearance={isCurrent ? 'default' : 'primary'}
        isLoading={isOpening}
        aria-describedby={`story-${key}`}
        onClick={onOpen}
      >
        {isCurrent ? `Begin anew as ${name}` : `Open as ${name}`}
      </Button>
    </li>
  );
}
