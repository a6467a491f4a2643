// The story: all events over time, a window on them, the timeline of the window, and the words of what is chosen beside it.
import { html, useEffect, useMemo, useRef, useState } from "../vendor.js";
import { Chosen, Entry, Several } from "./entry.js";
import { Filters } from "./filters.js";
import { Histogram, dense, whole } from "./histogram.js";
import { KINDS, STATUS, Sign, WAYS } from "./marks.js";
import { Answer, Choice, Day, Nothing, Title, count, known, plural } from "./parts.js";
import { useAsk, useMore } from "./source.js";
import { address, asked, changed, go } from "./state.js";
import { Timeline } from "./timeline.js";
import { DAY, between, day, iso, zoomed } from "./time.js";

const FEW = 60;
const COUNTED = ["actual", "planned"];

export function Story({ at, summary }) {
  const all = useAsk("story", asked(at.query, ["since", "until"]));
  const [time, first] = useMemo(() => opened(all.value, at.query.get("span") === "all"), [all.value, at.query.get("span")]);
  const cut = all.value && all.value.bound.total !== all.value.bound.shown, days = at.query.has("since") || at.query.has("until") ? {} : first !== time ? inDays(first) : null;
  const part = useAsk(cut && days ? "story" : null, { ...asked(at.query), ...days });
  const story = (cut && days && part.value) || all.value;
  return html`<${Title} name="Story" aside=${html`<${Lead} summary=${summary} />`}>${summary?.name.replace(/\.(db|store|sqlite|jsonl|json)$/, "") || "Story"}<//>
    <${Filters} />
    <${Answer} of=${all} what="the story">${story && html`<${Window} at=${at} all=${all.value} story=${story} time=${time} first=${first} waiting=${Boolean(cut && days) && part.busy} />`}<//>`;
}

/** All time, and the window in which a story opens: where most is told, if that is more than a look takes in. */
function opened(story, all) {
  const time = story ? whole(story.histogram) : null;
  return [time, time && !all && story.histogram.events > FEW ? dense(story.histogram, time) : time];
}

const inDays = (window) => ({ since: iso(window[0]), until: iso(window[1] - DAY) });

function Lead({ summary }) {
  if (!summary) return null;
  const { articles, events, statements } = summary.counts;
  return html`<p class="lead">${plural(events, "event")} and ${plural(statements, "statement")} in ${plural(articles, "article")}${summary.published && html`, published <${Day} day=${summary.published[0]} /> to <${Day} day=${summary.published[1]} />`}.</p>`;
}

function Window({ at, all, story, time, first, waiting }) {
  const set = at.query.has("since") || at.query.has("until");
  const [draft, setDraft] = useState(null);
  const window = draft || (time && (set ? between(at.query.get("since"), at.query.get("until"), time) : first));
  const part = time && (set || first !== time);
  const sides = useMemo(() => known(story.sides), [story]);
  const by = at.query.get("by") === "dyad" ? "dyad" : "actor";
  const frame = useRef(0);
  const rest = useRef(0);
  const settle = (next) => {
    setDraft(null);
    go(changed(at, next ? { ...inDays(next), span: null } : { since: null, until: null, span: "all" }), { replace: true });
  };
  const brush = (next, done) => {
    cancelAnimationFrame(frame.current);
    if (done) settle(next);
    else frame.current = requestAnimationFrame(() => setDraft(next));
  };
  const move = (next) => {
    setDraft(next);
    clearTimeout(rest.current);
    rest.current = setTimeout(() => settle(next), 250);
  };
  useEffect(() => () => clearTimeout(rest.current), []);
  const pick = (id) => go(changed(at, { at: id, many: null }), { replace: true });
  if (!all.histogram.events) return html`<${Nothing}>No event fits. ${at.query.size ? "Take off a filter to see more." : "Not found in these articles."}<//>`;
  return html`<div class=${waiting ? "story-grid busy" : "story-grid"} aria-busy=${waiting ? "true" : undefined}>
    <section class="time" aria-label="Events over time">
      ${time && html`<${Histogram} histogram=${all.histogram} window=${part || draft ? window : null} onBrush=${brush} />
      <div class="tools">
        <p class="window" aria-live="polite">${day(window[0])} – ${day(window[1] - DAY)}</p>
        <div class="choice" role="group" aria-label="Zoom">
          <button type="button" onClick=${() => move(zoomed(window, 0.5, (window[0] + window[1]) / 2, time))} aria-label="Nearer">+</button>
          <button type="button" onClick=${() => move(zoomed(window, 2, (window[0] + window[1]) / 2, time))} aria-label="Further">−</button>
          ${part && html`<button type="button" onClick=${() => settle(null)}>All time</button>`}
        </div>
        <${Choice} label="Lanes" value=${by} options=${[["actor", "Actors"], ["dyad", "Pairs"]]} onChange=${(value) => go(changed(at, { by: value === "dyad" ? value : null }), { replace: true })} />
      </div>
      <${Legend} at=${at} />
      <${Timeline} marks=${story.marks} sides=${sides} window=${window} all=${time} by=${by} chosen=${at.query.get("at")} onPick=${pick} onMany=${(ids) => go(changed(at, { at: null, many: ids }), { replace: true })} onWindow=${move} />`}
      ${story.bound.total !== story.bound.shown && html`<p class="note">${count(story.bound.shown)} of ${story.bound.total === null ? "many" : count(story.bound.total)} events are drawn as marks; the bars above count them all. Choose a shorter window to see every one.</p>`}
    </section>
    <aside class="beside" aria-label="Events in words">
      ${at.query.get("at") && html`<${Chosen} id=${at.query.get("at")} onClose=${() => pick(null)} />`}
      ${at.query.has("many") && html`<${Several} ids=${at.query.getAll("many")} title=${plural(at.query.getAll("many").length, "event")} onClose=${() => pick(null)} />`}
      <${Listed} at=${at} window=${part ? first : null} onPick=${pick} />
    </aside>
  </div>
  <${Stories} at=${at} />`;
}

