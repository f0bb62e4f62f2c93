// Every UI Kit component that the sandbox models, by name.
import { buttons } from './buttons';
import { choices } from './choices';
import type { Catalogue } from './entry';
import { fields } from './fields';
import { filePicker } from './file-picker';
import { forms } from './forms';
import { frame } from './frame';
import { icons } from './icons';
import { inlineEdit } from './inline-edit';
import { layout } from './layout';
import { messages } from './messages';
import { overlay } from './overlay';
import { people } from './people';
import { select } from './select';
import { status } from './status';
import { table } from './table';
import { tabs } from './tabs';
import { text } from './text';

export const catalogue: Catalogue = {
  ...buttons,
  ...choices,
  ...fields,
  ...filePicker,
  ...forms,
  ...frame,
  ...icons,
  ...inlineEdit,
  ...layout,
  ...messages,
  ...overlay,
  ...people,
  ...select,
  ...status,
  ...table,
  ...tabs,
  ...text,
};
