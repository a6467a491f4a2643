// Where the user is: page, id and filters all live in the address, so that every view can be kept, sent and gone back to.
import { useEffect, useState } from "../vendor.js";
import { report } from "./source.js";

export const FILTERS = ["text", "actor", "code", "status", "place", "outlet", "since", "until", "published_since", "published_until", "added_since", "all"];
const MANY = new Set(["actor", "code", "status", "place", "outlet"]);
const listeners = new Set();

/** The address as page, id and query. A report is a folder, so it keeps all that behind the "#". */
export function here() {
  const whole = report ? location.hash.replace(/^#/, "") || "/" : location.pathname + location.search;
  const [path, query = ""] = whole.split(/\?(.*)/s);
  const [page, ...rest] = path.replace(/^\/+/, "").split("/");
  return { page: page || "story", id: decoded(rest.join("/")), query: new URLSearchParams(query), key: whole };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a page. `query` is a URLSearchParams or pairs; what is empty is left out. */
export function address(page, id = "", query = []) {
  const kept = new URLSearchParams([...(query.entries ? query.entries() : Object.entries(query))].filter(([, v]) => v !== "" && v !== undefined && v !== null && v !== false));
  const text = kept.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
  return `${report ? "#" : ""}/${page}${id ? `/${encodeURIComponent(id).replaceAll("%3A", ":")}` : ""}${text ? `?${text}` : ""}`;
}

/** Goes to an address; `replace` where it is only a change of view that "back" need not undo. */
export function go(to, { replace = false } = {}) {
  const before = here();
  history[replace ? "replaceState" : "pushState"](null, "", to);
  listeners.forEach((call) => call());
  if (before.page !== here().page || before.id !== here().id) scrollTo(0, 0);
}

/** The same place with other parameters; null takes one away, a list gives several. */
export function changed(at, changes) {
  const query = new URLSearchParams(at.query);
  for (const [key, value] of Object.entries(changes)) {
    query.delete(key);
    for (const one of [value].flat()) if (one !== null && one !== undefined && one !== "") query.append(key, one);
  }
  return address(at.page, at.id, query);
}

/** The filters of a query as what is asked of the source. */
export function asked(query, but = []) {
  const found = {};
  for (const key of FILTERS) {
    if (but.includes(key) || !query.has(key)) continue;
    found[key] = MANY.has(key) ? query.getAll(key) : query.get(key);
  }
  return found;
}

/** The filters alone, to take them along to another page. */
export const carried = (query) => new URLSearchParams([...query].filter(([key]) => FILTERS.includes(key)));

/** Filters with a value put in if it was out, or taken out. */
export function toggled(query, key, value) {
  const all = query.getAll(key);
  return { [key]: all.includes(value) ? all.filter((v) => v !== value) : [...(MANY.has(key) ? all : []), value] };
}

/** Where the user is, and again whenever that changes. */
export function useHere() {
  const [at, set] = useState(here);
  useEffect(() => {
    const call = () => set(here());
    listeners.add(call);
    addEventListener("popstate", call);
    addEventListener("hashchange", call);
    return () => {
      listeners.delete(call);
      removeEventListener("popstate", call);
      removeEventListener("hashchange", call);
    };
  }, []);
  return at;
}

/** Follows links of our own without loading the page anew; lets the browser have those to elsewhere or into a new tab. */
export function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const href = link.getAttribute("href");
  if (link.target || link.hasAttribute("download") || !href.startsWith(report ? "#/" : "/") || href.startsWith("/api/") || href.startsWith("//")) return;
  event.preventDefault();
  go(href);
}
