// Events over all time as bars, cooperation upwards and conflict downwards; a window on it is drawn by pointer or moved by keys.
import { html, max, scaleLinear, useMemo, useRef, useState } from "../vendor.js";
import { QUADS } from "./marks.js";
import { count, useWidth } from "./parts.js";
import { DAY, day, ms, scale, ticks, within } from "./time.js";

const HEIGHT = 132, FOOT = 22, TOP = 8;

/** All time that the bars cover; null where no event has a day. */
export function whole(histogram) {
  const bars = histogram.bars;
  return bars.length ? [ms(bars[0].start), ms(bars.at(-1).end) + DAY] : null;
}

const MANY = 6000;

/** Where to look first: the shortest run of bars with six events of ten, or all time where that is hardly shorter; of very many the latest. */
export function dense(histogram, all) {
  const bars = histogram.bars, size = bars.map((b) => parts(b).reduce((sum, n) => sum + n, 0));
  const total = size.reduce((sum, n) => sum + n, 0), want = 0.6 * total;
  if (want > MANY) return [ms(latest(bars, size).start), all[1]];
  let best = all, held = 0, from = 0;
  for (let to = 0; to < bars.length; to += 1) {
    held += size[to];
    while (held - size[from] >= want) held -= size[from++];
    const run = [ms(bars[from].start), ms(bars[to].end) + DAY];
    if (held >= want && run[1] - run[0] < best[1] - best[0]) best = run;
  }
  return all && best[1] - best[0] < 0.6 * (all[1] - all[0]) ? best : all;
}

function latest(bars, size) {
  let held = 0, at = bars.length - 1;
  while (at > 0 && held + size[at] + size[at - 1] <= MANY) held += size[at--];
  return bars[at];
}

const parts = (bar) => [bar.quads.verbal_cooperation, bar.quads.material_cooperation, bar.quads.verbal_conflict, bar.quads.material_conflict];

/** The bars with a window; `onBrush(window, done)` is called as it moves and once it rests, with null for all time. */
export function Histogram({ histogram, window, onBrush }) {
  const [ref, width] = useWidth();
  const all = whole(histogram);
  const x = all && scale(all, width - 2, 1);
  const bars = useMemo(() => (all && width ? drawn(histogram.bars, x) : null), [histogram, width]);
  return html`<div class="histogram" ref=${ref}>
    ${bars && html`<svg width=${width} height=${HEIGHT} role="group" aria-label=${`Events over time, ${count(histogram.events)} in all; choose a window`}>
      ${ticks(x, 84).map((t) => html`<g class="tick-line" transform=${`translate(${t.x},0)`}><path d=${`M0 ${TOP}V${HEIGHT - FOOT}`} /><text y=${HEIGHT - 6} text-anchor=${t.x < 30 ? "start" : t.x > width - 34 ? "end" : "middle"}>${t.text}</text></g>`)}
      ${bars}
      <${Brush} x=${x} all=${all} window=${window} onBrush=${onBrush} step=${Math.max(DAY, Math.round((all[1] - all[0]) / 60 / DAY) * DAY)} />
    </svg>`}
    <p class="note span">${histogram.undated > 0 && `${count(histogram.undated)} without a day. `}${histogram.earlier > 0 && `${count(histogram.earlier)} of long ago not drawn.`}</p>
  </div>`;
}

function drawn(bars, x) {
  const up = max(bars, (b) => parts(b)[0] + parts(b)[1]) || 0, down = max(bars, (b) => parts(b)[2] + parts(b)[3]) || 0;
  const room = HEIGHT - FOOT - TOP, y = scaleLinear([0, Math.max(3, up + down)], [0, room]), zero = TOP + y(up);
  const made = bars.map((bar) => {
    const n = parts(bar), from = x(ms(bar.start)), wide = Math.max(1.5, x(ms(bar.end) + DAY) - from - (bars.length > 160 ? 0 : 1));
    const rect = (quad, value, at) => value > 0 && html`<rect class=${`q${quad}`} x=${from} y=${at} width=${wide} height=${Math.max(1, y(value))} />`;
    return html`<g><title>${bar.label}: ${n.map((v, i) => v && `${v} ${QUADS[i + 1]}`).filter(Boolean).join(", ")}</title>
      ${rect(1, n[0], zero - y(n[0]))}${rect(2, n[1], zero - y(n[0] + n[1]))}${rect(3, n[2], zero)}${rect(4, n[3], zero + y(n[2]))}</g>`;
  });
  return html`<g class="bars">${made}<path class="zero" d=${`M0 ${zero}H${x.range()[1]}`} /></g>`;
}

