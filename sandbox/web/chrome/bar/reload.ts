// Loads the open pages of this browser again after a change behind their back. Each then says what happened, and the one that made
// the change has its focus back.

const KEPT = 'sandbox-reloaded';

/** Reaches the other open pages of this browser, and not this one. */
const others = new BroadcastChannel('sandbox');

/** Loads this page and the others of this browser again; each then says the sentence. */
export function reloadAll(sentence: string, focus?: string): void {
  others.postMessage(sentence);
  reloadHere(sentence, focus);
}

/** Goes to another page, which then says the sentence; the others of this browser are loaded again, and say it too. */
export function goTo(address: string, sentence: string): void {
  others.postMessage(sentence);
  keep(sentence, '');
  location.assign(address);
}

/** Loads this page alone again; it then says the sentence. `focus` is the id of what has the focus then: what has it now by default. */
export function reloadHere(sentence: string, focus = document.activeElement?.id ?? ''): void {
  keep(sentence, focus);
  location.reload();
}

/** Loads this page again when another one says so; returns a function that ends it. */
export function followOthers(): () => void {
  function follow({ data }: MessageEvent<string>): void {
    reloadHere(data);
  }

  others.addEventListener('message', follow);
  return () => {
    others.removeEventListener('message', follow);
  };
}

/** Takes the sentence that this page has to say, and gives back the focus; undefined if nothing made it load again. */
export function takeSentence(): string | undefined {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (kept === null) return undefined;
  const { sentence, focus } = JSON.parse(kept) as { sentence: string; focus: string };
  document.getElementById(focus)?.focus();
  return sentence;
}

function keep(sentence: string, focus: string): void {
  sessionStorage.setItem(KEPT, JSON.stringify({ sentence, focus }));
}
