import { useEffect, useState } from 'react';

import type { FoundSpaces } from '../../src/shared/groups/views';
import { answered, callGlobalSettings, type Failure } from '../api';

/** Milliseconds without a keystroke after which a search begins. */
const PAUSE = 300;
const NOTHING: FoundSpaces = { spaces: [], more: false };

type Answered = { text: string } & ({ found: FoundSpaces; failure?: undefined } | { failure: Failure });

export interface SpaceSearch {
  /** The text that is looked for. */
  typed: string;
  found: FoundSpaces;
  failure: Failure | undefined;
  loading: boolean;
  type: (text: string) => void;
  /** Looks for the same text again, after a failure. */
  again: () => void;
}

/** Looks for spaces while a person types. An answer that came too late is dropped. */
export function useSpaceSearch(): SpaceSearch {
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<Answered>();
  const text = typed.trim();
  const isOpen = text !== '' && answer?.text !== text;
  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    async function search() {
      const result = await answered(callGlobalSettings('findSpaces', { text }));
      if (isCurrent) setAnswer(result.ok ? { text, found: result.value } : { text, failure: result.failure });
    }
    const timer = setTimeout(() => void search(), PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, isOpen]);
  const mine = answer?.text === text ? answer : undefined;
  return {
    typed: text,
    found: mine === undefined || mine.failure !== undefined ? NOTHING : mine.found,
    failure: mine?.failure,
    loading: isOpen,
    type: setTyped,
    again: () => setAnswer(undefined),
  };
}