function Brush({ x, all, window, onBrush, step }) {
  const [draft, setDraft] = useState(null);
  const grip = useRef(null);
  const shown = draft || window || all, full = !draft && !window;
  const [a, b] = [x(shown[0]), x(shown[1])];
  const moment = (event) => +x.invert(Math.min(Math.max(event.clientX - event.currentTarget.ownerSVGElement.getBoundingClientRect().left, 0), x.range()[1]));
  const start = (event) => {
    const at = moment(event), near = 8 * (x.invert(1) - x.invert(0));
    const kind = !full && Math.abs(at - shown[0]) < near ? "from" : !full && Math.abs(at - shown[1]) < near ? "to" : !full && at > shown[0] && at < shown[1] ? "move" : "new";
    grip.current = { kind, at, window: shown, moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event) => {
    const g = grip.current;
    if (!g) return;
    const at = moment(event);
    g.moved ||= Math.abs(x(at) - x(g.at)) > 3;
    if (!g.moved) return;
    const next = pulled(g, at, all);
    setDraft(next);
    onBrush(next, false);
  };
  const end = () => {
    const g = grip.current;
    grip.current = null;
    if (g?.moved) onBrush(draft, true);
    else if (g?.kind === "new" || g?.kind === "move") onBrush(null, true);
    setDraft(null);
  };
  const key = (side) => (event) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 6, PageDown: -6 }[event.key];
    if (event.key === "Escape") return onBrush(null, true);
    if (!by) return undefined;
    event.preventDefault();
    const next = [...shown];
    next[side] += by * step;
    return next[1] - next[0] >= DAY && onBrush(within(clipped(next, all), all), true);
  };
  const handle = (side, at, name) => html`<g class="grip" tabindex="0" role="slider" aria-label=${name} aria-valuemin=${all[0] / DAY} aria-valuemax=${all[1] / DAY} aria-valuenow=${Math.round(shown[side] / DAY)} aria-valuetext=${day(shown[side] - side * DAY)} transform=${`translate(${at},0)`} onKeyDown=${key(side)}><path d=${`M0 2V${HEIGHT - FOOT}`} /><rect x=${side ? 0 : -7} y=${(HEIGHT - FOOT) / 2 - 12} width="7" height="24" rx="3.5" /></g>`;
  return html`<g class=${`brush ${full ? "full" : ""}`}>
    <rect class="out" x="0" y="0" width=${Math.max(0, a)} height=${HEIGHT - FOOT} /><rect class="out" x=${b} y="0" width=${Math.max(0, x.range()[1] - b)} height=${HEIGHT - FOOT} />
    <rect class="catch" x="0" y="0" width=${x.range()[1]} height=${HEIGHT} onPointerDown=${start} onPointerMove=${move} onPointerUp=${end} onPointerCancel=${end} />
    ${handle(0, a, "First day of the window")}${handle(1, b, "Last day of the window")}
  </g>`;
}

const clipped = (window, all) => [Math.max(window[0], all[0]), Math.min(window[1], all[1])];

function pulled(grip, at, all) {
  const [from, to] = grip.window;
  if (grip.kind === "move") return within([from + at - grip.at, to + at - grip.at], all);
  const [a, b] = grip.kind === "from" ? [at, to] : grip.kind === "to" ? [from, at] : [grip.at, at];
  return within(clipped([Math.min(a, b), Math.max(a, b) + 1], all), all);
}
