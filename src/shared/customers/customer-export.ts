/** Lists what an export about customers holds, in the order of its file. The words are part of the file. */
export const EXPORTED_OF_CUSTOMERS = ['setting', 'customer-quota', 'audit-entry'] as const;

export type ExportedOfCustomers = (typeof EXPORTED_OF_CUSTOMERS)[number];
