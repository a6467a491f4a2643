// Where what is shown comes from: the server of `detente serve`, or the scripts of a report's folder. Both give the same structs.
import { useEffect, useState } from "../vendor.js";
import { answer } from "./folder.js";

/** Whether this is a report: there all modules are one classic script, and only such a one knows itself. */
export const report = document.currentScript !== null;
const KEPT = 80;
const held = new Map();
const watchers = new Set();

/** What could not be answered, with the status of HTTP. */
export class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** A question as the query of an address. */
export function written(question) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(question)) {
    for (const one of [value].flat()) if (one !== undefined && one !== null && one !== "" && one !== false) query.append(key, one === true ? "1" : one);
  }
  return query.toString();
}

/** The answer to a question about a noun, a promise; kept, so that going back is at once. */
export function ask(noun, question = {}) {
  const key = `${noun}?${written(question)}`;
  if (!held.has(key)) {
    if (held.size >= KEPT) held.delete(held.keys().next().value);
    const made = (report ? answer(noun, question) : fetched(`/api/${key}`)).catch((error) => {
      held.delete(key);
      throw error;
    });
    held.set(key, made);
  }
  return held.get(key);
}

async function fetched(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    throw new Refused("The server does not answer. Is `detente serve` still running?", 0);
  }
  if (response.ok) return response.json();
  const text = await response.text();
  let message = text;
  try {
    message = JSON.parse(text).error || text;
  } catch { /* said in plain text */ }
  throw new Refused(message || `The server answers ${response.status}.`, response.status);
}

/** Says something of records (with `--edit` only); what was known before is asked for anew. */
export async function tell(noun, body) {
  const heard = await fetched(`/api/${noun}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  held.clear();
  watchers.forEach((call) => call());
  return heard;
}

/** Calls back when something was said. */
export function onTold(call) {
  watchers.add(call);
  return () => watchers.delete(call);
}

/** An answer for a component: the last value stays until the next is there (`busy`). Without a noun nothing is asked. */
export function useAsk(noun, question = {}) {
  const key = noun ? `${noun}?${written(question)}` : null;
  const [state, set] = useState({ key: null });
  useEffect(() => {
    let live = true;
    if (key) ask(noun, question).then((value) => live && set({ key, value }), (error) => live && set({ key, error }));
    return () => {
      live = false;
    };
  }, [key]);
  const now = state.key === key;
  return { value: key ? state.value : undefined, error: now ? state.error : undefined, busy: key !== null && !now };
}

/** How to cite a record; a report cites the articles only. */
export const cite = (id, article) => ask("citation", { id }).catch((error) => (article ? ask("citation", { id: article }) : Promise.reject(error)));

/** The world's outlines. */
export const world = () => (report ? answer("world", {}) : fetched("/static/world.json"));

/** A page of answers that grows: what is there so far, whether there is more, and what asks for it. */
export function useMore(noun, question, list) {
  const key = noun ? `${noun}?${written(question)}` : null;
  const [state, set] = useState({ key: null, pages: [] });
  const take = (after, pages) => ask(noun, { ...question, after }).then((page) => ({ key, pages: [...pages, page] }), (error) => ({ key, pages, error }));
  useEffect(() => {
    let live = true;
    if (key) take(undefined, []).then((next) => live && set(next));
    return () => {
      live = false;
    };
  }, [key]);
  const busy = key !== null && state.key !== key, last = state.pages.at(-1);
  const more = () => take(last.after, state.pages).then((next) => set((now) => (now.key === key ? next : now)));
  return { pages: state.pages, rows: state.pages.flatMap((p) => p[list]), error: state.error, busy, more: !busy && last?.after ? more : null };
}
