// The Frame for files: a resource in an iframe of its own beside a UI Kit page, which can neither read nor save files.
import { events, view } from '@forge/bridge';

import { startFileFrame } from './file-frame';
import { followTheme } from './theme';

void followTheme(view);
void startFileFrame(document.body, events);
