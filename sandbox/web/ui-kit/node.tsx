// Walks a ForgeDoc and renders it. Nodes that the catalogue doesn't model are outlined and recorded, never silently dropped.
import { createContext, useContext, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';

import type { ForgeDoc } from './doc';
import type { Catalogue, Entry } from './entry';
import { forward } from './events';

/** Describes a person as the product shows them. */
export interface ProductUser {
  id: string;
  name: string;
  email?: string;
  avatarUrl?: string;
}

/** Finds people for the product: it renders UserPicker and User without telling the app who they are. */
export interface Directory {
  search: (query: string) => Promise<ProductUser[]>;
  get: (accountId: string) => Promise<ProductUser>;
}

/** Shows resources of the app in iframes. */
export interface Frames {
  /** Returns the address of a resource, under another origin than the page's. */
  urlOf: (resource: string) => string;
  /** Value of the iframe's attribute `sandbox`. */
  sandbox: string;
  /** Gives a resource the bridge, through its end of a port. */
  connect: (frameId: string, port: MessagePort) => void;
}

/** Gives the renderer the services of the page around it. */
export interface Product {
  catalogue: Catalogue;
  directory: Directory;
  frames: Frames;
  unmodelled: (what: string) => void;
}

const ProductContext = createContext<Product | undefined>(undefined);
export const ProductProvider = ProductContext.Provider;

/** Returns the page around the component. */
export function useProduct(): Product {
  const product = useContext(ProductContext);
  if (product === undefined) throw new Error('A UI Kit tree is drawn outside ProductProvider.');
  return product;
}

/** Renders one node. */
export function Node({ doc }: { doc: ForgeDoc }): ReactNode {
  const { catalogue } = useProduct();
  if (doc.type === 'String') return String(doc.props['text']);
  const entry = Object.hasOwn(catalogue, doc.type) ? catalogue[doc.type] : undefined;
  if (entry !== undefined) return <Component doc={doc} entry={entry} />;
  return <Unmodelled what={[`<${doc.type}>`]}>{`<${doc.type}> is not modelled`}</Unmodelled>;
}

/** Renders nodes in order. Passes text as text, because some components inspect it. */
export function drawAll(docs: readonly ForgeDoc[]): ReactNode {
  const drawn = docs.map((doc) =>
    doc.type === 'String' ? String(doc.props['text']) : <Node key={doc.key} doc={doc} />,
  );
  return drawn.length === 1 ? drawn[0] : drawn;
}

function Component({ doc, entry }: { doc: ForgeDoc; entry: Entry }) {
  const { props, unknown } = useMemo(() => readProps(doc, entry), [doc, entry]);
  const drawn = (
    <entry.Draw props={props as never} doc={doc}>
      {doc.children.length === 0 ? undefined : drawAll(doc.children)}
    </entry.Draw>
  );
  return unknown.length === 0 ? drawn : <Unmodelled what={unknown}>{drawn}</Unmodelled>;
}

function readProps(doc: ForgeDoc, entry: Entry): { props: Record<string, unknown>; unknown: string[] } {
  const props: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(doc.props)) {
    if (entry.names.includes(name)) {
      props[name] = typeof value === 'function' ? forward(value as (...args: unknown[]) => unknown) : value;
    } else if (!entry.registered.includes(name)) unknown.push(`${doc.type}.${name}`);
  }
  return { props, unknown };
}

/** Marks a part that the sandbox doesn't model. */
function Unmodelled({ what, children }: { what: readonly string[]; children: ReactNode }) {
  const { unmodelled } = useProduct();
  const names = what.join(', ');
  useEffect(() => {
    for (const name of names.split(', ')) unmodelled(name);
  }, [names, unmodelled]);
  return (
    <div role="note" title={`Not modelled: ${names}`} style={{ outline: '2px dashed magenta', outlineOffset: 2 }}>
      {children}
    </div>
  );
}
