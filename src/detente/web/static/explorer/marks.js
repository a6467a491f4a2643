// The signs of the explorer: a shape for each status, a colour for each kind of event, and both in words.
import { html } from "../vendor.js";

export const STATUS = {
  actual: { name: "Happened", words: "reported as happened" },
  planned: { name: "Planned", words: "planned" },
  possible: { name: "Possible", words: "only possible" },
  denied: { name: "Denied", words: "denied" },
};
export const QUADS = { 1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict" };
/** The two that go together, and what tells them apart. */
export const KINDS = [["Cooperation", [1, 2]], ["Conflict", [3, 4]]];
export const WAYS = { 1: "in words", 2: "in deeds", 3: "in words", 4: "in deeds" };
export const ACTS = {
  assert: "says", deny: "denies", promise: "promises", demand: "demands", refuse: "refuses", threaten: "threatens", warn: "warns", praise: "praises",
  accuse: "accuses", ask: "asks", thank: "thanks", apologise: "apologises", want: "wants", believe: "believes", support: "supports", oppose: "opposes",
};
export const CODES = {
  AGREE: "agrees", CONSULT: "meets or talks", SUPPORT: "supports", CONCEDE: "gives way", COOPERATE: "cooperates", AID: "aids",
  RETREAT: "withdraws", REQUEST: "demands or asks", ACCUSE: "accuses", REJECT: "rejects", THREATEN: "threatens", PROTEST: "protests",
  SANCTION: "sanctions", MOBILIZE: "mobilises", COERCE: "coerces", ASSAULT: "attacks",
};
const CARDS = { happened: "actual" };

/** The outline of a status as an SVG path around (0, 0): a disc, a ring, a rhomb, a cross. */
export function outline(status, r) {
  if (status === "possible") return `M0 ${-r * 1.25}L${r * 1.25} 0 0 ${r * 1.25} ${-r * 1.25} 0Z`;
  if (status === "denied") return `M${-r} ${-r}L${r} ${r}M${r} ${-r}L${-r} ${r}`;
  return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
}

/** The same on a canvas. */
export function trace(pen, status, x, y, r) {
  pen.beginPath();
  if (status === "possible") {
    const d = r * 1.25;
    pen.moveTo(x, y - d); pen.lineTo(x + d, y); pen.lineTo(x, y + d); pen.lineTo(x - d, y); pen.closePath();
  } else if (status === "denied") {
    const d = r * 0.9;
    pen.moveTo(x - d, y - d); pen.lineTo(x + d, y + d); pen.moveTo(x + d, y - d); pen.lineTo(x - d, y + d);
  } else pen.arc(x, y, r, 0, 2 * Math.PI);
}

/** A small sign beside words; hidden from screen readers, who get the words. */
export function Sign({ status, quad }) {
  const kind = CARDS[status] || status;
  if (!STATUS[kind]) return html`<${Stance} name=${status} />`;
  return html`<svg class=${`sign ${kind} ${quad ? `q${quad}` : ""}`} viewBox="-8 -8 16 16" width="13" height="13" aria-hidden="true"><path d=${outline(kind, 5)} /></svg>`;
}

const STANCES = { for: "M0 -5V5M-5 0H5", against: "M-5 0H5", conditional: "M-6 1C-3 -4-2 -4 0 0S3 4 6 -1" };

function Stance({ name }) {
  const path = STANCES[name];
  return path ? html`<svg class="sign stance" viewBox="-8 -8 16 16" width="13" height="13" aria-hidden="true"><path d=${path} /></svg>` : null;
}

/** The colours of the page as the style sheet has them now; a canvas has no style of its own. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of("ink"), soft: of("soft"), line: of("line"), faint: of("faint"), paper: of("paper"), card: of("card"), focus: of("focus"),
    cooperative: of("q1"), hostile: of("q3"), quads: { 1: of("q1"), 2: of("q2"), 3: of("q3"), 4: of("q4") },
  };
}

const watchers = new Set();
/** Calls back whenever light turns dark; gives what ends it. */
export function onScheme(call) {
  watchers.add(call);
  return () => watchers.delete(call);
}
const told = () => watchers.forEach((call) => call());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", told);
matchMedia("print").addEventListener("change", told);
export const SCHEMES = ["auto", "light", "dark"];

/** The scheme that was chosen; "auto" is the machine's. A browser may refuse to keep it. */
export function scheme() {
  try {
    return localStorage.getItem("detente-scheme") || "auto";
  } catch {
    return "auto";
  }
}

export function setScheme(name) {
  try {
    localStorage.setItem("detente-scheme", name);
  } catch { /* a page from a file may keep nothing */ }
  showScheme(name);
  told();
}

export function showScheme(name = scheme()) {
  if (name === "auto") delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = name;
}
