// The explorer: the frame around all pages, and which page an address means.
import { html, render, useEffect, useRef, useState } from "../vendor.js";
import { Actor } from "./actor.js";
import { Article } from "./article.js";
import { Dyad } from "./dyad.js";
import { Event } from "./event.js";
import { MapPage } from "./map.js";
import { SCHEMES, scheme, setScheme, showScheme } from "./marks.js";
import { Network } from "./network.js";
import { Title } from "./parts.js";
import { Positions } from "./positions.js";
import { Search } from "./search.js";
import { onTold, report, useAsk } from "./source.js";
import { address, carried, follow, useHere } from "./state.js";
import { Statements } from "./statements.js";
import { Story } from "./story.js";
import { Weigh } from "./weigh.js";

const PAGES = {
  story: Story, network: Network, map: MapPage, actor: Actor, article: Article, event: Event, statements: Statements,
  search: Search, positions: Positions, dyad: Dyad, weigh: Weigh,
};
const NAV = [["story", "Story"], ["network", "Network"], ["map", "Map"], ["actor", "Actors"], ["statements", "Statements"], ["positions", "Positions"], ["search", "Search"]];
const NEXT = { auto: "as the machine", light: "light", dark: "dark" };

function App() {
  const at = useHere();
  const summary = useAsk("summary");
  const [told, setTold] = useState(0);
  useEffect(() => onTold(() => setTold((n) => n + 1)), []);
  const main = useRef(), first = useRef(true);
  useEffect(() => {
    if (!first.current) main.current.querySelector("h1")?.focus({ preventScroll: true });
    first.current = false;
  }, [at.page, at.id]);
  const Page = PAGES[at.page];
  const skip = (event) => {
    event.preventDefault();
    main.current.focus();
  };
  return html`<a class="skip" href="#main" onClick=${skip}>To the content</a>
    <${Head} at=${at} cases=${summary.value?.cases} />
    <main id="main" ref=${main} tabindex="-1" class=${`page ${at.page}`}>
      ${Page ? html`<${Page} key=${`${at.page}/${at.id}/${told}`} at=${at} summary=${summary.value} />` : html`<${Missing} />`}
    </main>
    <${Foot} summary=${summary.value} />`;
}

function Head({ at, cases }) {
  const nav = useRef();
  useEffect(() => {
    const now = nav.current.querySelector("[aria-current]");
    if (now) nav.current.scrollLeft = now.offsetLeft - nav.current.offsetLeft - 60;
  }, [at.page, cases?.length]);
  const [now, set] = useState(scheme);
  const turn = () => {
    const next = SCHEMES[(SCHEMES.indexOf(now) + 1) % SCHEMES.length];
    setScheme(next);
    set(next);
  };
  return html`<header class="head">
    <a class="brand" href=${address("story")}>Detente</a>
    <nav aria-label="Pages" ref=${nav}><ul>${[...NAV, ...(cases?.length ? [["weigh", "Weigh"]] : [])].map(([page, name]) => html`<li><a href=${address(page, "", carried(at.query))} aria-current=${at.page === page ? "page" : undefined}>${name}</a></li>`)}</ul></nav>
    <button type="button" class="quiet scheme" onClick=${turn} aria-label=${`Colours: ${NEXT[now]}. Change`} title=${`Colours: ${NEXT[now]}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5" /><path d=${now === "light" ? "" : now === "dark" ? "M8 1.8a6.2 6.2 0 0 1 0 12.4 6.2 6.2 0 0 1 0-12.4" : "M8 1.8a6.2 6.2 0 0 1 0 12.4Z"} fill="currentColor" /></svg>
    </button>
  </header>`;
}

function Foot({ summary }) {
  if (!summary) return null;
  return html`<footer class="foot">
    <p>${summary.program}. What is shown is what articles say, not what is true; each record leads to its words.${summary.edit ? " Open for judgements." : ""}${summary.report && summary.left_out ? ` ${summary.left_out} older articles are not in this report.` : ""}</p>
  </footer>`;
}

const Missing = () => html`<${Title} name="No such page">There is no such page<//><p><a href=${address("story")}>To the story</a></p>`;

showScheme();
document.addEventListener("click", follow);
if (report) document.documentElement.classList.add("report");
const root = document.getElementById("app");
root.replaceChildren();
render(html`<${App} />`, root);
