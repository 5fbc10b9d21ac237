/** What is to read, across everybody, the oldest first: a list and beside it what is open. Every act has a key and a button. */

import { html, nothing } from "lit-html";
import { icon, phaseLabel } from "../../components/controls.js";
import { each } from "../../components/rows.js";
import { msOf } from "../../ui/dates.js";
import { announce } from "../../ui/focus.js";
import { t } from "../../ui/i18n.js";
import { empty } from "../shared/coming.js";
import { content } from "../shared/content.js";
import { explain } from "../shared/explain.js";
import { attention, head, lockAndHelp } from "../shared/frame.js";
import { distanceWords } from "../shared/place.js";
import { scoreName } from "../shared/score-names.js";
import { recall } from "../shared/screen.js";
import { nearDay } from "./caseload.js";
import { readingPane } from "./reading.js";
import { listen, openKeys } from "./shortcuts.js";

/** @import { QueueRow } from "../../domain/caseload.js" */
/** @import { Dosing } from "../../domain/dosings.js" */
/** @import { Person } from "../../domain/people.js" */
/** @import { App, OpenScreen } from "../shared/types.js" */
/** @import { Act } from "./shortcuts.js" */

/** Rows that are fetched and drawn at first, and more when one asks or goes on past them. */
const STEP = 100;

/** @typedef {{last: string[]|null}} Ticked what was ticked off last, by id alone */

/** @type {OpenScreen} */
export default async (app, { rest }) => {
  const { vault } = app;
  const tick = recall(app, "queue", () => /** @type {Ticked} */ ({ last: null }));
  const open = rest[0] ?? null;
  const { watching } = await content("help-texts");
  let limit = STEP;
  let isLeaving = false;
  let { rows, total } = await fetchWithOpen();
  const here = rows.find(({ id }) => id === open);
  const [pane, known] = await Promise.all([
    open ? readingPane(app, here?.ids ?? [open], watching.therapist, ticked) : null,
    here ? vault.timeline({ person: here.person }) : null,
  ]);
  const timeline = known ?? (pane?.person ? await vault.timeline({ person: pane.person }) : null);
  // What comes next is found before the row that is open leaves the list.
  let next = neighbour(1);
  const stop = listen(act);
  if (open) requestAnimationFrame(showRow);

  /** As many as it takes to have the open one among them, with the one after it. */
  async function fetchWithOpen() {
    for (;;) {
      const queue = await vault.queue({ limit });
      const at = queue.rows.findIndex(({ id }) => id === open);
      if (!open || (at >= 0 && at < limit - 1) || limit >= queue.total) return queue;
      limit *= 4;
    }
  }

  /** @param {1|-1} way @returns {QueueRow|undefined} beside the open one, or where that stood */
  function neighbour(way) {
    const at = rows.findIndex(({ id }) => id === open);
    if (at >= 0) return rows[at + way];
    if (!pane) return undefined;
    const written = msOf(pane.written);
    return way > 0
      ? (rows.find((row) => msOf(row.written) >= written) ?? rows.at(-1))
      : rows.findLast((row) => msOf(row.written) < written);
  }

  /** @param {boolean} reviewed @returns {boolean} whether this screen is left */
  function ticked(reviewed) {
    if (!reviewed || !pane) return false;
    tick.last = pane.ids;
    isLeaving = true;
    const text = t(next ? "queue.reviewed" : "queue.last");
    app.say({ text, action: t("meeting.undo"), run: undo });
    app.go(next ? `/queue/${next.id}` : "/queue", true);
    return true;
  }

  /** @param {App} [from] */
  async function undo(from = app) {
    const ids = tick.last;
    if (!ids) return;
    tick.last = null;
    try {
      await vault.review({ entry: ids, reviewed: false });
      app.say(t("queue.undone"));
      from.go(`/queue/${ids.at(-1)}`);
    } catch (error) {
      app.say(explain(error));
    }
  }

  /** @type {Record<Act, () => unknown>} */
  const acts = {
    next: () => go(1),
    previous: () => go(-1),
    review: () => pane?.review(true),
    undo: () => undo(),
    pin: async () => {
      if (pane) announce(t((await pane.pin()) ? "pane.pinned" : "pane.unpinned"));
    },
    comment: () => focus("#comment"),
    note: () => focus("#note"),
    back: () => open && app.go("/queue"),
  };

  /** @param {Act} name */
  function act(name) {
    acts[name]();
  }

  /** @param {1|-1} way to the next row, open where one is open, else under the focus */
  function go(way) {
    const row = neighbour(way);
    if (open) {
      if (row) app.go(`/queue/${row.id}`, true);
      return;
    }
    const links = [...document.querySelectorAll("[data-testid=queue-row]")];
    const at = links.indexOf(/** @type {Element} */ (document.activeElement));
    const wanted = links[Math.max(0, Math.min(links.length - 1, at + way))];
    if (wanted instanceof HTMLElement) wanted.focus();
  }

  async function more() {
    limit += STEP;
    ({ rows, total } = await vault.queue({ limit }));
    app.draw();
  }

  function render() {
    return html`<main class=${pane ? "reading-room queue-room open" : "reading-room queue-room"} id="main">
      <section class="timeline-side queue-side">
        ${head(app, t("queue.over", { n: total }), t("queue.title"), keysButton())}
        ${total === 0 ? empty(app, t("room.nothing")) : nothing}
        <ol class="rows lined queue" role="list" data-rows>
          ${each(rows, (row) => html`<li>${queueRow(row, open)}</li>`)}
        </ol>
        ${rows.length < total ? html`<button class="btn quiet edge-start" @click=${more} data-testid="more">${t("room.more")}</button>` : nothing}
      </section>
      <aside class="entry-side" aria-label=${t("reading.pane")}>
        ${
          pane && timeline?.person
            ? html`${bar(app, timeline.person, open ?? "", neighbour(-1), neighbour(1))}
                <p class="desk-only"><b dir="auto">${timeline.person.name}</b></p>
                ${pane.render(timeline.dosings, timeline.person)}`
            : html`${rows[0] ? invitation(rows[0]) : nothing}
                <p class="soft small boundary">${watching.therapist}</p>`
        }
      </aside>
    </main>`;
  }

  return {
    title: t("nav.queue"),
    isNear: () => true,
    render,
    leave: async () => pane?.leave(),
    close: stop,
    changed: async (items) => {
      if (isLeaving) return;
      ({ rows, total } = await vault.queue({ limit }));
      if (rows.some(({ id }) => id === open)) next = neighbour(1);
      if (pane?.ids.some((id) => items.includes(id))) await pane.refresh();
      app.draw();
    },
  };
};

