/** An email address with its domain in DNS form: lower case, `xn--` for international names. */
export interface Email {
  address: string;
  domain: string;
}

/** Letters, digits, hyphens and dots of any script: no port, path, escape or address in brackets. */
const ANY_DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;
/** https://datatracker.ietf.org/doc/html/rfc1123#section-2 */
const DNS_DOMAIN =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/;

/** Returns a domain in DNS form, or undefined. Look-alike letters of another script give another domain. */
export function domainOf(text: string): string | undefined {
  if (!ANY_DOMAIN.test(text)) return undefined;
  try {
    // The platform's own conversion: https://url.spec.whatwg.org/#concept-domain-to-ascii
    const { hostname } = new URL(`https://${text}`);
    return DNS_DOMAIN.test(hostname) ? hostname : undefined;
  } catch {
    return undefined;
  }
}

/** The local part without quotes, comments or blanks: https://datatracker.ietf.org/doc/html/rfc5322#section-3.2.3 */
const LOCAL = /^(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/** Reads one email address; undefined if there is a display name, a list or a line break. Drops blanks around it. */
export function parseEmail(text: string): Email | undefined {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, Math.max(0, at));
  const domain = domainOf(trimmed.slice(at + 1));
  return at > 0 && domain !== undefined && LOCAL.test(local) ? { address: `${local}@${domain}`, domain } : undefined;
}

/**
 * Jira shows a name in one line, which some blanks end too. A hidden character, or a mark of direction, would make it look like another
 * name. Two kinds are seen, by what they do to their neighbors: joiners (https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters)
 * and variation selectors (https://www.unicode.org/reports/tr37/).
 */
const VISIBLE = String.raw`[^\p{C}\p{Zl}\p{Zp}\p{DI}]`;
const JOINER = String.raw`(?<=[\p{L}\p{M}\p{ExtPict}\p{EMod}])[\u200c\u200d](?=[\p{L}\p{M}\p{ExtPict}])`;
const VARIANT = String.raw`(?<=[\p{Emoji}\p{Script=Han}\p{Script=Mongolian}])\p{VS}`;
const NAME = new RegExp(`^(?:${VISIBLE}|${JOINER}|${VARIANT}){1,255}$`, 'u');

/** Returns a name to show, or undefined if it can't be one. Without a name, or with the address as the name: the part before the `@`. */
export function parseName(text: string | undefined, { address }: Email): string | undefined {
  const name = text?.trim() ?? '';
  // An account named like an address can't be told from one that only claims to have it.
  if (name === '' || name.toLowerCase().includes(address.toLowerCase()))
    return address.slice(0, address.lastIndexOf('@'));
  return NAME.test(name) ? name : undefined;
}
