// `Date` of the app's pages where the sandbox's clock was moved: a script of its own, since the pages' policy allows none within HTML.
import { Hono } from 'hono';

/** Begins the name of a script whose time is earlier than the computer's. */
const BACK = 'back-';

/** Returns the tag that gives a frame the sandbox's time; it stands before the app's code. */
export function clockTag(offsetMs: number): string {
  const offset = Math.round(offsetMs);
  return offset === 0 ? '' : `<script src="/_clock/${offset < 0 ? BACK : ''}${String(Math.abs(offset))}.js"></script>`;
}

/** Builds the route of the scripts. */
export function clockApi(): Hono {
  const api = new Hono();
  api.get('/:offset{(?:back-)?[0-9]{1,15}\\.js}', (context) =>
    context.body(clockScript(offsetOf(context.req.param('offset'))), 200, {
      'content-type': 'text/javascript; charset=utf-8',
    }),
  );
  return api;
}

function offsetOf(name: string): number {
  return name.startsWith(BACK) ? -Number.parseInt(name.slice(BACK.length), 10) : Number.parseInt(name, 10);
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
