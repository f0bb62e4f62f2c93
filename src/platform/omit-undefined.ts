type Present<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** Returns the same object without the keys whose value is undefined, as JSON would carry it. */
export function omitUndefined<T extends object>(fields: T): Present<T> {
  // Object.fromEntries loses the keys' types; the filter makes them what Present says.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
