// Starts the product's page in the browser.
import './feature-gates';
import '@atlaskit/css-reset';
import 'virtual:compiled.css';
import './chrome.css';
import './bar/bar.css';
import './stories/stories.css';
import { createRoot } from 'react-dom/client';

import type { Boot } from '../boot';
import { Shell } from './shell';

const boot = JSON.parse(textOf('boot')) as Boot;
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
createRoot(root).render(<Shell boot={boot} />);

if (boot.isWatching) {
  new EventSource('/_reload').addEventListener('built', () => {
    location.reload();
  });
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}
