import { createContext, useContext, useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';

interface Turn {
  /** Id of the part that has the Frame. */
  owner: string | undefined;
  take: (id: string) => void;
  leave: (id: string) => void;
}

const TurnContext = createContext<Turn | undefined>(undefined);

/** Makes sure that a page shows one Frame at a time: who asked last. It stands around the whole page. */
export function OneFrame({ children }: { children: ReactNode }) {
  const [owners, setOwners] = useState<readonly string[]>([]);
  const [turn] = useState(() => ({
    take: (id: string) => setOwners((before) => [...before.filter((one) => one !== id), id]),
    leave: (id: string) => setOwners((before) => before.filter((one) => one !== id)),
  }));
  return <TurnContext.Provider value={{ ...turn, owner: owners.at(-1) }}>{children}</TurnContext.Provider>;
}

/** Asks for the page's Frame; gives it back when the asking part is gone. Fails outside OneFrame. */
export function useFrameTurn(): { isMine: boolean; take: () => void } {
  const id = useId();
  const turn = useContext(TurnContext);
  if (turn === undefined) throw new Error('OUTSIDE_ONE_FRAME');
  const { owner, take, leave } = turn;
  useEffect(() => {
    take(id);
    return () => leave(id);
  }, [id, take, leave]);
  return { isMine: owner === id, take: () => take(id) };
}