/** The colours of kinds of event. */
export const Colours = () => html`<ul class="kinds" aria-label="Colours">${KINDS.map(([name, quads]) => html`<li><b>${name}</b>${quads.map((q) => html`<i class=${`swatch q${q}`}></i>${WAYS[q]} `)}</li>`)}</ul>`;

/** The signs, which are also switches. */
function Legend({ at }) {
  const all = Object.keys(STATUS), given = at.query.getAll("status"), set = given.length ? given : at.query.has("all") ? all : COUNTED;
  const turn = (key) => {
    const next = all.filter((s) => (s === key ? !set.includes(s) : set.includes(s)));
    const plain = next.length === 0 || next.join() === COUNTED.join();
    go(changed(at, { status: plain || next.length === all.length ? null : next, all: next.length === all.length ? "1" : null }), { replace: true });
  };
  return html`<div class="legend">
    <div role="group" aria-label="Show by status">${all.map((key) => html`<button type="button" class="sort" title=${STATUS[key].words} aria-pressed=${set.includes(key) ? "true" : "false"} onClick=${() => turn(key)}><${Sign} status=${key} />${STATUS[key].name}</button>`)}</div>
    <${Colours} />
    <p class="note">A long line: dated no closer. A second ring: several outlets.</p>
  </div>`;
}

/** The events of the window in words: what the marks say, for everybody. */
function Listed({ at, window, onPick }) {
  const time = window && !at.query.has("since") && !at.query.has("until") ? inDays(window) : {};
  const list = useMore("events", { ...asked(at.query), ...time, limit: 30 }, "entries");
  return html`<section class="listed" aria-label="Events in this window">
    <h2>${window || at.query.has("since") ? "In this window" : "All events"}</h2>
    <${Answer} of=${{ ...list, value: list.pages[0] }} what="the events">
      ${list.rows.map((entry) => html`<${Entry} key=${entry.id} entry=${entry} onPick=${onPick} chosen=${entry.id === at.query.get("at")} />`)}
      ${!list.rows.length && html`<${Nothing} />`}
      ${list.more && html`<button type="button" class="button wide" onClick=${list.more}>More events</button>`}
    <//>
  </section>`;
}

/** Articles that tell the same, newest first. */
function Stories({ at }) {
  const answer = useAsk("stories", asked(at.query));
  const [all, setAll] = useState(false);
  const stories = answer.value?.stories.stories || [];
  if (!answer.error && !stories.length) return null;
  return html`<section class="stories" aria-label="Articles that tell the same"><h2>What the articles tell together</h2>
    <${Answer} of=${answer} what="the stories"><ol>
      ${stories.slice(0, all ? 60 : 6).map((s) => html`<li key=${s.id}><h3><a href=${address("article", s.first.id)}>${s.title}</a></h3>
        <p class="note">${plural(s.articles, "article")}, ${plural(s.outlets, "outlet")}${s.copies > 0 ? `, ${plural(s.copies, "copy", "copies")}` : ""}${s.days.length ? `, ${s.days[0].words}${s.days.length > 1 ? ` – ${s.days.at(-1).words}` : ""}` : ""}</p>
        <ul>${s.events.slice(0, 3).map((e) => html`<li><a href=${address("event", e.id)}>${e.line}</a></li>`)}</ul></li>`)}
    </ol>${stories.length > 6 && html`<button type="button" class="quiet" onClick=${() => setAll(!all)}>${all ? "Fewer" : `All ${stories.length}`}</button>`}<//>
  </section>`;
}
