/** Reads an option that is a whole number, or ends the process with a sentence. */
export function numberOption(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  console.error(`--${name} takes a whole number`);
  return process.exit(1);
}
