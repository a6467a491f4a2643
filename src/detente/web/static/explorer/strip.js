// A small timeline of one row: the events of a dossier or pair at a glance, each a link to its words.
import { html, useMemo } from "../vendor.js";
import { STATUS, outline } from "./marks.js";
import { useWidth } from "./parts.js";
import { address } from "./state.js";
import { DAY, scale, span, ticks } from "./time.js";

const HEIGHT = 96, FOOT = 20, MOST = 600;

/** Events as marks, cooperation above the line, conflict below; those of most outlets nearest to it. */
export function Strip({ entries, label }) {
  const [ref, width] = useWidth();
  const dated = useMemo(() => entries.map((e) => ({ e, s: span(e.when) })).filter((one) => one.s).slice(-MOST), [entries]);
  const x = useMemo(() => {
    if (!dated.length || !width) return null;
    const from = dated.map((d) => d.s[0]).sort((a, b) => a - b), first = from[Math.floor(from.length / 12)], last = Math.max(...dated.map((d) => Math.min(d.s[1], d.s[0] + 400 * DAY)));
    return scale([first, last], width - 14, 14);
  }, [dated, width]);
  if (entries.length && !dated.length) return html`<p class="note">None of its events has a day.</p>`;
  return html`<div class="strip" ref=${ref}>${x && html`<svg width=${width} height=${HEIGHT} role="group" aria-label=${label}>
    ${ticks(x, 90).map((t) => html`<g class="tick-line" transform=${`translate(${t.x},0)`}><path d=${`M0 0V${HEIGHT - FOOT}`} /><text y=${HEIGHT - 5} text-anchor=${t.x < 34 ? "start" : t.x > width - 34 ? "end" : "middle"}>${t.text}</text></g>`)}
    <path class="zero" d=${`M0 ${(HEIGHT - FOOT) / 2}H${width}`} />${placed(dated, x)}</svg>`}</div>`;
}

function placed(dated, x) {
  const ends = { up: [], down: [] }, middle = (HEIGHT - FOOT) / 2;
  return dated.filter(({ s }) => x(s[1]) >= 14).map(({ e, s }) => {
    const a = Math.max(x(s[0]), 14), b = Math.min(x(s[1]), x.range()[1]), at = (a + b) / 2, side = e.quad < 3 ? "up" : "down";
    let row = ends[side].findIndex((end) => end < at - 6);
    if (row < 0) row = Math.min(ends[side].length, 2);
    ends[side][row] = at + 6;
    const y = middle + (side === "up" ? -1 : 1) * (9 + row * 12);
    return html`<a key=${e.id} href=${address("article", e.article, { at: e.id })} class=${`mark ${e.status} q${e.quad}`} aria-label=${`${e.line}, ${e.day || "no day"}, ${STATUS[e.status].words}`}>
      <title>${e.day}: ${e.line} (${e.standing})</title>${b - a > 14 && html`<path class="extent" d=${`M${a} ${y}H${b}`} />`}<path transform=${`translate(${at},${y})`} d=${outline(e.status, 3.6 + Math.min(2, Math.log2(Math.max(1, e.outlets.length))))} /></a>`;
  });
}
