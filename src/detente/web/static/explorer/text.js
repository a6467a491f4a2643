// The article's text cut into segments, so that the words of several records may overlap. Offsets count code points.
/** What cuts a text by code points; most texts have no others than the browser's own units. */
export function cutter(text) {
  if (!/[\ud800-\udfff]/.test(text)) return { length: text.length, slice: (a, b) => text.slice(a, b) };
  const points = Array.from(text);
  return { length: points.length, slice: (a, b) => points.slice(a, b).join("") };
}

const EVENT = { happened: "actual", planned: "planned", possible: "possible", denied: "denied" };

/** All spans to mark: those of records by card, those of mentions by the cards of their actors; `words` quoted by a case, which no card has. */
export function spans(article, words) {
  const found = words ? [{ ...words, card: -1, layer: "quoted", style: "quoted" }] : [], places = new Map();
  article.cards.forEach((card, n) => card.ids.forEach((id) => places.set(id, n)));
  article.cards.forEach((card, n) => {
    if (card.layer === "actors") return;
    const style = card.layer === "events" ? `events events-${EVENT[card.status] || "actual"}` : card.layer;
    for (const q of card.quotes) found.push({ start: q.start, end: q.end, card: n, layer: card.layer, style });
  });
  for (const mention of article.mentions) {
    for (const id of mention.actors) {
      if (places.has(id)) found.push({ start: mention.start, end: mention.end, card: places.get(id), layer: "actors", style: "actors", mention });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The words that an address means by their offsets, "12-34"; null where it means none. */
export function quoted(text) {
  const [start, end] = (/^\d{1,9}-\d{1,9}$/.test(text || "") ? text : "0-0").split("-").map(Number);
  return start < end ? { start, end } : null;
}

/** The passages, each cut wherever a span of a shown layer begins or ends. */
export function cut(article, all, hidden) {
  const shown = all.filter((s) => !hidden.has(s.layer));
  return article.passages.map((passage) => {
    const text = cutter(passage.text), start = passage.start, end = start + text.length;
    const inside = shown.filter((s) => s.start < end && s.end > start);
    const cuts = [...new Set([start, end, ...inside.flatMap((s) => [s.start, s.end]).filter((c) => c > start && c < end)])].sort((a, b) => a - b);
    const segments = cuts.slice(0, -1).map((from, n) => {
      const to = cuts[n + 1], over = inside.filter((s) => s.start < to && s.end > from);
      return { from, text: text.slice(from - start, to - start), over, cards: [...new Set(over.map((s) => s.card))].filter((n) => n >= 0) };
    });
    return { ...passage, end, segments };
  });
}
