// An event with all its tellings side by side: outlets, chain, day, words; where they differ; and what people said of them.
import { html, useState } from "../vendor.js";
import { Correct, Merge, Said, useTell } from "./judge.js";
import { CODES, QUADS, STATUS } from "./marks.js";
import { Doubts, told } from "./entry.js";
import { Answer, Copy, Imprint, Status, Title, Who, known, plural } from "./parts.js";
import { cite, useAsk } from "./source.js";
import { address } from "./state.js";

export function Event({ at, summary }) {
  const answer = useAsk("event", { id: at.id });
  return html`<${Answer} of=${answer} what="this event">${answer.value && html`<${Told} event=${answer.value} edit=${summary?.edit} />`}<//>`;
}

function Told({ event, edit }) {
  const { entry, tellings } = event, sides = known(event.sides);
  const [picked, setPicked] = useState([]);
  const pick = (id) => setPicked(picked.includes(id) ? picked.filter((p) => p !== id) : [...picked, id]);
  return html`<${Title}>${entry.line}<//>
    <p class="stand lead"><${Status} status=${entry.status} quad=${entry.quad} words=${entry.standing} /><span>${entry.day || "no day given"}</span>${entry.where && html`<span>${entry.where.name}</span>`}<span>${plural(tellings.length, "telling")}, ${told(entry)}</span>
      <${Copy} text=${() => cite(entry.id, entry.article).then((c) => c.plain)}>Copy citation<//></p>
    <p class="who-line">${entry.actors.map((id) => html`<${Who} id=${id} sides=${sides} />`)}${entry.recipients.length > 0 && html`<span aria-label=${entry.mutual ? "with" : "to"}>${entry.mutual ? "↔" : "→"}</span>`}${entry.recipients.map((id) => html`<${Who} id=${id} sides=${sides} />`)}
      <small>${CODES[entry.code] || entry.code} (${entry.code}${entry.mode ? `, ${entry.mode}` : ""}; ${QUADS[entry.quad]})</small>
      ${entry.actors.length > 0 && entry.recipients.length > 0 && html`<a href=${address("dyad", "", { a: entry.actors[0], b: entry.recipients[0] })}>All that passed between them</a>`}</p>
    <${Doubts} entry=${entry} />
    <section aria-label="Tellings"><h2 class="unseen">Tellings</h2><div class="tellings">${tellings.map((t) => html`<${Telling} key=${t.id} telling=${t} edit=${edit} many=${tellings.length > 1} picked=${picked.includes(t.id)} onPick=${() => pick(t.id)} />`)}</div></section>
    ${edit && html`<${Decide} event=${event} picked=${picked} />`}
    <${Said} words=${event.said} edit=${edit} />
    <${Merge} event=${event} edit=${edit} />`;
}

function Telling({ telling: t, edit, many, picked, onPick }) {
  const [open, setOpen] = useState(false);
  const row = (term, value, key) => value && html`<dt>${term}</dt><dd class=${t.differs.includes(key) ? "differs" : ""}>${value}${t.differs.includes(key) && html`<small> differs</small>`}</dd>`;
  return html`<article class=${`telling ${t.shown ? "shown" : ""}`} data-telling=${t.id}>
    <header><p class="imprint-line"><${Imprint} article=${t.article} />${t.shown && many && html` <small class="badge">shown for all</small>`}</p>
      ${t.copied && html`<p class="alarm">its article copies another</p>`}
      <h3><a href=${address("article", t.article.id, { at: t.id })}>${t.article.title}</a></h3></header>
    <blockquote><a class="plain" href=${address("article", t.article.id, { at: t.id })}><span>${t.context.before}</span><mark>${t.context.quote}</mark><span>${t.context.after}</span></a></blockquote>
    <p class="line">${t.line}</p>
    <dl class="facts">
      ${row("status", html`<${Status} status=${t.status} words=${t.standing || STATUS[t.status]?.words} />`, "status")}
      ${row("who", t.parties, "parties")}${row("says", t.source === "article" ? "the article itself" : t.source)}${row("day", t.day || "no day given", "when")}${row("place", t.place, "where")}
      ${row("condition", t.condition)}${row("figures", t.figures.length > 0 && t.figures.map((f) => f.quote).join("; "), "figures")}${row("kind", `${CODES[t.code] || t.code} (${t.code})`, "code")}${row("rule", html`<code>${t.rule}</code>`)}
    </dl>
    ${edit && html`<p class="ways">${many && html`<label class="tick"><input type="checkbox" checked=${picked} onChange=${onPick} /><span>choose</span></label>`}<button type="button" class="quiet" aria-expanded=${open ? "true" : "false"} onClick=${() => setOpen(!open)}>Correct</button></p>`}
    ${edit && open && html`<${Correct} telling=${t} onDone=${() => setOpen(false)} />`}
  </article>`;
}

/** Confirm that the tellings are one event, or take chosen ones out of it. */
function Decide({ event, picked }) {
  const [reason, setReason] = useState("");
  const [send, state] = useTell();
  const ids = event.tellings.map((t) => t.id), rest = ids.filter((id) => !picked.includes(id));
  if (ids.length < 2) return null;
  const split = async () => {
    for (const id of picked) await send("judge", { verdict: "different_event", of: [id, rest[0]], reason });
  };
  return html`<section class="decide" aria-label="Judge"><h2>Are these one event?</h2>
    <label>Reason <input type="text" value=${reason} maxlength="2000" onInput=${(e) => setReason(e.target.value)} /></label>
    <button type="button" class="button" disabled=${state.busy} onClick=${() => send("judge", { verdict: "same_event", of: ids, reason })}>Yes, one event</button>
    <button type="button" class="button" disabled=${state.busy || !picked.length || !rest.length} onClick=${split}>Split ${picked.length ? plural(picked.length, "chosen telling") : "chosen tellings"} off</button>
    ${state.error && html`<p class="alarm" role="alert">${state.error}</p>`}
  </section>`;
}
