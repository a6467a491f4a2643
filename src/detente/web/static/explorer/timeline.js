// The timeline of a window: lanes by actor or dyad; pointer, wheel and keys go from mark to mark and from decade to day.
import { html, useEffect, useMemo, useRef, useState } from "../vendor.js";
import { sketch } from "./entry.js";
import { laid, laned } from "./lanes.js";
import { onScheme } from "./marks.js";
import { middle, paint, under } from "./paint.js";
import { plural, useWidth } from "./parts.js";
import { address, carried, useHere } from "./state.js";
import { meets, scale, span, ticks as ticked, zoomed } from "./time.js";

const FEW = 12;

export function Timeline({ marks, sides, window, all, by, chosen, onPick, onMany, onWindow }) {
  const [ref, width] = useWidth(), [most, setMost] = useState(FEW), canvas = useRef(), [hot, setHot] = useState(null), [dark, setDark] = useState(0);
  const slim = width < 640, left = slim ? 6 : 196;
  const lanes = useMemo(() => laned(marks, by), [marks, by]);
  const x = useMemo(() => scale(window, width - 8, left), [window[0], window[1], width]);
  const plan = useMemo(() => (width ? laid(lanes.lanes, window, x, { most, head: slim ? 18 : 0, names: sides }) : null), [lanes, x, most]);
  const ticks = useMemo(() => ticked(x, slim ? 84 : 110), [x]);
  useEffect(() => onScheme(() => setDark((n) => n + 1)), []);
  useEffect(() => {
    if (!plan) return;
    paint(canvas.current, plan, { ticks, width, chosen, hot: hot?.mark?.mark.id });
    if (!performance.getEntriesByName("story").length) performance.mark("story");
  }, [plan, ticks, chosen, hot, dark]);
  useWheel(canvas, (by, at) => onWindow(zoomed(window, by, +x.invert(at), all)), [window, x]);
  const find = (event) => {
    const box = canvas.current.getBoundingClientRect();
    return under(plan, event.clientX - box.left, event.clientY - box.top);
  };
  const pick = (found) => {
    if (found?.mark) onPick(found.mark.mark.id);
    else if (found?.bin) {
      if (found.bin.marks.length > 60) onWindow(zoomed(window, 0.18, +x.invert(found.bin.x), all));
      else onMany(found.bin.marks.map((m) => m.id));
    }
  };
  const hover = (event) => {
    const found = find(event);
    if (found?.mark !== hot?.mark || found?.bin !== hot?.bin) setHot(found);
  };
  const keys = useKeys({ plan, hot, setHot, pick, zoom: (by) => onWindow(zoomed(window, by, hot?.mark ? +x.invert(hot.mark.at) : (window[0] + window[1]) / 2, all)), close: () => onPick(null) });
  const undated = lanes.undated.length, dated = marks.filter((m) => meets(span(m.when) || [0, 0], window)).length;
  return html`<div class="timeline" ref=${ref}>
    <div class="axis" aria-hidden="true">${ticks.map((t) => html`<span style=${{ left: `${t.x}px` }} >${t.x < width - 64 && t.text}</span>`)}</div>
    <div class="lanes" style=${{ height: `${plan?.height || 0}px` }}>
      <canvas ref=${canvas} tabindex="0" role="application" aria-roledescription="timeline" aria-label=${`Timeline, ${plural(dated, "dated event")} in ${plural(plan?.lanes.length || 0, "lane")}. Arrow keys go from mark to mark, Enter shows its words, plus and minus zoom.`}
        onPointerMove=${hover} onPointerLeave=${() => setHot(null)} onClick=${(e) => pick(find(e))} onKeyDown=${keys} class=${hot ? "hot" : ""}></canvas>
      ${plan?.lanes.map((lane) => html`<${Name} key=${lane.key} lane=${lane} sides=${sides} slim=${slim} />`)}
      ${hot && html`<${Hint} hot=${hot} sides=${sides} width=${width} />`}
    </div>
    ${plan && !plan.lanes.length && html`<p class="nothing">No event with a day in this window.</p>`}
    <p class="under">${plan?.hidden > 0 && html`<button type="button" class="quiet" onClick=${() => setMost(most + FEW)}>${plural(plan.hidden, "more lane")}</button>`}${undated > 0 && html`<span>${plural(undated, "event")} without a day: listed last.</span>`}</p>
    <span class="unseen" role="status">${hot?.mark ? sketch(hot.mark.mark, sides) : hot?.bin ? plural(hot.bin.marks.length, "event") : ""}</span>
  </div>`;
}

