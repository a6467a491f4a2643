// How one real-world event is shown wherever it is met: in one line, how it stands, when, who says so, the words, and the ways on.
import { html, useEffect, useRef } from "../vendor.js";
import { CODES, QUADS, STATUS } from "./marks.js";
import { Answer, Status, Words, plural } from "./parts.js";
import { useAsk } from "./source.js";
import { address } from "./state.js";
import { words } from "./time.js";

/** How many tell it. */
export const told = (entry) => `${plural(entry.outlets.length, "outlet")}, ${plural(entry.origins.length, "origin")}`;

/** An entry with its words; the line leads to the words in the article, "tellings" to all who tell it. */
export function Entry({ entry, open = false, onPick, chosen = false }) {
  const article = address("article", entry.article, { at: entry.id });
  return html`<article class=${`entry q${entry.quad} ${chosen ? "chosen" : ""}`} data-entry=${entry.id}>
    <p class="when"><span>${entry.day || "no day given"}</span>${onPick && html`<button type="button" class="quiet show" onClick=${() => onPick(entry.id)} aria-label=${`Show the words of: ${entry.line}`}>words</button>`}</p>
    <h3 class="line"><a href=${article}>${entry.line}</a></h3>
    <p class="stand"><${Status} status=${entry.status} quad=${entry.quad} words=${entry.standing} />${entry.source !== "article" && html`<span>says: ${entry.source}</span>`}
      <a href=${address("event", entry.id)}>${entry.outlets.length > 1 ? told(entry) : `${outlet(entry)}${entry.tellings.length > 1 ? `, ${entry.tellings.length} tellings` : ""}`}</a></p>
    ${open && html`<${Body} entry=${entry} article=${article} />`}
    <${Doubts} entry=${entry} />
  </article>`;
}

/** The one outlet of an event; an article without one is its own. */
const outlet = ({ outlets, articles }) => (outlets[0] && !articles.includes(outlets[0]) ? outlets[0] : "outlet not stated");

function Body({ entry, article }) {
  return html`<blockquote><${Words}>${entry.quote}<//></blockquote>
    <dl class="facts">
      <dt>says</dt><dd>${entry.source === "article" ? "the article itself" : entry.source}</dd>
      ${entry.condition && html`<dt>on condition</dt><dd>${entry.condition}</dd>`}
      ${entry.where && html`<dt>where</dt><dd>${place(entry.where)}</dd>`}
      <dt>kind</dt><dd>${CODES[entry.code] || entry.code}${entry.mode ? `, ${entry.mode}` : ""} <small>(${entry.code}, ${QUADS[entry.quad]})</small></dd>
    </dl>
    <p class="ways"><a class="button" href=${article}>Read the words in the article</a><a href=${address("event", entry.id)}>All tellings</a></p>`;
}

export const place = (where) => (where.precision === "country" ? `${where.name}, as a country` : where.precision === "region" ? `${where.name}, a region` : where.name);

/** What stands against an event as it is shown. */
export function Doubts({ entry }) {
  if (!entry.denied_by.length && !entry.conflicts.length) return null;
  return html`<ul class="doubts">
    ${entry.denied_by.length > 0 && html`<li>denied by ${entry.denied_by.join(", ")}</li>`}
    ${entry.conflicts.map((c) => html`<li>tellings do not agree on ${c.about || "this"}: ${c.reason}</li>`)}
  </ul>`;
}

/** The event of a mark, asked for by its id, with its words. */
export function Chosen({ id, onClose }) {
  const answer = useAsk("entries", { id: [id] });
  const entry = answer.value?.entries[0], box = useRef();
  useEffect(() => box.current.scrollIntoView({ block: "nearest" }), [id, entry]);
  return html`<section class="picked" ref=${box} aria-label="Chosen event" aria-live="polite">
    <header><h2>Chosen event</h2><button type="button" class="quiet" onClick=${onClose} aria-label="Close the chosen event">✕</button></header>
    <${Answer} of=${answer} what="this event">${entry && html`<${Entry} entry=${entry} open />`}<//>
  </section>`;
}

/** Several events by their ids, at most as many as a page holds. */
export function Several({ ids, title, onClose }) {
  const answer = useAsk(ids.length ? "entries" : null, { id: ids.slice(0, 60) });
  return html`<section class="picked" aria-label=${title}>
    <header><h2>${title}</h2>${onClose && html`<button type="button" class="quiet" onClick=${onClose} aria-label="Close">✕</button>`}</header>
    <${Answer} of=${answer} what="these events">
      ${answer.value?.entries.map((entry) => html`<${Entry} key=${entry.id} entry=${entry} open=${ids.length === 1} />`)}
      ${ids.length > 60 && html`<p class="note">The first 60 of ${ids.length}.</p>`}
    <//>
  </section>`;
}

/** The latest first; what has no day comes last. */
export const latest = (entries) => [...entries.filter((e) => e.when).reverse(), ...entries.filter((e) => !e.when)];

/** A mark in one line, made from what it holds itself: no question needed. */
export function sketch(mark, sides) {
  const name = (id) => sides.get(id)?.name || id;
  const list = (ids) => ids.map(name).join(", ");
  const act = CODES[mark.code] || mark.code.toLowerCase();
  const parties = mark.recipients.length ? `${list(mark.actors) || "not said who"} → ${list(mark.recipients)}` : list(mark.actors) || "not said who";
  return `${parties}: ${act}. ${words(mark.when)}, ${STATUS[mark.status].words}${mark.outlets > 1 ? `, ${mark.outlets} outlets` : ""}${mark.denied ? ", denied by others" : ""}`;
}
