"use strict";
(() => {
  const sections = [...document.querySelectorAll(".record")];
  const links = [...document.querySelectorAll(".articles a")];
  const narrow = matchMedia("(max-width: 900px)");
  document.body.classList.add("scripted");
  if (sections.length > 1) document.body.classList.add("many");

  const setUp = (section) => {
    const panel = section.querySelector(".panel");
    const list = section.querySelector(".cards");
    const text = section.querySelector(".text");
    const here = section.querySelector(".here");
    const told = here.querySelector("span");
    const handle = section.querySelector(".handle");
    const cards = [...section.querySelectorAll(".card")];
    const segs = [...section.querySelectorAll(".seg")];
    const under = new Map();
    for (const seg of segs) {
      for (const id of seg.dataset.r.split(" ")) {
        if (!under.has(id)) under.set(id, []);
        under.get(id).push(seg);
      }
      seg.tabIndex = -1;
    }
    if (segs.length) segs[0].tabIndex = 0;
    handle.hidden = false;

    const sheet = (open) => {
      panel.classList.toggle("open", open);
      handle.setAttribute("aria-expanded", String(open));
    };
    const light = (id) => {
      for (const seg of segs) seg.classList.remove("on");
      for (const seg of under.get(id) || []) seg.classList.add("on");
    };
    const showAll = () => {
      list.classList.remove("filtered");
      for (const card of cards) card.classList.remove("hit");
      for (const seg of segs) seg.classList.remove("chosen");
      here.hidden = true;
    };
    const clear = () => {
      showAll();
      for (const card of cards) card.open = false;
      light("");
    };
    const choose = (card, scroll) => {
      for (const other of cards) if (other !== card) other.open = false;
      card.open = true;
      light(card.id);
      const first = (under.get(card.id) || [])[0];
      if (first && scroll) first.scrollIntoView({ block: narrow.matches ? "start" : "center" });
    };
    const at = (seg) => {
      clear();
      const ids = new Set(seg.dataset.r.split(" "));
      const hits = cards.filter((card) => ids.has(card.id));
      for (const card of hits) card.classList.add("hit");
      list.classList.add("filtered");
      seg.classList.add("chosen");
      const words = seg.textContent.trim();
      const short = words.length > 60 ? words.slice(0, 60) + "…" : words;
      told.textContent = `${hits.length} ${hits.length === 1 ? "record" : "records"} at “${short}”`;
      here.hidden = false;
      list.scrollTop = 0;
      if (narrow.matches) {
        sheet(true);
        seg.scrollIntoView({ block: "start" });
      }
      if (hits.length === 1) choose(hits[0], false);
    };
    const focusSeg = (seg) => {
      for (const other of segs) other.tabIndex = -1;
      seg.tabIndex = 0;
      seg.focus();
    };
    const step = (by) => {
      const shown = cards.filter((card) => card.offsetParent !== null);
      if (!shown.length) return;
      const now = shown.findIndex((card) => card.open);
      const next = shown[Math.min(Math.max(now + by, 0), shown.length - 1)];
      choose(next, true);
      next.querySelector("summary").focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    };

    text.addEventListener("click", (event) => {
      const seg = event.target.closest(".seg");
      if (!seg || String(getSelection()).length > 0) return;
      focusSeg(seg);
      at(seg);
    });
    text.addEventListener("keydown", (event) => {
      const seg = event.target.closest(".seg");
      if (!seg) return;
      const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (move) {
        const next = segs[segs.indexOf(seg) + move];
        if (next) focusSeg(next);
        event.preventDefault();
      } else if (event.key === "Enter" || event.key === " ") {
        at(seg);
        event.preventDefault();
      }
    });
    list.addEventListener("click", (event) => {
      const go = event.target.closest("[data-go]");
      const summary = event.target.closest("summary");
      if (go) {
        const card = document.getElementById(go.dataset.go);
        choose(card, true);
        card.scrollIntoView({ block: "nearest" });
      } else if (summary) {
        event.preventDefault();
        const card = summary.parentElement;
        if (card.open) {
          card.open = false;
          light("");
        } else choose(card, true);
      }
    });
    here.querySelector(".all").addEventListener("click", clear);
    handle.addEventListener("click", () => sheet(!panel.classList.contains("open")));
    for (const box of section.querySelectorAll(".filters input")) {
      const apply = () => section.classList.toggle("no-" + box.value, !box.checked);
      box.addEventListener("change", apply);
      apply();
    }
    return { step, clear, choose };
  };

  const made = new Map(sections.map((section) => [section, setUp(section)]));
  const current = () => sections.find((section) => !section.hidden);

  const route = () => {
    const wanted = location.hash.slice(1);
    const target = wanted && document.getElementById(wanted);
    const section = (target && target.closest(".record")) || sections[0];
    if (!section) return;
    for (const other of sections) other.hidden = other !== section;
    for (const link of links) {
      if (link.hash === "#" + section.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (target && target.classList.contains("card")) {
      made.get(section).choose(target, true);
      target.scrollIntoView({ block: "nearest" });
    }
  };
  addEventListener("hashchange", route);
  route();

  addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.matches("input:not([type=checkbox]), textarea, select");
    if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
    const tools = made.get(current());
    if (!tools) return;
    if (event.key === "j") tools.step(1);
    else if (event.key === "k") tools.step(-1);
    else if (event.key === "Escape") tools.clear();
  });
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".record:not([hidden]) .card:not([open])")];
    for (const card of opened) card.open = true;
  });
  addEventListener("afterprint", () => {
    for (const card of opened) card.open = false;
  });
})();
