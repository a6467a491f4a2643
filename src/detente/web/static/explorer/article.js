// The article reader: the text with the words of every record marked, the records beside it, and the way from each to the other.
import { html, useEffect, useMemo, useRef, useState } from "../vendor.js";
import { Cards, LAYERS } from "./cards.js";
import { Answer, Copy, Imprint, Source, Title, plural } from "./parts.js";
import { ask, useAsk } from "./source.js";
import { changed, go } from "./state.js";
import { cut, quoted, spans } from "./text.js";

export function Article({ at, summary }) {
  const answer = useAsk("article", { id: at.id });
  return html`<${Answer} of=${answer} what="this article">${answer.value && html`<${Reader} article=${answer.value} at=${at} summary=${summary} />`}<//>`;
}

/** The card that an address means: by any record of it, or by the event it tells. */
function meant(article, id) {
  if (!id) return -1;
  const own = article.told.find((t) => t.entry === id)?.event;
  const found = article.cards.findIndex((card) => card.ids.includes(id));
  return found >= 0 || !own ? found : article.cards.findIndex((card) => card.ids.includes(own));
}

function Reader({ article, at }) {
  const hidden = useMemo(() => new Set(at.query.getAll("hide")), [at.key]);
  const words = useMemo(() => quoted(at.query.get("words")), [at.query.get("words")]);
  const all = useMemo(() => spans(article, words), [article, words]);
  const passages = useMemo(() => cut(article, all, hidden), [all, hidden]);
  const asked = at.query.get("at"), chosen = useMemo(() => meant(article, asked), [article, asked]);
  const [here, setHere] = useState([]), [turn, setTurn] = useState(0), [hint, setHint] = useState(null), [open, setOpen] = useState(chosen >= 0);
  const text = useRef();
  const places = useMemo(() => (chosen < 0 ? [words].filter(Boolean) : all.filter((s) => s.card === chosen)), [all, chosen]);
  const choose = (n, keep = false) => {
    setTurn(0);
    setHint(null);
    setOpen(true);
    if (!keep) setHere([]);
    go(changed(at, { at: n < 0 ? null : article.cards[n].id }), { replace: true });
  };
  useEffect(() => reveal(text.current, places[turn]), [places, turn]);
  const under = (segment) => {
    setHere(segment.cards);
    const best = segment.cards.includes(chosen) ? chosen : [...segment.cards].sort((a, b) => LAYERS.indexOf(article.cards[a].layer) - LAYERS.indexOf(article.cards[b].layer))[0];
    choose(best, true);
  };
  const clear = () => {
    setHere([]);
    setHint(null);
    setOpen(false);
    go(changed(at, { at: null, words: null }), { replace: true });
  };
  useKeys({ article, chosen, hidden, choose, clear, next: (by) => places.length && setTurn((turn + by + places.length) % places.length) });
  return html`<div class="reader">
    <div class="sheet">
      <${Head} article=${article} />
      <div class="text" ref=${text} role="group" aria-label="Article; arrow keys move between marked words, Enter lists their records" onKeyDown=${arrows} onPointerLeave=${() => setHint(null)}>
        ${passages.map((p, n) => html`${n > 0 && p.start > passages[n - 1].end + 2 && html`<p class="gap">…</p>`}<${Passage} key=${p.start} passage=${p} cards=${article.cards} chosen=${chosen} first=${n === 0} onPick=${under} onHint=${setHint} now=${places[turn]} />`)}
      </div>
      ${!article.whole && html`<p class="note">Only the words around records are here; the whole article is left out.</p>`}
      <${Furniture} cut=${article.furniture} />
    </div>
    <${Cards} article=${article} at=${at} chosen=${chosen} here=${here} hidden=${hidden} open=${open} onOpen=${setOpen} onPick=${choose} onAll=${() => setHere([])} onClear=${clear} turn=${turn} turns=${places.length} onTurn=${(by) => setTurn((turn + by + places.length) % places.length)} />
    ${hint && html`<${Resolution} hint=${hint} article=${article} />`}
  </div>`;
}

