// How one UI Kit component is drawn: the props that are modelled, named as the published types name them, and the drawing.
// https://developer.atlassian.com/platform/forge/ui-kit/components/
import type { FunctionComponent, ReactNode } from 'react';

import type { ForgeDoc } from './doc';

/** What a drawing gets. Functions among the props are callbacks of the app: give them DOM events, they receive copies. */
export interface Drawing<Props> {
  props: Props;
  doc: ForgeDoc;
  children: ReactNode;
}

/** One component of the catalogue. */
export interface Entry {
  names: readonly string[];
  /** Props that `useForm().register()` adds though the published type lacks them: accepted, without effect. */
  registered: readonly string[];
  Draw: FunctionComponent<Drawing<never>>;
}

/** Components by the type that their node carries. */
export type Catalogue = Readonly<Record<string, Entry>>;

/** Describes a component whose published prop type is `Published`: a name that it lacks does not compile. */
export function component<Published extends object>() {
  return <Name extends Exclude<keyof Published & string, 'children'>>(
    names: readonly Name[],
    Draw: FunctionComponent<Drawing<Pick<Published, Name>>>,
    registered: readonly string[] = [],
  ): Entry => ({ names, registered, Draw: Draw as FunctionComponent<Drawing<never>> });
}
