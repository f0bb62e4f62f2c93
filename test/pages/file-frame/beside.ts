// The code of the Frame for files beside a page that is on show, on the same bridge, as the product connects both.
import { events } from '@forge/bridge';
import { within } from '@testing-library/dom';

import { startFileFrame } from '../../../static/file-frame/file-frame';

/** Starts the Frame; `frame` looks at what it draws. */
export async function startFrame() {
  const root = document.body.appendChild(document.createElement('section'));
  await startFileFrame(root, events);
  return { root, frame: within(root) };
}

/** A file as somebody chooses it. */
export function aFile(name: string, content: string | Uint8Array<ArrayBuffer>): File {
  return new File([content], name);
}
