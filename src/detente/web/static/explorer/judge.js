// A person's word on events, with `--edit`: merge, correct, undo. Nothing is changed in place; every word can be taken back.
import { html, useState } from "../vendor.js";
import { Entry } from "./entry.js";
import { CODES, STATUS } from "./marks.js";
import { plural } from "./parts.js";
import { tell } from "./source.js";

/** What sends a word, and whether it is under way or was refused. */
export function useTell() {
  const [state, set] = useState({ busy: false });
  const send = async (noun, body) => {
    set({ busy: true });
    try {
      await tell(noun, body);
      set({ busy: false });
      return true;
    } catch (error) {
      set({ busy: false, error: error.message });
      return false;
    }
  };
  return [send, state];
}

/** What was said of the event: by the program and by people; what stands can be undone. */
export function Said({ words, edit }) {
  const [send, state] = useTell();
  if (!words.length) return null;
  return html`<section class="said" aria-label="What was said of it"><h2>Judgements and corrections</h2><ol>
    ${words.map((w) => html`<li key=${w.id} class=${w.stands ? "" : "gone"} data-word=${w.id}>
      <p>${w.words}${!w.stands && html` <small>no longer stands</small>`}</p>
      <p class="note">${w.author === "resolve" ? "the program" : w.author}${w.when ? `, ${w.when.slice(0, 16).replace("T", " ")}` : ""}${w.reason ? `: ${w.reason}` : ""}</p>
      ${edit && w.stands && !w.undoes && html`<button type="button" class="quiet undo" disabled=${state.busy} onClick=${() => send("undo", { id: w.id })}>Undo</button>`}
    </li>`)}</ol>${state.error && html`<p class="alarm" role="alert">${state.error}</p>`}</section>`;
}

/** Events alike, which may be the same. */
export function Merge({ event, edit }) {
  const [send, state] = useTell();
  if (!event.alike.length) return null;
  const shown = event.tellings.find((t) => t.shown) || event.tellings[0];
  return html`<section class="alike" aria-label="Events alike"><h2>Alike: ${plural(event.alike.length, "event")} of the same parties at about the same time</h2>
    <div class="entries">${event.alike.map((entry) => html`<div key=${entry.id}><${Entry} entry=${entry} />
      ${edit && html`<button type="button" class="quiet merge" disabled=${state.busy} onClick=${() => send("judge", { verdict: "same_event", of: [shown.id, entry.tellings[0]], reason: "" })}>The same event: merge</button>`}</div>`)}</div>
    ${state.error && html`<p class="alarm" role="alert">${state.error}</p>`}</section>`;
}

const FIELDS = { status: "Status", code: "Kind of event", when: "Day or days", actors: "Who acts", recipients: "To whom", delete: "Not in the words: delete" };
const HOW = { when: "2018-05-07 or 2018-05-07/2018-05-08; empty: unknown", actors: "ids of actors of the article, with spaces between", recipients: "ids of actors of the article, with spaces between" };

/** One telling corrected: a field, its value, and why. */
export function Correct({ telling, onDone }) {
  const [field, setField] = useState("status"), [value, setValue] = useState(telling.status), [reason, setReason] = useState("");
  const [send, state] = useTell();
  const choices = field === "status" ? Object.keys(STATUS).map((k) => [k, STATUS[k].words]) : field === "code" ? Object.entries(CODES).map(([k, v]) => [k, `${v} (${k})`]) : null;
  const change = (event) => {
    setField(event.target.value);
    setValue({ status: telling.status, code: telling.code }[event.target.value] || "");
  };
  const submit = async (event) => {
    event.preventDefault();
    if (await send("correct", { of: telling.id, field, value: field === "delete" ? null : value || null, reason })) onDone();
  };
  return html`<form class="correct" onSubmit=${submit}>
    <label>What <select value=${field} onChange=${change}>${Object.entries(FIELDS).map(([key, name]) => html`<option value=${key}>${name}</option>`)}</select></label>
    ${choices && html`<label>ought to be <select value=${value} onChange=${(e) => setValue(e.target.value)}>${choices.map(([key, name]) => html`<option value=${key}>${name}</option>`)}</select></label>`}
    ${HOW[field] && html`<label>ought to be <input type="text" value=${value} onInput=${(e) => setValue(e.target.value)} placeholder=${HOW[field]} /></label>`}
    <label>Reason <input type="text" value=${reason} maxlength="2000" onInput=${(e) => setReason(e.target.value)} /></label>
    <button type="submit" class="button" disabled=${state.busy}>Save the correction</button>
    ${state.error && html`<p class="alarm" role="alert">${state.error}</p>`}
  </form>`;
}
