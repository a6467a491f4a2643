// Weigh: a case beside its articles. What it rests on comes first, blanks before all; then where the middle falls, and what would move it.
import { html } from "../vendor.js";
import { Answer, Nothing, Title } from "./parts.js";
import { Questions, questions } from "./question.js";
import { Sheet } from "./sheet.js";
import { report, useAsk } from "./source.js";
import { address } from "./state.js";

/** Blocks that stand beside each other: what is put in, and what comes out. The rest follows two by two, wide ones alone. */
const GIVEN = ["inputs", "anchors"], FOUND = ["lead", "questions", "needs"];
const WIDE = ["by-model", "articles", "turns", "claims", "paths", "gains"];

export function Weigh({ at, summary }) {
  const cases = summary?.cases || [], name = at.id || cases[0];
  const answer = useAsk(name ? "weigh" : null, { case: name, ...(report ? {} : questions(at.query)) });
  if (!summary) return html`<${Title}>Weigh<//><p class="wait" role="status">Loading …</p>`;
  if (!name) return html`<${Title}>Weigh<//><${Nothing}>No case was given. Propose one with detente weigh init, then: detente serve STORE --case CASE.toml<//>`;
  const found = answer.value;
  return html`<${Title} name=${found?.title || "Weigh"}>${found?.title || "Weigh"}<//>
    ${cases.length > 1 && html`<nav class="cases" aria-label="Cases">${cases.map((c) => html`<a href=${address("weigh", c)} aria-current=${c === name ? "page" : undefined}>${c}</a>`)}</nav>`}
    ${found?.notes.map((n) => html`<p class="note">${n}</p>`)}
    ${report ? html`<p class="note">The case as it is, with all models. This folder answers no questions: <code>detente serve</code> and <code>detente weigh run</code> do.</p>` : html`<${Questions} at=${at} of=${found} error=${answer.error} />`}
    <${Answer} of=${answer} what="the answer">${found && html`<${Weighed} of=${found} />`}<//>`;
}

function Weighed({ of }) {
  const cited = new Map(of.evidence.map((e) => [e.id, e])), away = of.evidence.filter((e) => !e.here).length;
  const draw = (sheet) => html`<${Sheet} key=${`${sheet.block.key}-${sheet.block.issue}`} sheet=${sheet} cited=${cited} />`;
  const whole = (keys) => of.sheets.filter((s) => s.block.issue === null && keys.includes(s.block.key)).map(draw);
  return html`${whole(["table"])}
    ${of.issues.map((name, n) => html`<${Issue} key=${name} name=${name} sheets=${of.sheets.filter((s) => s.block.issue === n)} draw=${draw} />`)}
    ${whole(["trades", "coders", "evidence"])}
    ${away > 0 && html`<p class="note">${away} of ${of.evidence.length} quotations cannot be followed: their articles are not in this store, or read otherwise there.</p>`}
    ${whole(["accuracy"])}
    <p class="note">${of.draws} games are drawn where inputs are ranges, seed ${of.seed}. Not a forecast. The file of the case is only read.</p>`;
}

function Issue({ name, sheets, draw }) {
  const asked = sheets.some((s) => s.block.key === "questions"), given = asked ? [...GIVEN, "histogram"] : GIVEN, out = asked ? FOUND : [...FOUND, "histogram"];
  const of = (keys) => keys.map((k) => sheets.find((s) => s.block.key === k)).filter(Boolean);
  const rest = sheets.filter((s) => ![...given, ...out].includes(s.block.key)), wide = rest.filter((s) => WIDE.includes(s.block.key));
  return html`<section class="weighed"><h2>${name}</h2>
    <div class="two"><div>${of(given).map(draw)}</div><div>${of(out).map(draw)}</div></div>
    <div class="pairs">${rest.filter((s) => !wide.includes(s)).map(draw)}</div>
    ${wide.map(draw)}</section>`;
}
