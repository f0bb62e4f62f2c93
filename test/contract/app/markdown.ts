// What a page of Markdown holds, as far as a test wants to know.

/** Where something stands on a page. */
interface Found {
  line: number;
  text: string;
}

/** Returns the cells of all tables, as they are written. */
export function cellsOf(page: string): Found[] {
  return prose(page)
    .filter(({ text }) => text.startsWith('|'))
    .flatMap(({ line, text }) =>
      text
        .replace(/^\||\|\s*$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => ({ line, text: cell.trim() })),
    )
    .filter(({ text }) => !/^:?-+:?$/.test(text));
}

/** Returns the targets of all links and pictures, those of HTML and of reference definitions too. */
export function linksOf(page: string): Found[] {
  const target = /\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)|^\[[^\]]+\]: (\S+)|(?:src|srcset|href)="([^"]+)"/g;
  return prose(page).flatMap(({ line, text }) =>
    [...text.replace(/`[^`]*`/g, '').matchAll(target)].map(([, inline, reference, html]) => ({
      line,
      text: inline ?? reference ?? html ?? '',
    })),
  );
}

/** Returns what stands between single backticks. */
export function codeOf(page: string): Found[] {
  return prose(page).flatMap(({ line, text }) =>
    [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => ({ line, text: code })),
  );
}

/** Returns the anchors that GitHub makes of the headings: a second one of the same words ends with `-1`. */
export function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>();
  return prose(page)
    .filter(({ text }) => /^#{1,6} /.test(text))
    .map(({ text }) => {
      const slug = slugOf(text.replace(/^#+ /, ''));
      const before = seen.get(slug) ?? 0;
      seen.set(slug, before + 1);
      return before === 0 ? slug : `${slug}-${String(before)}`;
    });
}

/** Returns the lines outside of fenced blocks. */
export function prose(page: string): Found[] {
  let fenced = false;
  return page.split('\n').flatMap((text, index) => {
    const isFence = /^\s*```/.test(text);
    if (isFence) fenced = !fenced;
    return isFence || fenced ? [] : [{ line: index + 1, text }];
  });
}

function slugOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}
