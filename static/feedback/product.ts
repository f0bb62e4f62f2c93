import { createContext } from 'react';

import type { PRODUCTS } from '../../src/shared/words/failures';

export type ProductName = keyof typeof PRODUCTS;

/** Names the product of a page: the people who can help depend on it. */
export const Product = createContext<ProductName>('Confluence');
