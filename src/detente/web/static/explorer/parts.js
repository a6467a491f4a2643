// Small parts that every page is made of: links to records, what is busy, empty or refused, choices, copied words.
import { html, useEffect, useRef, useState } from "../vendor.js";
import { Sign } from "./marks.js";
import { address, carried, useHere } from "./state.js";

/** An actor by its side, linked to its dossier; the filters come along. */
export function Who({ side, id, sides }) {
  const found = side || sides?.get(id);
  const at = useHere();
  const query = carried(at.query);
  query.delete("actor");
  return html`<a class="who" href=${address("actor", found?.id || id, query)}>${found?.name || id}</a>`;
}

/** Sides by their ids. */
export const known = (sides = []) => new Map(sides.map((side) => [side.id, side]));

/** An article by its headline; `at` is a record whose words are shown there. */
export function Source({ article, at }) {
  return html`<a class="article-link" href=${address("article", article.id, at ? { at } : {})}>${article.title}</a>`;
}

/** Outlet and day of an article. */
export const Imprint = ({ article }) => html`<span class="imprint">${article.outlet}${article.published ? html`, <${Day} day=${article.published} />` : ", no date"}</span>`;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** A day as people write it. */
export function Day({ day }) {
  const [year, month, date] = day.slice(0, 10).split("-").map(Number);
  return html`<time datetime=${day.slice(0, 10)}>${date} ${MONTHS[month - 1]} ${year}</time>`;
}

/** How a record stands: sign and words. */
export const Status = ({ status, quad, words }) => html`<span class="status"><${Sign} status=${status} quad=${quad} />${words}</span>`;

/** What is not there yet, or was refused; else what is inside. */
export function Answer({ of, children, what = "this" }) {
  if (of.error) return html`<div class="refused" role="alert"><p><b>${what[0].toUpperCase() + what.slice(1)} cannot be shown.</b></p><p>${of.error.message}</p></div>`;
  if (of.value === undefined && !of.pages?.length) return html`<p class="wait" role="status">Loading …</p>`;
  return html`<div class=${of.busy ? "answer busy" : "answer"} aria-busy=${of.busy ? "true" : undefined}>${children}</div>`;
}

/** How much of what fits is shown, where it is not all. */
export function Bounded({ bound }) {
  if (!bound || bound.total === bound.shown) return null;
  const of = bound.total === null ? "more than are counted" : count(bound.total);
  return html`<p class="note">Made from ${count(bound.shown)} of ${of} ${bound.what}. Narrow the filters to see the rest.</p>`;
}

/** Nothing was found; never said to mean that nothing was. */
export const Nothing = ({ children }) => html`<p class="nothing">${children || "Not found in these articles."}</p>`;

export const count = (n) => n.toLocaleString("en");
export const plural = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;

/** One of a few choices, as a row of buttons. */
export function Choice({ label, value, options, onChange }) {
  return html`<div class="choice" role="group" aria-label=${label}>
    ${options.map(([key, name]) => html`<button type="button" aria-pressed=${value === key ? "true" : "false"} onClick=${() => onChange(key)}>${name}</button>`)}
  </div>`;
}

/** A button that copies words, and says that it did. */
export function Copy({ text, children = "Copy" }) {
  const [done, set] = useState("");
  const copy = async () => {
    const words = await text().catch((error) => error.message);
    set((await clipped(words)) ? "Copied" : words);
    setTimeout(() => set(""), 6000);
  };
  return html`<button type="button" class="quiet" onClick=${copy}>${children}</button><span class="copied" role="status">${done}</span>`;
}

async function clipped(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

/** A dialog over the page: Escape and the ground close it, focus goes in and comes back. */
export function Dialog({ title, onClose, children }) {
  const ref = useRef();
  useEffect(() => {
    const before = document.activeElement;
    ref.current.showModal();
    return () => before?.focus?.();
  }, []);
  return html`<dialog ref=${ref} aria-label=${title} onClose=${onClose} onClick=${(e) => e.target === ref.current && onClose()}>
    <div class="inside"><header><h2>${title}</h2><button type="button" class="quiet" onClick=${onClose} aria-label="Close">✕</button></header>${children}</div>
  </dialog>`;
}

/** The width of an element, followed as it changes. */
export function useWidth() {
  const ref = useRef(), [width, set] = useState(0);
  useEffect(() => {
    const see = new ResizeObserver(([entry]) => set(Math.floor(entry.contentRect.width)));
    see.observe(ref.current);
    set(Math.floor(ref.current.clientWidth));
    return () => see.disconnect();
  }, []);
  return [ref, width];
}

/** The words of a record, as quoted from its article. */
export const Words = ({ children }) => html`<q class="words">${String(children).replace(/^[“"]|[”"]$/g, "")}</q>`;

/** The title of the page, for people and for the browser's history. */
export function Title({ children, name, aside }) {
  useEffect(() => {
    document.title = `${name || children} – Detente`;
  }, [name, children]);
  return html`<div class="title"><h1 tabindex="-1">${children}</h1>${aside}</div>`;
}
