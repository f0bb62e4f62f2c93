// What is logged as an error while a page is on show: React's complaints about the page, and failures that nobody handles.
import { format } from 'node:util';

/** Atlaskit's modal brings react-scrolllock, which React 18.3 warns about; the page cannot help it. */
const KNOWN = 'LockToggle: Support for defaultProps';

/** Collects errors from now on. The function returned ends that, and gives them. */
export function watchConsole(): () => string[] {
  const errors: string[] = [];
  const original = console.error;
  console.error = (...parts: unknown[]) => {
    const text = format(...parts);
    if (text.includes(KNOWN)) return;
    errors.push(text);
    original(...parts);
  };
  return () => {
    console.error = original;
    return errors;
  };
}