/** @param {string} selector */
function focus(selector) {
  const field = document.querySelector(selector);
  if (field instanceof HTMLElement) field.focus();
}

/** The row of what is open, where its list stands beside it. */
function showRow() {
  document
    .querySelector("[data-testid=queue-row][aria-current]")
    ?.scrollIntoView({ block: "nearest" });
}

function keysButton() {
  return html`<button class="btn quiet desk-only" @click=${openKeys} data-testid="keys">${t("keys.open")}</button>`;
}

/** What comes first, named and not opened: its author may be told of what is opened. @param {QueueRow} row */
function invitation(row) {
  return html`<section class="stack group" aria-labelledby="oldest">
    <h2 id="oldest">${t("queue.oldest")}</h2>
    <div class="row">${rowWords(row)}</div>
    <a class="btn" href=${`#/queue/${row.id}`} data-testid="read-oldest">${t("queue.read")}</a>
    <p class="soft small">${t("queue.unopened")}</p>
  </section>`;
}

/** @param {QueueRow} row @param {string|null} open */
function queueRow(row, open) {
  const { id } = row;
  return html`<a
    class="row"
    href=${`#/queue/${id}`}
    aria-current=${id === open ? "true" : nothing}
    data-testid="queue-row"
  >
    ${rowWords(row)}
  </a>`;
}

/** @param {QueueRow} row whose, what and when */
function rowWords(row) {
  const { ids, name, kind, instrument, phase, part, written } = row;
  const what =
    kind === "entry"
      ? phaseLabel(phase, placeOf(row))
      : html`<span>${t("queue.results", { name: scoreName(instrument), n: ids.length })}</span>`;
  const about = [
    t("queue.written", { when: nearDay(written) }),
    ...(part ? [t("queue.part", part)] : []),
  ];
  return html`<span class="grow"><b dir="auto">${name}</b>${what}<span class="soft small block">${about.join(" · ")}</span></span>`;
}

/** @param {QueueRow} row @returns {string} "Reflection · 3 hours after dose 3" */
function placeOf({ phase, dose, happened }) {
  const name = t(`phase.${phase}`);
  if (!dose) return name;
  const where = distanceWords(/** @type {Dosing} */ (dose), happened);
  return t("place.both", { phase: name, where });
}

/** @param {App} app @param {Person} person @param {string} id @param {QueueRow|undefined} previous @param {QueueRow|undefined} next */
function bar(app, person, id, previous, next) {
  return html`<header class="phone-only">
      <div class="line apart"><b dir="auto">${person.name}</b>${lockAndHelp(app)}</div>
      ${attention(app)}
    </header>
    <nav class="line apart entry-bar" aria-label=${t("queue.title")}>
      <a class="btn bare edge-start" href="#/queue" data-testid="close-entry">${icon("back")}${t("queue.back")}</a>
      <span class="line">
        ${previous ? html`<a class="btn bare desk-only" href=${`#/queue/${previous.id}`} data-testid="previous">${t("queue.previous")}</a>` : nothing}
        ${next ? html`<a class="btn bare" href=${`#/queue/${next.id}`} data-testid="next-to-read">${t("queue.next")}${icon("forward")}</a>` : nothing}
      </span>
      <a class="btn bare edge-end desk-only" href=${`#/person/${person.id}/${id}`}>${t("queue.timeline")}</a>
    </nav>`;
}
