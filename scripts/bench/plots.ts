// The results as pictures for documents, on white whatever the theme.
import * as Plot from '@observablehq/plot';
import { Window } from 'happy-dom';

import type { Beside } from './beside/beside';
import type { SiteResults } from './results';

const SECOND_MS = 1000;
const WIDTH = 900;
const ROW = 22;
const IN_SECONDS = { type: 'log', label: 'seconds', grid: true, tickFormat: ',~g' } as const;

/** Draws how long each journey takes: a bar for half of its rounds, a line to 19 of 20. */
export function drawTimes(results: SiteResults): string {
  const rows = Object.entries(results).flatMap(([journey, { times }]) =>
    Object.entries(times).map(([restMs, { p50, p95 }]) => ({
      journey,
      answers: `${restMs} ms an answer`,
      p50: p50 / SECOND_MS,
      p95: p95 / SECOND_MS,
    })),
  );
  const at = { y: 'answers', fy: 'journey' };
  return draw(rows.length, {
    marginLeft: 160,
    marginRight: 60,
    x: IN_SECONDS,
    y: { axis: null },
    fy: { domain: Object.keys(results) },
    color: { range: ['#579dff', '#0c66e4'] },
    marks: [
      Plot.axisFy({ anchor: 'left', label: null }),
      Plot.barX(rows, { ...at, x1: 0.1, x2: 'p50', fill: 'answers' }),
      Plot.ruleY(rows, { ...at, x1: 'p50', x2: 'p95', stroke: 'answers', strokeWidth: 2 }),
    ],
  });
}

/** Draws how long each contender took for the same work, and counts what was lost. */
export function drawBeside(beside: Beside): string {
  const rows = Object.entries(beside).flatMap(([work, outcomes]) =>
    outcomes.map(({ name, ms, missing, toldWrongly }, place) => {
      const lost = [
        missing > 0 && `${String(missing)} missing`,
        toldWrongly > 0 && `${String(toldWrongly)} told wrongly`,
      ];
      const said = [`${(ms / SECOND_MS).toFixed(0)} s`, name, ...lost.filter((one) => one !== false)];
      return { work, place, seconds: ms / SECOND_MS, said: said.join(', ') };
    }),
  );
  const at = { y: 'place', fy: 'work' };
  return draw(rows.length, {
    marginLeft: 250,
    marginRight: 330,
    x: IN_SECONDS,
    y: { axis: null, type: 'band' },
    fy: { domain: Object.keys(beside) },
    color: { type: 'ordinal', range: ['#8590a2', '#b3b9c4', '#0c66e4'] },
    marks: [
      Plot.axisFy({ anchor: 'left', label: null, lineWidth: 20 }),
      Plot.barX(rows, { ...at, x1: 1, x2: 'seconds', fill: 'place' }),
      Plot.text(rows, { ...at, x: 'seconds', text: 'said', dx: 4, textAnchor: 'start' }),
    ],
  });
}

function draw(rows: number, options: Plot.PlotOptions): string {
  const { document } = new Window();
  const plot = Plot.plot({
    marginTop: 10,
    marginBottom: 40,
    ...options,
    document: document as unknown as Document,
    width: WIDTH,
    height: rows * ROW + 80,
    style: { background: 'white', color: '#172b4d', fontSize: '12px' },
  });
  plot.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${plot.outerHTML}\n`;
}
