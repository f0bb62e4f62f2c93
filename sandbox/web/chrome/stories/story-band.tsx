// The story that is open, above each page: what is there, what to do, what to look at.
import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { OpenStory } from '../../boot';

/** Shows the hints, and a button that copies the story's list. */
export function StoryBand({ story: { title, hints, list } }: { story: OpenStory }) {
  return (
    <section className="story-band" aria-labelledby="story-title">
      <h2 id="story-title">{title}</h2>
      <ol>
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      <p className="story-actions">
        {list !== undefined && <CopyList list={list} />}
        <a href="/">All stories</a>
      </p>
    </section>
  );
}

function CopyList({ list: { name, text } }: { list: NonNullable<OpenStory['list']> }) {
  const [said, say] = useState('');
  const [isShown, show] = useState(false);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      say('Copied.');
    } catch {
      show(true);
      say("This browser doesn't let the page copy. Copy the text by hand.");
    }
  }

  return (
    <>
      <Button id="copy-list" spacing="compact" onClick={() => void copy()}>
        Copy the {name}
      </Button>
      <Button
        id="show-list"
        spacing="compact"
        appearance="subtle"
        aria-expanded={isShown}
        onClick={() => show(!isShown)}
      >
        {isShown ? 'Hide it' : 'Show it'}
      </Button>
      <output>{said}</output>
      {isShown && <textarea aria-label={`The ${name}`} readOnly rows={8} value={text} />}
    </>
  );
}
