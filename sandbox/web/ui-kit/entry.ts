// Entry of one UI Kit component: its modeled props, named as in the published types, and its rendering.
// https://developer.atlassian.com/platform/forge/ui-kit/components/
import type { FunctionComponent, ReactNode } from 'react';

import type { ForgeDoc } from './doc';

/** Holds the input of a rendering. Functions among the props are callbacks of the app: pass them DOM events, they receive copies. */
export interface Drawing<Props> {
  props: Props;
  doc: ForgeDoc;
  children: ReactNode;
}

/** Describes one component of the catalogue. */
export interface Entry {
  names: readonly string[];
  /** Props that `useForm().register()` adds though the published type lacks them: accepted without effect. */
  registered: readonly string[];
  Draw: FunctionComponent<Drawing<never>>;
}

/** Maps a node's type to its component. */
export type Catalogue = Readonly<Record<string, Entry>>;

/** Describes a component whose published prop type is `Published`: a prop name that it lacks doesn't compile. */
export function component<Published extends object>() {
  return <Name extends Exclude<keyof Published & string, 'children'>>(
    names: readonly Name[],
    Draw: FunctionComponent<Drawing<Pick<Published, Name>>>,
    registered: readonly string[] = [],
  ): Entry => ({ names, registered, Draw: Draw as FunctionComponent<Drawing<never>> });
}