function Name({ lane, sides, slim }) {
  const query = carried(useHere().query);
  query.delete("actor");
  if (lane.ids.length === 2) lane.ids.forEach((id, n) => query.set("ab"[n], id));
  const name = lane.ids.map((id) => sides.get(id)?.name || id).join(" – ");
  const href = lane.ids.length === 1 ? address("actor", lane.ids[0], query) : address("dyad", "", query);
  return html`<a class=${slim ? "lane slim" : "lane"} style=${{ top: `${lane.top + 2}px` }} href=${href} title=${name}><span>${name}</span><small>${lane.count}</small></a>`;
}

function Hint({ hot, sides, width }) {
  const mark = hot.mark, at = mark ? mark.at : hot.bin.x, y = mark ? middle(hot.lane, mark) : hot.lane.body;
  const side = at > width * 0.6 ? { right: `${width - at + 12}px` } : { left: `${at + 14}px` };
  return html`<div class="hint" style=${{ top: `${y + 12}px`, ...side }} aria-hidden="true">${mark ? sketch(mark.mark, sides) : `${plural(hot.bin.marks.length, "event")}: ${hot.bin.up} cooperative, ${hot.bin.down} hostile`}</div>`;
}

/** Zooms with the wheel while a control key is held, so that the page can still be scrolled over it. */
function useWheel(canvas, call, needs) {
  useEffect(() => {
    const element = canvas.current;
    const turn = (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      call(event.deltaY > 0 ? 1.25 : 0.8, event.clientX - element.getBoundingClientRect().left);
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, needs);
}

/** Keys: left and right in time, up and down between lanes, Enter for the words, plus and minus for the window. */
function useKeys({ plan, hot, setHot, pick, zoom, close }) {
  const items = (lane) => (lane.bars ? lane.bars.map((bin) => ({ lane, bin })) : [...lane.marks].sort((a, b) => a.at - b.at || a.row - b.row).map((mark) => ({ lane, mark })));
  const where = (found) => found.mark?.at ?? found.bin.x;
  const same = (a, b) => a.mark === b.mark && a.bin === b.bin;
  const step = (by) => {
    const lane = hot?.lane || plan.lanes[0], all = items(lane), now = hot ? all.findIndex((one) => same(one, hot)) : -1;
    setHot(all[Math.min(Math.max(now + by, 0), all.length - 1)]);
  };
  const change = (by) => {
    const lanes = plan.lanes, now = hot ? lanes.indexOf(hot.lane) : -1, lane = lanes[Math.min(Math.max(now + by, 0), lanes.length - 1)];
    const at = hot ? where(hot) : 0;
    setHot(items(lane).reduce((best, one) => (Math.abs(where(one) - at) < Math.abs(where(best) - at) ? one : best)));
  };
  const acts = { ArrowRight: () => step(1), ArrowLeft: () => step(-1), ArrowDown: () => change(1), ArrowUp: () => change(-1), Enter: () => pick(hot), " ": () => pick(hot), "+": () => zoom(0.5), "=": () => zoom(0.5), "-": () => zoom(2), Escape: close, Home: () => step(-1e9), End: () => step(1e9) };
  return (event) => {
    if (!acts[event.key] || !plan?.lanes.length || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    acts[event.key]();
  };
}
