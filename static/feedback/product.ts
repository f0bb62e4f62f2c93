import { createContext } from 'react';

import type { PRODUCTS } from '../../src/shared/words/failures';

export type ProductName = keyof typeof PRODUCTS;

/** Names the product in which a page stands: whom to ask depends on it. */
export const Product = createContext<ProductName>('Confluence');
