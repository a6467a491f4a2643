// The network: who deals with whom in the chosen time; a line or a row of the table leads to its events.
import { html, useMemo, useState } from "../vendor.js";
import { Several } from "./entry.js";
import { Filters } from "./filters.js";
import { Picture } from "./graph.js";
import { Answer, Bounded, Nothing, Title, Who, count, plural } from "./parts.js";
import { useAsk } from "./source.js";
import { address, asked, carried, changed, go } from "./state.js";
import { Brushed } from "./brushed.js";

const FEW = 60;

export function Network({ at }) {
  const answer = useAsk("network", asked(at.query));
  return html`<${Title}>Network<//><${Filters} /><${Brushed} at=${at} />
    <${Answer} of=${answer} what="the network">${answer.value && (answer.value.nodes.length ? html`<${Whole} at=${at} value=${answer.value} />` : html`<${Nothing}>No event passes between two known parties${at.query.size ? " that fit" : " in these articles"}.<//>`)}<//>`;
}

/** Cooperative and hostile lines between each two parties, of all that pass either way. */
function linked(edges, ids) {
  const held = new Map();
  for (const edge of edges) {
    if (!ids.has(edge.a) || !ids.has(edge.b)) continue;
    const [a, b] = [edge.a, edge.b].sort(), kind = edge.quad < 3 ? "cooperative" : "hostile", key = `${a} ${b} ${kind}`;
    const link = held.get(key) || { key, a, b, kind, events: 0, ahead: 0, intensity: 0, forth: 0, back: 0, entries: [] };
    link.events += edge.events;
    link.ahead += edge.planned;
    link.intensity += edge.intensity * edge.events;
    if (!edge.mutual) link[edge.a === a ? "forth" : "back"] += edge.events;
    link.entries.push(...edge.entries);
    held.set(key, link);
  }
  return [...held.values()].sort((a, b) => b.events - a.events || (a.key < b.key ? -1 : 1));
}

function Whole({ at, value }) {
  const [most, setMost] = useState(FEW);
  const [nodes, links] = useMemo(() => {
    const first = value.nodes.slice(0, most), lines = linked(value.edges, new Set(first.map((n) => n.id))), tied = new Set(lines.flatMap((l) => [l.a, l.b]));
    return [first.filter((n) => tied.has(n.id)), lines];
  }, [value, most]);
  const names = useMemo(() => new Map(value.nodes.map((n) => [n.id, n])), [value]);
  const node = names.has(at.query.get("node")) ? at.query.get("node") : null, link = links.find((l) => l.key === at.query.get("link"));
  const chosen = useMemo(() => (link ? new Set([link.key]) : node ? new Set(links.filter((l) => l.a === node || l.b === node).map((l) => l.key)) : null), [node, link, links]);
  const put = (changes) => go(changed(at, changes), { replace: true });
  const rows = node ? links.filter((l) => l.a === node || l.b === node) : links;
  return html`<${Bounded} bound=${value.bound} />
    <div class="picture-grid">
      <section aria-label="Picture">
        <${Picture} nodes=${nodes} links=${links} chosen=${chosen} onNode=${(id) => put({ node: id, link: null })} onLink=${(key) => put({ link: key })} label=${`${plural(nodes.length, "party", "parties")} and ${plural(links.length, "line")}; the table holds the same`} />
        <ul class="legend flat" aria-label="Signs"><li><i class="line cooperative"></i>cooperative</li><li><i class="line hostile"></i>hostile</li><li>wider: more events</li></ul>
        <p class="note">${value.nodes.length > most && html`The ${count(most)} parties with most events of ${count(value.nodes.length)}. <button type="button" class="quiet" onClick=${() => setMost(most * 3)}>Draw more</button> `}${value.alone > 0 && `${plural(value.alone, "event")} pass between no two known parties.`}</p>
      </section>
      <section class="table-side" aria-label="Table">
        ${link && html`<${Several} ids=${link.entries} title=${`${names.get(link.a).name} – ${names.get(link.b).name}, ${link.kind}`} onClose=${() => put({ link: null })} />`}
        ${node && html`<p class="chosen-node"><${Who} side=${names.get(node)} /> <span class="note">${plural(names.get(node).events, "event")}, ${count(names.get(node).hostile)} hostile</span> <button type="button" class="quiet" onClick=${() => put({ node: null, link: null })}>All parties</button></p>`}
        <${Table} rows=${rows} names=${names} query=${carried(at.query)} chosen=${link?.key} onPick=${(key) => put({ link: key })} />
      </section>
    </div>`;
}

function Table({ rows, names, query, chosen, onPick }) {
  const [most, setMost] = useState(40);
  query.delete("actor");
  const between = (l) => {
    const ends = [names.get(l.a).name, names.get(l.b).name];
    return (l.back && !l.forth ? ends.reverse() : ends).join(l.forth && l.back ? " ⇄ " : l.forth || l.back ? " → " : " – ");
  };
  return html`<table class="links"><caption class="unseen">What passes between parties</caption><thead><tr><th scope="col">Between</th><th scope="col">Kind</th><th scope="col" class="number">Events</th></tr></thead>
    <tbody>${rows.slice(0, most).map((l) => html`<tr key=${l.key} class=${l.key === chosen ? "chosen" : ""}><th scope="row"><a href=${address("dyad", "", new URLSearchParams([...query, ["a", l.a], ["b", l.b]]))}>${between(l)}</a></th>
      <td><i class=${`line ${l.kind}`}></i>${l.kind}</td><td class="number"><button type="button" class="quiet" onClick=${() => onPick(l.key)} aria-label=${`Show ${plural(l.events, `${l.kind} event`)} between ${names.get(l.a).name} and ${names.get(l.b).name}`}>${count(l.events)}${l.ahead ? html` <small>(${count(l.ahead)} not yet)</small>` : ""}</button></td></tr>`)}</tbody></table>
    ${rows.length > most && html`<button type="button" class="button wide" onClick=${() => setMost(most + 200)}>More (${count(rows.length - most)})</button>`}`;
}
