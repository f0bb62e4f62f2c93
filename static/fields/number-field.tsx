import type { ComponentProps } from 'react';

import { CONTROLS } from '../../src/shared/words/controls';
import { TextField } from './text-field';

type Props = Omit<ComponentProps<typeof TextField>, 'width'>;

/** Says what is wrong with a number as it’s typed, before anything is sent. Whether it’s too big is for the back end to say. */
export function numberProblem(text: string): string | undefined {
  return /^\d{1,6}$/.test(text.trim()) ? undefined : CONTROLS.wholeNumber;
}

/** Shows a field for a whole number. */
export function NumberField(props: Props) {
  return <TextField {...props} width="small" />;
}
