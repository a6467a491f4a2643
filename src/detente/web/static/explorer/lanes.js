// Lanes of the timeline: who takes part in what, and where each mark lies so that none hides another; crowded lanes become bars.
import { CODES } from "./marks.js";
import { DAY, meets, span } from "./time.js";

export const PITCH = 17, ROWS = 8, FEW = 40, CROWD = 58, BIN = 12;

/** Marks by actor or by dyad, once for all windows; those with most marks first. Marks without a day are in `undated`. */
export function laned(marks, by) {
  const held = new Map(), undated = [];
  for (const mark of marks) {
    const s = span(mark.when);
    if (!s) {
      undated.push(mark);
      continue;
    }
    for (const key of keys(mark, by)) {
      if (!held.has(key)) held.set(key, []);
      held.get(key).push({ mark, from: s[0], to: s[1] });
    }
  }
  const lanes = [...held].map(([key, items]) => ({ key, ids: JSON.parse(key), items }));
  lanes.sort((a, b) => b.items.length - a.items.length || (a.key < b.key ? -1 : 1));
  return { lanes, undated };
}

function keys(mark, by) {
  if (by === "actor") return [...new Set([...mark.actors, ...mark.recipients])].map((id) => JSON.stringify([id]));
  return [...new Set(pairs(mark).map(([a, b]) => JSON.stringify([a, b].sort())))];
}

/** Between whom a mark passes: from each actor to each recipient; of a mutual act each two parties once. */
export function pairs(mark) {
  if (!mark.mutual) return mark.actors.flatMap((a) => mark.recipients.filter((b) => b !== a).map((b) => [a, b]));
  const all = [...new Set([...mark.actors, ...mark.recipients])].sort();
  return all.flatMap((a, n) => all.slice(n + 1).map((b) => [a, b]));
}

/** The size of a mark by how many outlets tell it. */
export const radius = (mark) => 4 + Math.min(3, Math.log2(Math.max(1, mark.outlets))) * 1.15;

/** Lanes laid out for a window: each with its top and height, and its marks placed or its bars. `most` lanes at most. */
export function laid(lanes, window, x, { most, head, names }) {
  const out = [], live = lanes.map((lane) => ({ lane, items: lane.items.filter((i) => meets([i.from, i.to], window)) })).filter((l) => l.items.length);
  const wordy = live.slice(0, most).reduce((n, l) => n + l.items.length, 0) <= 90;
  let top = 0;
  for (const { lane, items } of live.slice(0, most)) {
    const placed = packed(items, x, wordy && ((mark) => label(mark, lane.ids, names)));
    const inner = placed ? Math.max(27, placed.rows * PITCH) : CROWD;
    out.push({ ...lane, count: items.length, top, height: inner + head + 12, body: top + head + 6, marks: placed?.marks, bars: placed ? null : barred(items, x) });
    top += inner + head + 12;
  }
  return { lanes: out, height: top, hidden: Math.max(0, live.length - most) };
}

/** What is said beside a mark where there is room: what is done, and the others. */
function label(mark, ids, names) {
  const others = [...new Set([...mark.recipients, ...mark.actors])].filter((id) => !ids.includes(id)).map((id) => names.get(id)?.name || id);
  const act = CODES[mark.code] || mark.code.toLowerCase();
  const to = ids.some((id) => mark.actors.includes(id));
  if (!others.length) return act;
  return to || mark.mutual ? `${act}: ${others.join(", ")}` : `${others.join(", ")} ${act}`;
}

function packed(items, x, words) {
  const most = items.length <= FEW ? FEW : ROWS, ends = [], marks = [], [left, right] = x.range();
  const sized = items.map((item) => sizes(item, x, left, right));
  sized.sort((a, b) => (a.end - a.x > 0.4 * (right - left)) - (b.end - b.x > 0.4 * (right - left)) || a.x - b.x);
  for (const one of sized) {
    const text = words ? cut(words(one.mark)) : "";
    const room = text && one.at + one.r + 6 + text.length * 6.1;
    const from = Math.min(one.x, one.at - one.r) - 2, to = Math.max(one.end, one.at + one.r, room && room < right ? room : 0) + 3;
    let row = ends.findIndex((end) => end <= from);
    if (row < 0) row = ends.length;
    if (row >= most) return null;
    ends[row] = to;
    marks.push({ ...one, row, text: room < right ? text : "" });
  }
  return { marks, rows: ends.length };
}

const cut = (text) => (text.length > 34 ? `${text.slice(0, 33).trimEnd()}…` : text);

function sizes({ mark, from, to }, x, left, right) {
  const a = Math.max(left, x(from)), b = Math.min(right, x(to)), r = radius(mark);
  return { mark, x: a, end: b, loose: to - from > DAY, r, at: Math.min(Math.max((a + b) / 2, left + r), right - r) };
}

function barred(items, x) {
  const bins = new Map(), left = x.range()[0];
  for (const item of items) {
    const at = Math.max(0, Math.floor((x(item.from) - left) / BIN));
    if (!bins.has(at)) bins.set(at, { x: left + at * BIN, up: 0, down: 0, marks: [] });
    const bin = bins.get(at);
    bin.marks.push(item.mark);
    if (item.mark.quad < 3) bin.up += 1;
    else bin.down += 1;
  }
  return [...bins.values()].sort((a, b) => a.x - b.x);
}
