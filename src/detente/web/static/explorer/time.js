// Time as the explorer draws it: days as milliseconds, spans with their precision, steps, and ticks that fit a width.
import { scaleUtc, utcDay, utcFormat, utcMonday, utcMonth, utcYear } from "../vendor.js";

export const DAY = 86400000;

/** The first moment of an ISO day. */
export const ms = (day) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);

/** The ISO day of a moment. */
export const iso = (moment) => new Date(Math.max(moment, -62135596800000)).toISOString().slice(0, 10);

/** First moment and the one after the last of what a text says; a side it leaves open is the other one. Null: no day. */
export function span(when) {
  const start = when && (when.start || when.end);
  if (!start) return null;
  const from = ms(start), to = ms(when.end || when.start) + DAY;
  return Number.isNaN(from) || Number.isNaN(to) ? null : [from, Math.max(to, from + DAY)];
}

const full = utcFormat("%-d %b %Y"), month = utcFormat("%b %Y"), year = utcFormat("%Y");

/** A day in words. */
export const day = (moment) => full(new Date(moment));

/** A span in as few words as say it. */
export function words(when) {
  const s = span(when);
  if (!s) return "no day given";
  const [from, to] = [s[0], s[1] - DAY];
  if (when.precision === "year" || when.precision === "decade") return year(from) === year(to) ? year(from) : `${year(from)} – ${year(to)}`;
  if (when.precision === "month" && month(from) === month(to)) return month(from);
  return from === to ? day(from) : `${day(from)} – ${day(to)}`;
}


/** Ticks of a scale, about one in `room` pixels, with words; none twice. */
export function ticks(scale, room = 90) {
  const [from, to] = scale.domain().map(Number), [a, b] = scale.range();
  const found = scale.ticks(Math.max(2, Math.floor((b - a) / room)));
  const gap = found.length > 1 ? found[1] - found[0] : to - from;
  const format = gap >= 360 * DAY ? year : gap >= 27 * DAY ? month : (t) => utcFormat(t.getUTCFullYear() === found[0].getUTCFullYear() && t !== found[0] ? "%-d %b" : "%-d %b %Y")(t);
  const seen = new Set();
  const made = found.filter((t) => +t === +utcDay.floor(t) && !seen.has(format(t)) && seen.add(format(t))).map((t) => ({ at: +t, x: scale(t), text: format(t) }));
  const every = made.length > 1 ? Math.ceil((0.92 * room) / (made[1].x - made[0].x)) : 1;
  return made.filter((_, n) => n % every === 0);
}

/** A scale of time on pixels. */
export const scale = (window, width, left = 0) => scaleUtc([new Date(window[0]), new Date(window[1])], [left, Math.max(left + 1, width)]);

/** Whether a span and a window share a moment. */
export const meets = (s, window) => s[0] < window[1] && s[1] > window[0];

/** The window of two days that may be missing, inside what there is. */
export function between(since, until, whole) {
  const from = since ? ms(since) : whole[0], to = until ? ms(until) + DAY : whole[1];
  return from < to ? [from, to] : [from, from + DAY];
}

/** The window made narrower (`by` < 1) or wider around a moment, no narrower than a day, no wider than `most`. */
export function zoomed(window, by, around, most) {
  const size = Math.min(Math.max((window[1] - window[0]) * by, DAY), most[1] - most[0]);
  const share = (around - window[0]) / (window[1] - window[0]);
  return within([around - size * share, around + size * (1 - share)], most);
}

/** The window moved so that it lies in `most`, on whole days. */
export function within(window, most) {
  const size = Math.min(window[1] - window[0], most[1] - most[0]);
  const from = Math.min(Math.max(window[0], most[0]), most[1] - size);
  const start = +utcDay.floor(new Date(from));
  return [start, Math.max(start + DAY, +utcDay.ceil(new Date(from + size)))];
}

/** The first moments of steps, as the server cuts them. */
export const STEPS = { day: utcDay, week: utcMonday, month: utcMonth, quarter: utcMonth.every(3), year: utcYear, decade: utcYear.every(10) };