function Head({ article }) {
  const { headline } = article;
  const inText = article.passages.some((p) => p.part === "headline");
  useEffect(() => {
    document.title = `${headline.title} – Detente`;
  }, [headline.title]);
  return html`${!inText && html`<${Title}>${headline.title}<//>`}
    <p class="byline"><${Imprint} article=${headline} />${article.byline && html`<span>${article.byline}</span>`}<span>${article.dated}</span>
    ${headline.url && /^https?:/.test(headline.url) && html`<a href=${headline.url} target="_blank" rel="noreferrer noopener">Original</a>`}
    <${Copy} text=${() => ask("citation", { id: headline.id }).then((c) => c.plain)}>Copy citation<//></p>
    ${article.copy_of && html`<p class="alarm">Found to copy <${Source} article=${article.copy_of} />, <${Imprint} article=${article.copy_of} /></p>`}`;
}

function Passage({ passage, cards, chosen, first, onPick, onHint, now }) {
  let tab = first ? 0 : -1;
  const inner = passage.segments.map((s) => {
    if (!s.cards.length) return s.over.length ? html`<mark class="quoted" data-from=${s.from}>${s.text}</mark>` : s.text;
    const layers = [...new Set(s.over.flatMap((o) => o.style.split(" ")))].join(" ");
    const on = s.cards.includes(chosen), at = on && now && s.from >= now.start && s.from < now.end;
    const stop = tab;
    tab = -1;
    const names = [...new Set(s.cards.map((n) => cards[n].line))].slice(0, 4).join("; ");
    const show = (event) => onHint({ over: s.over.filter((o) => o.card >= 0), box: event.currentTarget.getBoundingClientRect() });
    return html`<span class=${`seg ${layers} ${on ? "on" : ""} ${at ? "now" : ""}`} role="button" tabindex=${stop} aria-pressed=${on ? "true" : "false"} aria-description=${names} data-from=${s.from}
      onClick=${() => onPick(s)} onPointerEnter=${(e) => e.pointerType !== "touch" && show(e)} onPointerLeave=${() => onHint(null)} onFocus=${show} onBlur=${() => onHint(null)}
      onKeyDown=${(e) => (e.key === "Enter" || e.key === " ") && (e.preventDefault(), onPick(s))}>${s.text}</span>`;
  });
  const lead = passage.part === "headline";
  return html`<${lead ? "h1" : "p"} tabindex=${lead ? -1 : undefined} class=${passage.part} data-line=${passage.line}>${inner}<//>`;
}

/** How the words under the pointer were understood: mentions with whom they stand for and why, else the records. */
function Resolution({ hint, article }) {
  const mentions = hint.over.filter((o) => o.mention), rest = hint.over.filter((o) => !o.mention && o.layer !== "problems");
  const doubts = hint.over.filter((o) => o.layer === "problems");
  const style = { left: `${Math.max(8, Math.min(hint.box.left, innerWidth - 340))}px`, ...(hint.box.bottom > innerHeight - 150 ? { bottom: `${innerHeight - hint.box.top + 6}px` } : { top: `${hint.box.bottom + 4}px` }) };
  return html`<div class="resolution" style=${style} aria-hidden="true">
    ${mentions.map((o) => html`<p><b>${article.cards[o.card].label || article.cards[o.card].line}</b> <small>${o.mention.how}</small></p>`)}
    ${[...new Set(rest.map((o) => o.card))].slice(0, 4).map((n) => html`<p class=${article.cards[n].layer}><i class="swatch"></i>${article.cards[n].line}</p>`)}
    ${doubts.map((o) => html`<p class="problems"><i class="swatch"></i>${article.cards[o.card].line}</p>`)}
  </div>`;
}

function Furniture({ cut: pieces }) {
  if (!pieces.length) return null;
  return html`<details class="furniture"><summary>Left out of the article: ${plural(pieces.length, "piece")}</summary><ul>${pieces.map((c) => html`<li>${c.words} <i>– ${c.why}</i></li>`)}</ul></details>`;
}

function reveal(text, place) {
  if (!text || !place) return;
  const found = [...text.querySelectorAll("[data-from]")].find((s) => Number(s.dataset.from) >= place.start);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  found?.scrollIntoView({ block: innerWidth < 900 ? "start" : "center", behavior: still ? "auto" : "smooth" });
}

/** Left and right between marked words; only one of them is in the tab order. */
function arrows(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const all = [...event.currentTarget.querySelectorAll(".seg")], now = all.indexOf(document.activeElement);
  const next = all[Math.min(Math.max(now + by, 0), all.length - 1)];
  if (!next || now < 0) return;
  event.preventDefault();
  all[now].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** j and k go from record to record, n and p from mention to mention, Escape clears. */
function useKeys({ article, chosen, hidden, choose, clear, next }) {
  useEffect(() => {
    const press = (event) => {
      if (event.target.closest("input, select, textarea, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
      const shown = article.cards.map((c, n) => n).filter((n) => !hidden.has(article.cards[n].layer));
      const step = (by) => choose(shown[Math.min(Math.max(shown.indexOf(chosen) + by, 0), shown.length - 1)] ?? -1);
      const act = { j: () => step(1), k: () => step(-1), n: () => next(1), p: () => next(-1), Escape: clear }[event.key];
      if (act) {
        event.preventDefault();
        act();
      }
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}
