// The window of time above the network and the map: the same bars and the same addresses as on the story's page.
import { html, useRef, useState } from "../vendor.js";
import { Histogram, whole } from "./histogram.js";
import { useAsk } from "./source.js";
import { asked, changed, go } from "./state.js";
import { DAY, between, day, iso } from "./time.js";

export function Brushed({ at }) {
  const answer = useAsk("histogram", asked(at.query, ["since", "until"])), [draft, setDraft] = useState(null), frame = useRef(0);
  const all = answer.value && whole(answer.value);
  if (!all) return null;
  const set = at.query.has("since") || at.query.has("until"), window = draft || (set ? between(at.query.get("since"), at.query.get("until"), all) : null);
  const brush = (next, done) => {
    cancelAnimationFrame(frame.current);
    if (!done) frame.current = requestAnimationFrame(() => setDraft(next));
    else {
      setDraft(null);
      go(changed(at, next ? { since: iso(next[0]), until: iso(next[1] - DAY) } : { since: null, until: null }), { replace: true });
    }
  };
  const shown = window || all;
  return html`<div class="brushed"><${Histogram} histogram=${answer.value} window=${window} onBrush=${brush} /><p class="window" aria-live="polite">${day(shown[0])} – ${day(shown[1] - DAY)}</p></div>`;
}
