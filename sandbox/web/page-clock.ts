// `Date` of the app's pages where the sandbox's clock was moved: a script of its own, since the pages' policy allows none within HTML.
import { Hono } from 'hono';

/** Returns the tag that gives a frame the sandbox's time; it stands before the app's code. */
export function clockTag(offsetMs: number): string {
  return offsetMs === 0 ? '' : `<script src="/_clock/${String(Math.round(offsetMs))}.js"></script>`;
}

/** Builds the route of the scripts. */
export function clockApi(): Hono {
  const api = new Hono();
  api.get('/:offset{[0-9]{1,15}\\.js}', (context) =>
    context.body(clockScript(Number.parseInt(context.req.param('offset'), 10)), 200, {
      'content-type': 'text/javascript; charset=utf-8',
    }),
  );
  return api;
}

/** Writes the script: a `Date` whose present is so much later. */
function clockScript(offsetMs: number): string {
  return `(() => {
  const Outside = Date;
  const now = () => Outside.now() + ${String(offsetMs)};
  const moved = new Proxy(Outside, {
    construct: (target, args, created) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, created === moved ? target : created),
    apply: () => new Outside(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  globalThis.Date = moved;
})();
`;
}
