/**
 * A vault of invented people, with the interface of vault/types.js and nothing behind it: no sealing, no server, nothing kept.
 * The preview serves it in the place of vault/door/client.js, so that every screen can be looked at and checked alone.
 */

import { fold, hasAll, placeFound, wantedWords } from "../../static/js/domain/search.js";

/** @import { Assignment, NewAssignment } from "../../static/js/domain/assignments.js" */
/** @import { Boundary } from "../../static/js/domain/boundaries.js" */
/** @import { Brief, Meeting, Note } from "../../static/js/domain/brief.js" */
/** @import { CaseRow, Queue, QueueRow } from "../../static/js/domain/caseload.js" */
/** @import { Document } from "../../static/js/domain/documents.js" */
/** @import { Dosing, DosingDetails, DosingWhole } from "../../static/js/domain/dosings.js" */
/** @import { EntryDraft } from "../../static/js/domain/drafts.js" */
/** @import { Comment, DeletedEntry, Entry, EntrySummary, Version, VersionSummary } from "../../static/js/domain/entries.js" */
/** @import { Instant } from "../../static/js/domain/instants.js" */
/** @import { Receipt } from "../../static/js/domain/ledger.js" */
/** @import { Notice } from "../../static/js/domain/notices.js" */
/** @import { ContactRequest, Person, Role } from "../../static/js/domain/people.js" */
/** @import { Phase } from "../../static/js/domain/phases.js" */
/** @import { Series, Share, ShareAnswer, ShareAsked, ShareTerms } from "../../static/js/domain/sharing.js" */
/** @import { Timeline } from "../../static/js/domain/timelines.js" */
/** @import { Aside, CopyList, CopyPage, InstalledPacks, Reason, Status, SyncStatus, Unopened, Unsent, Vault } from "../../static/js/vault/types.js" */

const parameters = new URLSearchParams(globalThis.location?.search ?? "");
/** Until somebody makes room. */
const isFull = () => parameters.has("full") && !sessionStorage.getItem("room");
const ZONE = "Europe/Dublin";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const COURSE = "course-1";

/** @param {number} ms @returns {Instant} */
const at = (ms) => ({ at: `${new Date(ms).toISOString().slice(0, 19)}Z`, zone: ZONE });
/** @param {{at: string}} instant */
const ms = (instant) => Date.parse(instant.at);
/** @param {{happened: Instant}} a @param {{happened: Instant}} b */
const byDate = (a, b) => ms(a.happened) - ms(b.happened);

/** As the real one: `reason` is one of types.js. */
export class VaultError extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @param {Dosing[]} dosings @param {Instant} happened @returns {{phase: Phase, dosing: string|null}} */
function placeByDate(dosings, happened) {
  const doses = dosings.filter(({ state }) => state !== "cancelled").sort(byDate);
  const last = doses.findLast((dose) => ms(dose.happened) <= ms(happened));
  const next = doses.find((dose) => ms(dose.happened) > ms(happened));
  if (!last) return { phase: "preparation", dosing: next?.id ?? null };
  if (ms(happened) - ms(last.happened) < DAY) return { phase: "reflection", dosing: last.id };
  if (next && ms(next.happened) - ms(happened) <= 2 * DAY) {
    return { phase: "preparation", dosing: next.id };
  }
  return { phase: "integration", dosing: last.id };
}

/** @param {string} text @param {number} most */
function short(text, most) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most).replace(/[.,;:]*\s\S*$/, "")}…`;
}

/** @returns {string} the day that it is, `YYYY-MM-DD` */
function today() {
  return new Date().toLocaleDateString("sv");
}

/** @param {Entry} entry @param {string} text @returns {Version} */
function versionOf({ summary, title, prompt, answers, scored }, text) {
  const rev = `${summary.rev}${text === "" ? "" : text.length}`;
  return {
    rev,
    written: summary.written,
    happened: summary.happened,
    title,
    text,
    prompt,
    answers,
    scored,
  };
}

class FakeVault extends EventTarget {
  /** @type {Status} */
  #status = { state: "empty", handle: null, name: null, role: null, captures: false };
  /** @type {SyncStatus} */
  #sync = {
    state: "idle",
    waiting: 0,
    backedUpAt: at(Date.now() - 4 * 60_000).at,
    lookedAt: null,
    coming: null,
    notices: [],
  };
  /** @type {Entry[]} */
  #entries = [];
  /** @type {Dosing[]} */
  #dosings = [];
  /** @type {Person[]} */
  #people = [];
  /** @type {Map<string, Omit<Timeline, "pinned">>} */
  #shared = new Map();
  /** @type {(EntryDraft & {savedAt: string})[]} */
  #drafts = [];
  /** @type {Entry[]} */
  #deleted = [];
  /** @type {Map<string, Version[]>} earlier versions by entry, newest first */
  #versions = new Map();
  /** @type {Map<string, {setting: string, support: string, details: DosingDetails|null}>} */
  #more = new Map();
  /** @type {{id: string, name: string, role: Role, contested: boolean}[]} */
  #answers = [{ id: "answer-1", name: "Dr Holm", role: "therapist", contested: false }];
  /** @type {Document[]} */
  #documents = [];
  /** @type {Map<string, Note[]>} */
  #notes = new Map();
  /** @type {Set<string>} */
  #pins = new Set();
  /** @type {Meeting[]} */
  #met = [];
  #count = 0;
  #ready;

  constructor() {
    super();
    this.#ready = this.#begin(parameters.get("as") ?? "patient");
  }

  /** @param {string} who */
  async #begin(who) {
    if (who === "new") return;
    const course = await (await fetch("/preview/course.json")).json();
    if (who === "therapist") await this.#beTherapist(course);
    else this.#bePatient(course, who === "fresh");
    this.#agree(parameters.get("consent") ?? "2");
    const left = sessionStorage.getItem("locked");
    if (left) this.#drafts = JSON.parse(left);
    if (who === "locked" || left)
      this.#status = { ...this.#status, state: "locked", name: null, role: null };
    if (parameters.get("sync") === "offline")
      this.#sync = { ...this.#sync, state: "offline", waiting: 2 };
    if (parameters.get("sync") === "signed-out")
      this.#sync = { ...this.#sync, state: "signed-out", waiting: 3 };
    if (parameters.has("notices")) this.#sync.notices = this.#someNotices();
  }

  /** @returns {Notice[]} */
  #someNotices() {
    const item = this.#entries[3]?.summary.id ?? null;
    return [
      { id: "n1", type: "conflict-copy", item },
      { id: "n2", type: "server-restored", item: null },
    ];
  }

  /** @param {any} course @param {boolean} fresh */
  #bePatient(course, fresh) {
    const { handle, name } = course.patient;
    this.#status = { state: "unlocked", handle, name, role: "patient", captures: true };
    if (fresh) {
      this.#answers = [];
      return;
    }
    this.#people = [
      this.#person("holm", course.therapist.name, "therapist", {
        verified: "in_person",
        dosing: true,
        ...(parameters.has("changed") ? { state: "changed", verified: "link" } : {}),
      }),
      ...(parameters.has("two") ? [this.#person("lind", "Dr Lindqvist", "therapist", {})] : []),
    ];
    this.#fill(course, "own");
    if (parameters.has("dose")) this.#addDoseJustNow();
    if (parameters.has("held")) this.#holdBack();
    if (parameters.has("usual"))
      this.#keep("settings", "settings-1", { shareWith: { core: "holm" } });
    this.#addMany(Number(parameters.get("many") ?? 0));
    const unread = this.#entries.findLast(({ comments }) => comments.length > 0);
    if (unread) unread.summary.unreadComment = true;
    /** @type {Person} */ (this.#people[0]).unread = 1;
    this.#drafts = [this.#aDraft()];
    if (!parameters.has("answers")) this.#answers = [];
    if (!parameters.has("bare")) this.#beOnCourse();
  }

  /** A course with a plan, two threads, an earlier version and something in the trash; with `?next=` hours ahead, a planned dose. */
  #beOnCourse() {
    const began = this.#dosings[0]?.happened ?? at(Date.now());
    const last = this.#dosings.at(-1);
    this.#keep("course", COURSE, {
      name: "Spring course",
      began,
      plan: "acute",
      packs: ["core"],
      foodRule: "Nothing to eat after midnight. Sips of water until eight.",
      medicines: "Take the morning tablets, leave out the evening one.",
      support: { name: "Cem", phone: "+353 1 555 0100" },
      clinic: { name: "Harbour Clinic", phone: "+353 1 555 0199" },
      callIf: "You are still dizzy the next morning.",
      homeSession: parameters.has("home"),
      emergency: "112",
    });
    if (parameters.has("next")) this.#plan(Number(parameters.get("next")));
    const dosing = this.#dosings.at(parameters.has("next") ? -1 : -2)?.id ?? null;
    const words = this.#entries.filter(({ summary }) => summary.kind === "entry");
    const fragments = words.slice(-3, -1).map(({ summary }) => summary.id);
    const act = {
      what: "Walk to the sea before work",
      when: today(),
      with: "Cem",
      outcome: null,
      said: "",
    };
    this.#keep("thread", "thread-1", {
      intention: "Loosen the grip",
      dosing,
      course: COURSE,
      began,
      fragments,
      insight: "I hold my breath before I answer.",
      act: parameters.has("next")
        ? { what: "", when: null, with: "", outcome: null, said: "" }
        : act,
      next: "",
      from: null,
    });
    if (last && parameters.has("details"))
      this.#more.set(last.id, {
        setting: "The room with the blue chair",
        support: "Mara",
        details: {
          amount: "as the last time",
          vitals: [{ what: "pressure", value: "128/84", at: "11:10" }],
          effects: [{ what: "nausea", intensity: 1, duration: "an hour" }],
        },
      });
    const entry = words.at(-1);
    if (entry)
      this.#versions.set(entry.summary.id, [versionOf(entry, "Only the first line of it.")]);
    const gone = this.#entry(
      {
        title: "",
        text: "A page I did not want to keep.",
        prompt: null,
        phase: null,
        dosing: null,
        happened: at(Date.now() - 3 * DAY),
      },
      this.#dosings,
    );
    this.#deleted.push(gone);
  }

  /** @param {number} hours until a planned dose */
  #plan(hours) {
    const happened = at(Date.now() + hours * HOUR);
    const number = this.#dosings.length + 1;
    this.#dosings.push(
      this.#dosing(
        { happened, route: "im", number, state: "planned", note: "", course: COURSE },
        null,
      ),
    );
  }

  /** @param {string} kind @param {string} id @param {object} body */
  #keep(kind, id, body) {
    const written = at(Date.now() - DAY);
    this.#documents.push({ id, kind, rev: `rev-${id}`, written, kept: "backed-up", body });
  }

  /** @param {string} version of the consent that was agreed to; empty: to none */
  #agree(version) {
    if (version === "") return;
    const lines = ["What you write is sealed on this device.", "Nobody watches what you write."];
    const agreed = at(Date.now() - 30 * DAY);
    this.#keep("consent", "consent-1", { version, language: "en", lines, agreed });
  }

  /** A dose three hours ago, for looking at the evening after it. */
  #addDoseJustNow() {
    const happened = at(Date.now() - 3 * HOUR);
    const fields = { happened, route: /** @type {const} */ ("im"), number: 7, note: "" };
    this.#dosings.push(this.#dosing({ ...fields, state: "done", course: COURSE }, null));
  }

  /** The newest entry in words with three answers beside them, part of it shared; and the one before, held back until now. */
  #holdBack() {
    const [before, last] = this.#entries
      .filter(({ summary }) => summary.kind === "entry")
      .slice(-2);
    if (!before || !last) return;
    const { name = "", id: person = "" } = this.#people[0] ?? {};
    for (const entry of [before, last])
      entry.answers = [
        { id: "mood", question: "How is your mood?", type: "scale", value: 6 },
        { id: "feelings", question: "What is there?", type: "chips", value: ["calm", "curious"] },
        { id: "qualities", question: "What is it like?", type: "chips", value: ["warm"] },
      ];
    const share = {
      state: /** @type {const} */ ("current"),
      part: { shown: 2, of: 4 },
      until: null,
    };
    last.summary.shares = [{ person, name, ...share }];
    before.summary.shares = [];
    before.summary.waits = [{ person, name, until: at(Date.now() - HOUR) }];
  }

  /** Years of writing, for looking at how long lists behave. @param {number} count */
  #addMany(count) {
    for (let n = 0; n < count; n += 1) {
      const happened = at(Date.now() - 40 * DAY - n * 5 * HOUR);
      const text = `Entry ${n}. A day like others, and then the light on the wall at four.`;
      const draft = { title: "", text, prompt: null, phase: null, dosing: null, happened };
      const entry = this.#entry(draft, this.#dosings);
      entry.summary.kept = "backed-up";
      this.#entries.push(entry);
    }
    this.#entries.sort((a, b) => byDate(a.summary, b.summary));
  }

  #aDraft() {
    const written = Date.now() - 3 * HOUR;
    return {
      id: "draft-1",
      rev: null,
      title: "",
      text: "The bus driver said mind yourself, the way they do, and I thought, all right, I will",
      prompt: null,
      phase: null,
      dosing: null,
      happened: at(written),
      savedAt: at(written).at,
    };
  }

  /** @param {any} course */
  async #beTherapist(course) {
    this.#status = {
      state: "unlocked",
      handle: "drholm",
      name: course.therapist.name,
      role: "therapist",
    };
    this.#fill(course, "nell");
    const nell = this.#person("nell", course.patient.name, "patient", { verified: "in_person" });
    this.#people = [
      nell,
      this.#person("jonas", "Jonas", "patient", {}),
      this.#person("okafor", "R. Okafor", "patient", { verified: "in_person" }),
      this.#person("meret", "Meret", "patient", {}),
    ];
    const shared = this.#entries.filter(
      ({ summary }) => summary.shares.length > 0 || summary.kind !== "entry",
    );
    for (const { summary, comments } of shared) {
      summary.shares = [];
      summary.comments = comments.length;
    }
    this.#shared.set("nell", {
      person: nell,
      dosings: this.#dosings,
      entries: shared.map((e) => e.summary),
    });
    this.#addOthers();
    this.#addPeople(Number(parameters.get("people") ?? 0));
    this.#beInRoom();
    for (const person of this.#people) this.#count_(person);
    if (parameters.has("asked")) this.#requests = [this.#request("nell", nell.name, false)];
    if (!parameters.has("answers")) this.#answers = [];
    else this.#answers = [{ id: "answer-1", name: "Ines", role: "patient", contested: true }];
  }

  #addOthers() {
    const now = Date.now();
    this.#addOther(
      "jonas",
      [now + 20 * HOUR],
      [["I keep rehearsing the drive there.", now - 5 * HOUR, false]],
    );
    this.#addOther(
      "okafor",
      [45, 38, 31, 24, 16, 9].map((days) => now - days * DAY),
      [
        ["Sleep again, both nights.", now - 10 * DAY, true],
        ["I told my brother. He put the kettle on.", now - 6 * DAY, true],
      ],
    );
    this.#addOther(
      "meret",
      [now - 26 * DAY, now - 19 * DAY],
      [["The same dream, from the other side of the door.", now - 12 * DAY, true]],
    );
  }

  /** A full practice, for looking at the list of people. @param {number} count */
  #addPeople(count) {
    const names = ["Aino", "Béla", "Cleo", "Dara", "Emre", "Fay", "Gus", "Hana", "Ito", "Jude"];
    const now = Date.now();
    for (let n = 0; n < count; n += 1) {
      const id = `person-${n}`;
      this.#people.push(
        this.#person(id, `${names[n % 10]} ${String.fromCharCode(65 + (n % 26))}.`, "patient", {}),
      );
      const shared = now - (1 + ((n * 7) % 23)) * DAY;
      this.#addOther(
        id,
        [now - (n % 40) * DAY, now + (n % 11) * DAY],
        [["A page.", shared, n % 3 > 0]],
      );
    }
  }

  /** What one kept beside entries: a part, a note, a pin, earlier words, a meeting; of the measures only the last are new. */
  #beInRoom() {
    const measures = this.#entries.filter(({ summary }) => summary.kind !== "entry");
    const results = measures.filter(({ summary }) => summary.instrument === "PHQ-9");
    for (const { summary } of measures)
      summary.reviewed = !results.slice(-2).some((one) => one.summary === summary);
    const shared = new Set(this.#shared.get("nell")?.entries.map(({ id }) => id));
    const unread = this.#entries.filter(
      ({ summary }) => shared.has(summary.id) && !summary.reviewed && summary.kind === "entry",
    );
    const [first, last] = [unread.at(0), unread.at(-1)];
    if (first) first.summary.part = { shown: 2, of: 5 };
    if (!last) return;
    this.#versions.set(last.summary.id, [versionOf(last, "Only the first line of it.")]);
    this.#notes.set(last.summary.id, [
      this.#note(last.summary.id, "Ask who the man at the door was."),
    ]);
    this.#pins.add(last.summary.id);
    this.#met = [{ id: "met-1", at: at(Date.now() - 20 * DAY) }];
    const answer = results.at(-1)?.answers.at(-1);
    if (answer && parameters.has("told")) answer.value = 1;
    if (last.summary.dosing)
      this.#more.set(last.summary.dosing, {
        setting: "The room with the blue chair",
        support: "Mara",
        details: null,
      });
  }

  /** @param {string} item @param {string} text @returns {Note} */
  #note(item, text) {
    return {
      id: `note-${++this.#count}`,
      rev: `rev-${this.#count}`,
      item,
      text,
      written: at(Date.now() - 2 * DAY),
      kept: "backed-up",
    };
  }

  /** @param {string} id @param {number[]} doses @param {[string, number, boolean][]} texts */
  #addOther(id, doses, texts) {
    const person = this.#people.find((one) => one.id === id) ?? null;
    const dosings = doses.map((when, index) =>
      this.#dosing(
        {
          happened: at(when),
          route: "im",
          number: index + 1,
          state: when > Date.now() ? "planned" : "done",
          note: "",
          course: null,
        },
        id,
      ),
    );
    const entries = texts.map(([text, when, reviewed]) => {
      const entry = this.#entry(
        { title: "", text, prompt: null, phase: null, dosing: null, happened: at(when) },
        dosings,
      );
      Object.assign(entry.summary, { author: id, reviewed, opened: reviewed, kept: "backed-up" });
      this.#entries.push(entry);
      return entry.summary;
    });
    this.#shared.set(id, { person, dosings, entries });
  }

  /** @param {Person} person */
  #count_(person) {
    const entries = this.#shared.get(person.id)?.entries ?? [];
    const written = entries.filter(({ kind }) => kind === "entry");
    person.sharedCount = written.length;
    person.unread = written.filter(({ reviewed }) => !reviewed).length;
    person.lastShareAt = written.at(-1)?.written.at ?? null;
  }

  /** @param {string} id @param {string} name @param {Role} role @param {Partial<Person>} more @returns {Person} */
  #person(id, name, role, more) {
    return {
      id,
      name,
      role,
      state: "linked",
      verified: "link",
      dosing: false,
      sharedCount: 0,
      unread: 0,
      lastShareAt: null,
      quiet: "",
      ...more,
    };
  }

  /** @param {any} course @param {string} whose */
  #fill(course, whose) {
    const author = whose === "own" ? null : whose;
    this.#dosings = course.dosings.map((/** @type {any} */ row) =>
      this.#dosing(
        {
          happened: at(Date.parse(row.at)),
          route: row.route,
          number: row.number,
          state: "done",
          note: row.note,
          course: author ? null : COURSE,
        },
        author,
      ),
    );
    for (const row of course.entries) this.#entries.push(this.#written(row, course, author));
    for (const row of course.measures)
      this.#entries.push(
        this.#measured(row.instrument, row.total, row.at, "measure", author, row.answers),
      );
    for (const row of course.ratings)
      this.#entries.push(this.#measured(row.name, row.value, row.at, "rating", author));
    this.#entries.sort((a, b) => byDate(a.summary, b.summary));
  }

  /** @param {any} row @param {any} course @param {string|null} author */
  #written(row, course, author) {
    const happened = at(Date.parse(row.at));
    const entry = this.#entry(
      {
        title: "",
        text: row.text,
        prompt: row.prompt,
        phase: row.prompt?.phase ?? null,
        dosing: null,
        happened,
      },
      this.#dosings,
    );
    Object.assign(entry.summary, {
      kept: "backed-up",
      author,
      reviewed: row.reviewed && author !== null,
      opened: row.reviewed,
    });
    if (row.share)
      entry.summary.shares = [
        { person: "holm", name: course.therapist.name, state: "current", part: null, until: null },
      ];
    if (row.comment) {
      const comment = {
        id: `c-${row.id}`,
        author: author ? null : "holm",
        name: course.therapist.name,
        text: row.comment,
        written: at(ms(happened) + 26 * HOUR),
        kept: /** @type {const} */ ("backed-up"),
        muted: false,
        answer: null,
      };
      entry.comments.push(comment);
      entry.summary.comments = 1;
    }
    return entry;
  }

  /** @param {string} instrument @param {number} total @param {string} when @param {"measure"|"rating"} kind @param {string|null} author @param {number[]} [answers] */
  #measured(instrument, total, when, kind, author, answers = []) {
    const entry = this.#entry(
      {
        title: instrument,
        text: "",
        prompt: null,
        phase: null,
        dosing: null,
        happened: at(Date.parse(when)),
        answers: answers.map((value, index) => {
          return { id: String(index + 1), question: "", type: "choice", value };
        }),
      },
      this.#dosings,
    );
    entry.title = "";
    Object.assign(entry.summary, {
      kind,
      instrument,
      total,
      author,
      kept: "backed-up",
      opened: true,
    });
    return entry;
  }

  /** @param {Omit<Dosing, "id"|"author"|"rev"|"kept">} fields @param {string|null} author @returns {Dosing} */
  #dosing(fields, author) {
    return { ...fields, id: `dose-${++this.#count}`, author, rev: "r1", kept: "backed-up" };
  }

  /** @param {EntryDraft} draft @param {Dosing[]} dosings @returns {Entry} */
  #entry(draft, dosings) {
    const happened = draft.happened ?? at(Date.now());
    const id = draft.id && !draft.id.startsWith("draft") ? draft.id : `entry-${++this.#count}`;
    const placed = placeByDate(dosings, happened);
    const said = draft.text || (draft.answers ?? []).map(({ question }) => question).join(" · ");
    /** @type {EntrySummary} */
    const summary = {
      id,
      author: null,
      rev: `rev-${++this.#count}`,
      kind: draft.kind ?? "entry",
      phase: draft.phase ?? placed.phase,
      dosing: draft.dosing ?? placed.dosing,
      happened,
      written: happened,
      prompt: draft.prompt?.id ?? null,
      title: draft.title || short(said, 48),
      preview: short(said, 140),
      kept: "device",
      part: null,
      shares: [],
      waits: [],
      comments: 0,
      unreadComment: false,
      reviewed: false,
      opened: false,
      conflictCopy: false,
      instrument: draft.scored?.instrument ?? null,
      total: draft.scored?.total ?? null,
    };
    const { title, text, prompt, phase, dosing, answers = [], scored = null } = draft;
    const chosen = { phaseChosen: phase, dosingChosen: dosing, answers, scored };
    return { summary, title, text, prompt, ...chosen, comments: [] };
  }

  /** @param {string[]} items */
  #changed(items) {
    this.dispatchEvent(new CustomEvent("changed", { detail: { items } }));
  }

  /** @param {EntrySummary|Dosing} thing */
  #backUpSoon(thing) {
    if (this.#sync.state === "offline" || this.#sync.state === "signed-out") return;
    this.#setSync({ state: "busy", waiting: 1 });
    setTimeout(() => {
      thing.kept = "backed-up";
      this.#setSync({ state: "idle", waiting: 0, backedUpAt: at(Date.now()).at });
      this.#changed([thing.id]);
    }, 1200);
  }

  /** @param {Partial<SyncStatus>} change */
  #setSync(change) {
    this.#sync = { ...this.#sync, ...change };
    this.dispatchEvent(new CustomEvent("sync", { detail: this.#sync }));
  }

  /** @param {Status} status */
  #become(status) {
    this.#status = status;
    this.dispatchEvent(new CustomEvent("status", { detail: status }));
    return status;
  }

  async status() {
    await this.#ready;
    return this.#status;
  }
  async generatePassphrase() {
    return "kettle meadow orbit lantern plain hush";
  }
  /** @param {{handle: string, passphrase: string}} input @returns {Promise<{handle?: Reason, passphrase?: Reason}>} */
  async checkSignUp({ handle, passphrase }) {
    const isHandle = /^[a-z0-9][a-z0-9._@+-]{2,63}$/.test(handle);
    return {
      ...(isHandle ? {} : { handle: "handle-invalid" }),
      ...(passphrase.length < 15 ? { passphrase: "passphrase-short" } : {}),
    };
  }
  /** @param {{handle: string, passphrase: string, name: string, role: Role}} input */
  async startSignUp({ handle, passphrase, name, role }) {
    const [reason] = Object.values(await this.checkSignUp({ handle, passphrase }));
    if (reason) throw new VaultError(reason);
    this.#pending = { handle, name, role };
    return { kitCode: "7K3M-Q9XD-2FHT-VB8C-N4WE-6RJP-Z1YG-5SAK-T0MX", ask: [2, 11, 20, 33] };
  }
  /** @type {{handle: string, name: string, role: Role}} */
  #pending = { handle: "ada", name: "Ada", role: "patient" };
  /** @param {{characters: string}} input */
  async finishSignUp({ characters }) {
    const code = "7K3MQ9XD2FHTVB8CN4WE6RJPZ1YG5SAKT0MX";
    const wanted = [2, 11, 20, 33].map((index) => code[index]).join("");
    if (characters.toUpperCase() !== wanted) throw new VaultError("wrong-characters");
    if (this.#pending.handle === "taken") throw new VaultError("handle-taken");
    this.#agree("2");
    return this.#become({ state: "unlocked", ...this.#pending });
  }
  /** @param {{handle: string, passphrase: string, kitCode: string}} input */
  async signIn({ handle, kitCode }) {
    if (kitCode.replace(/[\s-]/g, "").length !== 36) throw new VaultError("wrong-kit-code");
    this.#agree("2");
    return this.#become({ state: "unlocked", handle, name: "Nell G.", role: "patient" });
  }
  /** @param {{passphrase: string}} input */
  async unlock({ passphrase }) {
    await this.#ready;
    if (passphrase !== "kettle meadow orbit lantern plain hush")
      throw new VaultError("wrong-passphrase");
    sessionStorage.removeItem("locked");
    return this.#become({
      ...this.#status,
      state: "unlocked",
      name: "Nell G.",
      role: this.#status.role ?? "patient",
    });
  }
  /** @param {{passphrase: string}} _input */
  async signInAgain(_input) {
    this.#setSync({ state: "idle", waiting: 0 });
    return this.#status;
  }
  /** @param {{handle: string, kitCode: string}} input */
  async startRecovery({ handle, kitCode }) {
    if (kitCode.replace(/[\s-]/g, "").length !== 36) throw new VaultError("wrong-kit-code");
    if (handle === "nobody") throw new VaultError("sign-in-failed");
    return { handle: this.#status.handle ?? handle, name: "Nell G." };
  }
  /** @param {{passphrase: string}} input */
  async finishRecovery({ passphrase }) {
    if (passphrase.length < 15) throw new VaultError("passphrase-short");
    const handle = this.#status.handle ?? "nell";
    return this.#become({ state: "unlocked", handle, name: "Nell G.", role: "patient" });
  }
  /** @param {{passphrase: string, next: string}} input */
  async changePassphrase({ passphrase, next }) {
    if (passphrase === "wrong") throw new VaultError("wrong-passphrase");
    if (next.length < 15) throw new VaultError("passphrase-short");
  }
  /** @param {{passphrase: string}} input */
  async showKit({ passphrase }) {
    const { kitCode, handle } = await this.startNewKit({ passphrase });
    return { kitCode, handle };
  }
  /** @param {{passphrase: string}} input */
  async startNewKit({ passphrase }) {
    if (passphrase === "wrong") throw new VaultError("wrong-passphrase");
    const started = await this.startSignUp({
      handle: this.#status.handle ?? "nell",
      passphrase: "x".repeat(15),
      name: this.#status.name ?? "Nell G.",
      role: this.#status.role ?? "patient",
    });
    return { ...started, handle: this.#pending.handle };
  }
  /** @param {{characters: string}} input */
  async finishNewKit({ characters }) {
    await this.finishSignUp({ characters });
  }
  async lock() {
    // As a device does: the page that comes next is locked, and has what was being written.
    sessionStorage.setItem("locked", JSON.stringify(this.#drafts));
    return this.#become({ ...this.#status, state: "locked" });
  }
  async beforeRemoval() {
    return { waiting: this.#sync.waiting };
  }
  async endSession() {
    return true;
  }
  async removeFromDevice() {
    return this.#become({ state: "empty", handle: null, name: null, role: null });
  }

  /** @param {{kind: string}} input */
  async documents({ kind }) {
    return this.#documents.filter((one) => one.kind === kind).reverse();
  }
  /** @param {{id?: string, kind: string, body: {[member: string]: any}}} input @returns {Promise<Document>} */
  async saveDocument({ id = `document-${++this.#count}`, kind, body }) {
    const kept = /** @type {const} */ ("backed-up");
    const document = { id, kind, rev: `rev-${++this.#count}`, written: at(Date.now()), kept, body };
    this.#documents = [...this.#documents.filter((one) => one.id !== id), document];
    this.#changed([id]);
    return document;
  }
  /** @param {{id: string}} input */
  async deleteDocument({ id }) {
    this.#documents = this.#documents.filter((one) => one.id !== id);
    this.#changed([id]);
  }

  /** @returns {Promise<InstalledPacks>} */
  async packs() {
    const refused = /** @type {const} */ ([{ name: "clinic", reason: "changed" }]);
    return { packs: [], refused: parameters.has("packs") ? [...refused] : [] };
  }

  /** @param {{limit?: number}} [input] */
  async entries({ limit } = {}) {
    const own = this.#entries.map(({ summary }) => summary).sort((a, b) => byDate(b, a));
    return limit ? own.slice(0, limit) : own;
  }
  /** @param {{text: string}} input */
  async find({ text }) {
    const wanted = wantedWords(text);
    const found = this.#entries.filter((entry) =>
      hasAll(fold(`${entry.title} ${entry.text}`), wanted),
    );
    return found.map(({ summary }) => summary).sort((a, b) => byDate(b, a));
  }
  /** @param {{text: string, ids: string[]}} input @returns {Promise<[string, import("../../static/js/domain/search.js").Piece[]][]>} */
  async placesFound({ text, ids }) {
    const wanted = wantedWords(text);
    return this.#entries
      .filter(({ summary }) => ids.includes(summary.id))
      .map((entry) => [entry.summary.id, placeFound(`${entry.title} ${entry.text}`, wanted)]);
  }
  /** @param {{id: string}} input */
  async entry({ id }) {
    const entry = this.#entries.find(({ summary }) => summary.id === id);
    if (!entry) throw new VaultError("not-found");
    entry.summary.unreadComment = false;
    entry.summary.opened = true;
    return structuredClone(entry);
  }
  /** @param {EntryDraft} draft */
  async saveDraft(draft) {
    if (isFull()) throw new VaultError("storage-full");
    const id = draft.id ?? `draft-${++this.#count}`;
    this.#drafts = this.#drafts.filter((one) => one.id !== id);
    this.#drafts.unshift({ ...draft, id, savedAt: at(Date.now()).at });
    return { id, seen: draft.seen, apart: false };
  }
  async form() {
    return null;
  }

  async saveForm() {}

  async discardForm() {}

  async drafts() {
    return structuredClone(this.#drafts);
  }
  async backUpDrafts() {}
  /** @param {{id: string}} input */
  async discardDraft({ id }) {
    this.#drafts = this.#drafts.filter((one) => one.id !== id);
  }
  /** @param {EntryDraft} draft */
  async saveEntry(draft) {
    if (isFull()) throw new VaultError("storage-full");
    const entry = this.#entry(draft, this.#dosings);
    const old = this.#entries.find(({ summary }) => summary.id === draft.id);
    if (old) {
      entry.comments = old.comments;
      entry.summary.comments = old.summary.comments;
      entry.summary.shares = old.summary.shares.map((share) => ({ ...share, state: "older" }));
    }
    this.#drafts = this.#drafts.filter((one) => one.id !== draft.id);
    this.#entries = this.#entries.filter((one) => one !== old);
    this.#entries.push(entry);
    this.#entries.sort((a, b) => byDate(a.summary, b.summary));
    this.#changed([entry.summary.id]);
    this.#backUpSoon(entry.summary);
    return entry.summary;
  }
  /** @param {{id: string}} input */
  async deleteEntry({ id }) {
    this.#deleted.push(...this.#entries.filter(({ summary }) => summary.id === id));
    this.#entries = this.#entries.filter(({ summary }) => summary.id !== id);
    this.#changed([id]);
  }
  /** @param {{id: string}} input */
  async restoreEntry({ id }) {
    const entry = this.#deleted.find(({ summary }) => summary.id === id);
    if (!entry) throw new VaultError("not-found");
    this.#deleted = this.#deleted.filter((one) => one !== entry);
    this.#entries.push(entry);
    this.#entries.sort((a, b) => byDate(a.summary, b.summary));
    this.#changed([id]);
    return entry.summary;
  }

  /** @returns {Promise<Aside>} with `?odd`, one of each kind */
  async aside() {
    if (!parameters.has("odd")) return { unsent: [], unopened: [], more: 0 };
    const [entry] = this.#entries.map(({ summary }) => summary);
    /** @type {Unopened[]} */
    const unopened = [
      { id: "1", from: "person", name: "Dr. Jonas Holm", isNewer: true },
      { id: "2", from: "capture", name: null, isNewer: false },
    ];
    /** @type {Unsent[]} */
    const unsent = [
      { kind: "put", name: null, entry: entry ?? null },
      { kind: "grant", name: "Dr. Jonas Holm", entry: entry ?? null },
      { kind: "ring", name: null, entry: null },
    ];
    return { unsent, unopened, more: 0 };
  }
  async asideFile() {
    return "{}";
  }

  /** @returns {Promise<CopyList>} with `?odd`, something that can't be read */
  async copyList() {
    const entries = this.#entries.filter(({ summary }) => summary.author === null);
    const owner = {
      id: "me",
      name: this.#status.name ?? "",
      role: /** @type {const} */ ("patient"),
    };
    const counts = { entries: entries.length, drafts: 3, trash: 1, other: 1200 };
    const unread = parameters.has("odd") ? [{ id: "entry-lost", why: "missing" }] : [];
    return {
      head: { made: at(Date.now()), owner, people: [] },
      counts,
      unread,
      total: entries.length,
    };
  }
  /** @param {{from: number}} input @returns {Promise<CopyPage>} with `?making`, one that does not come */
  async copyPage({ from }) {
    if (parameters.has("making") && from > 0) return new Promise(() => {});
    const all = this.#entries.filter(({ summary }) => summary.author === null);
    const items = all.slice(from, from + 3).map(({ summary, title, text }) => {
      const { id, rev, kind, happened, written } = summary;
      const payload = { v: 1, kind, prev: null, written, happened, title, text };
      return {
        id,
        author: null,
        state: /** @type {const} */ ("kept"),
        revisions: [{ rev, payload }],
      };
    });
    return { items, unread: [], next: from + 3 < all.length ? from + 3 : null };
  }

  /** @returns {Promise<DeletedEntry[]>} */
  async trash() {
    return this.#deleted.map(({ summary: { id, kind, title, preview, happened } }) => {
      return { id, kind, title, preview, happened, deletedAt: at(Date.now() - HOUR).at };
    });
  }
  /** @param {{id?: string}} [input] */
  async emptyTrash({ id } = {}) {
    this.#deleted = this.#deleted.filter(({ summary }) => id !== undefined && summary.id !== id);
    this.#changed([]);
  }
  /** @param {{id: string}} input @returns {Promise<VersionSummary[]>} */
  async versions({ id }) {
    const entry = await this.entry({ id });
    const all = [versionOf(entry, entry.text), ...(this.#versions.get(id) ?? [])];
    return all.map(({ rev, written, title, text }, index) => {
      return {
        rev,
        written,
        title: title || short(text, 48),
        preview: short(text, 140),
        current: index === 0,
      };
    });
  }
  /** @param {{id: string, rev: string}} input */
  async version({ id, rev }) {
    const entry = await this.entry({ id });
    const all = [versionOf(entry, entry.text), ...(this.#versions.get(id) ?? [])];
    const found = all.find((one) => one.rev === rev);
    if (!found) throw new VaultError("not-found");
    return found;
  }
  /** @param {{id: string, rev: string}} input */
  async restoreVersion({ id, rev }) {
    const { title, text } = await this.version({ id, rev });
    const { prompt, summary } = await this.entry({ id });
    return this.saveEntry({
      id,
      title,
      text,
      prompt,
      phase: null,
      dosing: null,
      happened: summary.happened,
    });
  }

  /** @param {{id: string}} input @returns {Promise<DosingWhole>} */
  async dosing({ id }) {
    const dose = [
      ...this.#dosings,
      ...[...this.#shared.values()].flatMap(({ dosings }) => dosings),
    ].find((one) => one.id === id);
    if (!dose) throw new VaultError("not-found");
    return { ...dose, ...(this.#more.get(id) ?? { setting: "", support: "", details: null }) };
  }
  async dosings() {
    return [...this.#dosings].sort(byDate);
  }
  /** @param {Parameters<Vault["saveDosing"]>[0]} input */
  async saveDosing({
    id,
    happened,
    route,
    number,
    state,
    note,
    course,
    setting,
    support,
    details,
  }) {
    const old = this.#dosings.find((one) => one.id === id);
    const fields = {
      happened,
      route,
      number: number ?? this.#dosings.length + 1,
      state: state ?? "done",
      note: note ?? old?.note ?? "",
      course: course === undefined ? (old?.course ?? null) : course,
    };
    const dosing = {
      ...this.#dosing(fields, null),
      ...(id ? { id } : {}),
      kept: /** @type {const} */ ("device"),
    };
    const more = this.#more.get(dosing.id);
    this.#more.set(dosing.id, {
      setting: setting ?? more?.setting ?? "",
      support: support ?? more?.support ?? "",
      details: details ?? more?.details ?? null,
    });
    this.#dosings = [...this.#dosings.filter((one) => one.id !== id), dosing];
    this.#changed([dosing.id]);
    this.#backUpSoon(dosing);
    return dosing;
  }
  /** @param {{id: string}} input */
  async deleteDosing({ id }) {
    this.#dosings = this.#dosings.filter((one) => one.id !== id);
    this.#changed([id]);
  }
  /** @param {{person?: string}} [input] @returns {Promise<Timeline>} */
  async timeline({ person } = {}) {
    if (person) {
      const found = this.#shared.get(person);
      if (!found) throw new VaultError("not-found");
      return { ...found, pinned: [...this.#pins] };
    }
    return {
      person: null,
      dosings: await this.dosings(),
      entries: this.#entries.map(({ summary }) => summary),
      pinned: [],
    };
  }

  async people() {
    for (const person of this.#people) {
      if (person.role === "patient") this.#count_(person);
      else {
        const shared = this.#entries.filter(({ summary }) =>
          summary.shares.some((share) => share.person === person.id),
        );
        person.sharedCount = shared.length;
        person.lastShareAt = shared.at(-1)?.summary.written.at ?? null;
      }
    }
    return [...this.#people];
  }
  async createInvite() {
    const link = `${location.origin}/i#1.Qm9yZWFsLWtpbmRuZXNzLW9mLXN0cmFuZ2Vycy1hbmQtb3c.c2VjcmV0LW9mLXRoZS1pbnZpdGUtdGhpcnR5LXR3by1ieXQ`;
    return { link, id: "invite-1", expires: Math.floor(Date.now() / 1000) + 72 * 3600 };
  }
  /** @param {{link: string}} input */
  async openInvite({ link }) {
    if (!/\/i#1\.[\w-]+\.[\w-]+$/.test(link)) throw new VaultError("invite-invalid");
    const patient = this.#status.role === "patient";
    return {
      id: "invite-2",
      name: patient ? "Dr Lindqvist" : "Ines",
      role: /** @type {Role} */ (patient ? "therapist" : "patient"),
    };
  }
  /** @param {{id: string}} _input */
  async acceptInvite(_input) {
    const patient = this.#status.role === "patient";
    this.#people.push(
      this.#person("new", patient ? "Dr Lindqvist" : "Ines", patient ? "therapist" : "patient", {
        state: "waiting",
      }),
    );
    this.#changed(["new"]);
  }
  async answers() {
    return this.#answers;
  }
  /** @param {{id: string, accept: boolean}} input */
  async confirmAnswer({ id, accept }) {
    const answer = this.#answers.find((one) => one.id === id);
    this.#answers = this.#answers.filter((one) => one.id !== id);
    if (answer && accept) this.#people.push(this.#person(id, answer.name, answer.role, {}));
    this.#changed([id]);
  }
  /** @param {{person: string}} _input */
  async safetyNumber(_input) {
    return "48213 07752 91640 33185 60297 14873 55026 80914 27361 69405 11938 74620".split(" ");
  }
  /** @param {{person: string}} input */
  async markCompared({ person }) {
    const found = this.#people.find(({ id }) => id === person);
    if (found) found.verified = "in_person";
    this.#changed([person]);
  }

  /** @param {{person: string, muted: boolean}} input */
  async mute({ person, muted }) {
    const found = this.#people.find(({ id }) => id === person);
    if (found) found.quiet = muted ? "muted" : "";
    this.#changed([person]);
  }
  /** @param {{person: string}} input */
  async block({ person }) {
    const found = this.#people.find(({ id }) => id === person);
    if (found) Object.assign(found, { quiet: "blocked", state: "closed" });
    this.#changed([person]);
  }

  /** @param {ShareAsked} input @returns {Promise<ShareAnswer>} */
  async share({ id, person, parts = "whole", dosing, until = null, override }) {
    const entry = this.#entries.find(({ summary }) => summary.id === id);
    const reader = this.#people.find((one) => one.id === person);
    if (!entry || !reader) throw new VaultError("not-linked");
    const { summary } = entry;
    const { name } = reader;
    const held = override ? null : await this.guardedUntil({ id });
    summary.waits = summary.waits.filter((one) => one.person !== person);
    if (held) summary.waits.push({ person, name, until: held });
    this.#changed([id, person]);
    if (held) return { state: /** @type {const} */ ("waits"), until: held };
    if (dosing !== undefined) reader.dosing = dosing;
    const of = entry.answers.filter(({ value }) => value !== null).length + 1;
    const part = parts === "whole" ? null : { shown: parts.length, of };
    const others = summary.shares.filter((share) => share.person !== person);
    summary.shares = [...others, { person, name, state: "current", part, until }];
    return { state: /** @type {const} */ ("shared") };
  }
  /** @param {{id?: string, happened?: Instant|null}} input */
  async guardedUntil({ id, happened }) {
    const entry = this.#entries.find(({ summary }) => summary.id === id);
    const moment = ms(entry?.summary.happened ?? happened ?? at(Date.now()));
    const dose = this.#dosings.findLast((one) => ms(one.happened) <= moment);
    const end = dose ? ms(dose.happened) + DAY : 0;
    return moment < end && Date.now() < end ? at(end) : null;
  }
  /** @returns {Promise<ShareTerms[]>} */
  async shares() {
    return [];
  }
  /** @param {{id: string, person: string}} input */
  async unshare({ id, person }) {
    const entry = this.#entries.find(({ summary }) => summary.id === id);
    if (entry) {
      const { summary } = entry;
      summary.shares = summary.shares.filter((share) => share.person !== person);
      summary.waits = summary.waits.filter((held) => held.person !== person);
    }
    this.#changed([id, person]);
  }
  /** @param {{ids: string[], person: string}} input */
  async shareMany({ ids, person }) {
    for (const id of ids) await this.share({ id, person });
    return { shared: ids, waits: [] };
  }
  /** @returns {Promise<Series[]>} */
  async series() {
    const since = at(Date.now() - 20 * DAY);
    const holm = { id: "series-1", person: "holm", name: this.#people[0]?.name ?? "" };
    return this.#people.length ? [{ ...holm, instrument: "PHQ-9", since, until: null }] : [];
  }
  /** @param {{person: string, instrument: string, until?: Instant|null}} input @returns {Promise<Series>} */
  async startSeries({ person, instrument, until = null }) {
    const { name = "" } = this.#people.find(({ id }) => id === person) ?? {};
    return { id: "series-2", person, name, instrument, since: at(Date.now()), until };
  }
  /** @param {{id: string}} _input */
  async endSeries(_input) {}
  /** @param {{person: string}} input */
  async unshareAll({ person }) {
    for (const { summary } of this.#entries)
      summary.shares = summary.shares.filter((share) => share.person !== person);
    await this.showDosings({ person, dosing: false });
  }
  /** @param {{person: string, dosing: boolean}} input */
  async showDosings({ person, dosing }) {
    const found = this.#people.find(({ id }) => id === person);
    if (found) found.dosing = dosing;
    this.#changed([person]);
  }
  /** @param {{person?: string}} [input] @returns {Promise<Receipt[]>} */
  async receipts({ person } = {}) {
    const shared = this.#entries.flatMap(({ summary, comments }) =>
      summary.shares.flatMap((share, i) => this.#receiptsOf(summary, share, comments, i)),
    );
    return shared
      .filter((one) => person === undefined || one.person === person)
      .sort((a, b) => (b.when ? ms(b.when) : 0) - (a.when ? ms(a.when) : 0));
  }
  /** @param {EntrySummary} summary @param {Share} share @param {Comment[]} comments @param {number} i */
  #receiptsOf({ id, kind, title, instrument, written, opened }, share, comments, i) {
    const { person, name, part } = share;
    const about = { person, name, item: id, kind, title, instrument, part: part ?? null };
    const later = (/** @type {number} */ hours) => at(ms(written) + hours * HOUR);
    /** @type {Receipt[]} */
    const lines = [
      { ...about, what: "shared", when: later(1 + i) },
      { ...about, what: "delivered", when: null },
    ];
    if (opened || comments.length) lines.push({ ...about, what: "opened", when: later(20) });
    for (const comment of comments)
      lines.push({ ...about, what: "commented", when: comment.written });
    return lines;
  }
  /** @param {{comment: string, text: string}} input @returns {Promise<Comment>} */
  async answerComment({ comment: id, text }) {
    const comment = this.#entries.flatMap(({ comments }) => comments).find((one) => one.id === id);
    if (!comment || comment.answer) throw new VaultError("not-found");
    const written = at(Date.now());
    const said = { id: `c-${++this.#count}`, author: null, name: this.#status.name ?? "", text };
    comment.answer = { ...said, written, kept: "device", muted: false, answer: null };
    this.#changed([id]);
    return comment;
  }

  /** @param {{person: string}} input */
  async closeLink({ person }) {
    for (const { summary } of this.#entries)
      summary.shares = summary.shares.filter((share) => share.person !== person);
    const found = this.#people.find(({ id }) => id === person);
    if (found) found.state = "closed";
    this.#changed([person]);
  }
  async look() {}

  /** @param {{entry: string, text: string}} input @returns {Promise<Comment>} */
  async comment({ entry: id, text }) {
    const entry = this.#entries.find(({ summary }) => summary.id === id);
    if (!entry) throw new VaultError("not-found");
    /** @type {Comment} */
    const comment = {
      id: `c-${++this.#count}`,
      author: null,
      name: this.#status.name ?? "",
      text,
      written: at(Date.now()),
      kept: "device",
      muted: false,
      answer: null,
    };
    entry.comments.push(comment);
    entry.summary.comments += 1;
    this.#changed([id]);
    return comment;
  }
  /** @param {{entry: string, reviewed: boolean}} input */
  async review({ entry, reviewed }) {
    const ids = [entry].flat();
    for (const { summary } of this.#entries)
      if (ids.includes(summary.id)) summary.reviewed = reviewed;
    this.#changed(ids);
  }

  /** @param {Person} person @returns {Promise<QueueRow[]>} */
  async #queueOf(person) {
    const model = "/static/js/domain/caseload.js";
    const { queueOf } = await import(model);
    const { entries = [], dosings = [] } = this.#shared.get(person.id) ?? {};
    const doses = new Map(dosings.map((dose) => [dose.id, dose]));
    return queueOf(
      entries.filter(({ reviewed }) => !reviewed),
      person,
      doses,
    );
  }
  /** @returns {Promise<CaseRow[]>} */
  async caseload() {
    const people = (await this.people()).filter(({ state }) => state !== "closed");
    return Promise.all(people.map((person) => this.#caseOf(person)));
  }
  /** @param {Person} person @returns {Promise<CaseRow>} */
  async #caseOf(person) {
    const { entries = [], dosings = [] } = this.#shared.get(person.id) ?? {};
    const [now, queue] = [Date.now(), await this.#queueOf(person)];
    const results = entries.filter(({ kind }) => kind === "measure");
    const names = [...new Set(results.map(({ instrument }) => instrument ?? ""))];
    return {
      person,
      last: dosings.findLast(({ happened }) => ms(happened) <= now) ?? null,
      next: dosings.find(({ happened }) => ms(happened) > now) ?? null,
      toRead: queue.length,
      oldest: queue[0]?.written ?? null,
      met: this.#met[0]?.at ?? null,
      measures: names.map((instrument) => {
        const own = results.filter((one) => one.instrument === instrument);
        return { instrument, times: own.length, last: own.at(-1)?.happened ?? at(now) };
      }),
    };
  }
  /** @param {{from?: number, limit?: number}} [input] @returns {Promise<Queue>} */
  async queue({ from = 0, limit } = {}) {
    const all = await Promise.all(this.#people.map((person) => this.#queueOf(person)));
    const rows = all.flat().sort((a, b) => ms(a.written) - ms(b.written));
    return { total: rows.length, rows: rows.slice(from, limit && from + limit) };
  }
  /** @param {{id: string}} input */
  async beside({ id }) {
    return { notes: [...(this.#notes.get(id) ?? [])], pinned: this.#pins.has(id) };
  }
  /** @param {{id: string, text: string}} input */
  async saveNote({ id, text }) {
    const note = text.trim() ? this.#note(id, text) : null;
    this.#notes.set(id, note ? [note] : []);
    return note;
  }
  /** @param {{id: string, pinned: boolean}} input */
  async pin({ id, pinned }) {
    if (pinned) this.#pins.add(id);
    else this.#pins.delete(id);
    this.#changed([id]);
  }
  /** @param {{at: Instant}} input */
  async meet({ at: when }) {
    const meeting = { id: `met-${++this.#count}`, at: when };
    this.#met = [meeting, ...this.#met].sort((a, b) => ms(b.at) - ms(a.at));
    this.#changed([meeting.id]);
    return meeting;
  }
  /** @param {{id: string}} input */
  async unmeet({ id }) {
    this.#met = this.#met.filter((one) => one.id !== id);
    this.#changed([id]);
  }
  async meetings() {
    return [...this.#met];
  }
  /** @param {{person: string}} input @returns {Promise<Brief>} */
  async brief({ person: id }) {
    const { person, dosings, entries } = await this.timeline({ person: id });
    const since = this.#met[0]?.at ?? null;
    const isNew = (/** @type {Instant} */ when) => since === null || ms(when) > ms(since);
    const words = await Promise.all(entries.map((one) => this.entry({ id: one.id })));
    const fresh = words.filter(({ summary }) => isNew(summary.written));
    return {
      person: /** @type {Person} */ (person),
      since,
      dosings,
      shares: fresh.map(({ summary }) => summary).filter(({ kind }) => kind === "entry"),
      pinned: entries.filter((one) => this.#pins.has(one.id)),
      notes: [...this.#notes.values()].flat(),
      results: entries.filter(({ kind }) => kind === "measure"),
      answers: fresh.map(({ summary, answers }) => ({ item: summary.id, answers })),
      said: words.map(({ summary, comments }) => ({ item: summary.id, comments })),
      asked: this.#requests.filter((one) => one.person === id),
      given: await this.assignments({ person: id }),
    };
  }

  /** @type {ContactRequest[]} */
  #requests = [];
  async contactRequests() {
    return [...this.#requests];
  }
  /** @param {{person: string}} input */
  async askContact({ person }) {
    const { name = "" } = this.#people.find(({ id }) => id === person) ?? {};
    const request = this.#request(person, name, this.#sync.state === "offline");
    this.#requests = [request, ...this.#requests];
    this.#changed([request.id]);
    return request;
  }
  /** @param {string} person @param {string} name @param {boolean} waits @returns {ContactRequest} */
  #request(person, name, waits) {
    const state = waits ? "waiting" : "sent";
    const written = at(Date.now() - HOUR);
    return { id: `request-${++this.#count}`, person, name, written, state, seen: false };
  }
  /** @param {{id: string}} input */
  async withdrawContact({ id }) {
    this.#requests = this.#requests.filter((one) => one.id !== id);
    this.#changed([id]);
  }
  /** @param {{id: string}} input */
  async seenContact({ id }) {
    this.#requests = this.#requests.map((one) => (one.id === id ? { ...one, seen: true } : one));
    this.#changed([id]);
  }

  /** @type {Boundary|null} */
  #boundary = null;
  /** @param {string|null} person @returns {Boundary} */
  #aBoundary(person) {
    const from = new Date(Date.now() - DAY).toLocaleDateString("sv");
    const until = new Date(Date.now() + 9 * DAY).toLocaleDateString("sv");
    const text = "Dr Okonkwo answers the phone meanwhile: 01 555 0142.";
    return {
      id: "boundary-1",
      person,
      written: at(Date.now() - 30 * DAY),
      kept: "backed-up",
      rhythm: "On Mondays and Thursdays, in the evening. Not at weekends.",
      record: "I write in your record that I read something, never what it says, unless you ask.",
      danger: "I call you, then the person you named. I do not see it before I read it.",
      absence: "Dr Okonkwo, at the clinic, for as long as I am away.",
      away: parameters.has("away") ? { from, until, text } : null,
    };
  }
  /** @param {{person?: string}} [input] @returns {Promise<Boundary|null>} */
  async boundary({ person } = {}) {
    if (person) return this.#aBoundary(person);
    const isSaid = this.#status.role === "therapist" && !parameters.has("unsaid");
    return this.#boundary ?? (isSaid ? this.#aBoundary(null) : null);
  }
  /** @param {Parameters<Vault["saveBoundary"]>[0]} said @returns {Promise<Boundary>} */
  async saveBoundary(said) {
    this.#boundary = { ...this.#aBoundary(null), ...said, written: at(Date.now()), kept: "device" };
    this.#changed([this.#boundary.id]);
    return this.#boundary;
  }

  /** @type {Assignment[]|null} */
  #assignments = null;
  /** @param {{person?: string}} [input] @returns {Promise<Assignment[]>} */
  async assignments({ person } = {}) {
    this.#assignments ??= parameters.has("assigned") ? this.#someAssignments() : [];
    return this.#assignments.filter((one) => (person ?? one.person) === one.person);
  }
  /** @returns {Assignment[]} */
  #someAssignments() {
    const patient = this.#status.role === "patient";
    const [person, name] = patient ? ["holm", "Dr Holm"] : ["nell", "Nell G."];
    const whose = {
      person,
      name,
      given: at(Date.now() - 2 * DAY),
      kept: /** @type {const} */ ("backed-up"),
    };
    const none = {
      prompt: null,
      pack: null,
      title: "",
      instrument: null,
      note: "",
      due: null,
      declined: null,
    };
    const text = "The corridor again: what was it like to stand still in it?";
    const prompt = { pack: "own", id: "given-1", version: 1, text, phase: null };
    return [
      {
        ...whose,
        ...none,
        id: "given-1",
        what: "prompt",
        prompt,
        note: "Only if it is still near.",
      },
      {
        ...whose,
        ...none,
        id: "given-2",
        what: "measure",
        instrument: "PEG",
        due: { date: today() },
      },
      {
        ...whose,
        ...none,
        id: "given-3",
        what: "pack",
        pack: "pain",
        title: "Pain",
        declined: patient ? null : at(Date.now() - DAY),
      },
      {
        ...whose,
        ...none,
        id: "given-4",
        what: "prompt",
        prompt: { ...prompt, id: "given-4", text: "What would you like me to ask?" },
        due: { dose: "next", days: -1 },
      },
    ];
  }
  /** @param {NewAssignment} input @returns {Promise<Assignment>} */
  async assign({ person, prompt, pack, title, instrument, ...said }) {
    const { name = "" } = this.#people.find(({ id }) => id === person) ?? {};
    const id = `given-${++this.#count}`;
    /** @type {Assignment} */
    const given = {
      ...said,
      id,
      person,
      name,
      given: at(Date.now()),
      kept: "device",
      declined: null,
      prompt: prompt ? { ...prompt, id: prompt.id || id } : null,
      pack: pack ?? null,
      title: title ?? "",
      instrument: instrument ?? null,
    };
    this.#assignments = [given, ...(await this.assignments())];
    this.#changed([id]);
    return given;
  }
  /** @param {{id: string}} input */
  async takeBackAssignment({ id }) {
    this.#assignments = (await this.assignments()).filter((one) => one.id !== id);
    this.#changed([id]);
  }
  /** @param {{id: string, declined: boolean}} input */
  async declineAssignment({ id, declined }) {
    this.#assignments = (await this.assignments()).map((one) =>
      one.id === id ? { ...one, declined: declined ? at(Date.now()) : null } : one,
    );
    this.#changed([id]);
  }

  async syncStatus() {
    return this.#sync;
  }
  async syncNow() {
    return this.#sync;
  }
  /** @param {{id: string}} input */
  async dismissNotice({ id }) {
    this.#setSync({ notices: this.#sync.notices.filter((notice) => notice.id !== id) });
  }
  /** @type {number|null} */
  #due = null;
  async erasure() {
    const counts = { records: 148, revisions: 96, bytes: 212_480, credentials: 2, sessions: 2 };
    const kept = { accounts: 1, records: 41, rows: 23 };
    const rest = { wait: 604_800, backups: 2_592_000, key: "" };
    return { due: this.#due, ...rest, counts: { ...counts, invites: 0, kept } };
  }
  async askErasure() {
    this.#due = Math.floor(Date.now() / 1000) + 604_800;
  }
  async takeBackErasure() {
    this.#due = null;
  }
  async eraseNow() {
    const { counts } = await this.erasure();
    this.#setSync({ notices: [{ id: "erased", type: "erased", item: null }] });
    const at = Math.floor(Date.now() / 1000);
    const receipt = { text: JSON.stringify({ ...counts, at }), key: "", signature: "" };
    return { receipt, at, counts };
  }
  #devices = [
    { id: "d1", name: "Safari on iPhone", age: [0, 37], isCurrent: true },
    { id: "d2", name: "Firefox on Windows", age: [0.2, 12], isCurrent: false },
    { id: "d3", name: null, age: [21, 60], isCurrent: false },
  ];
  async devices() {
    const { state } = this.#sync;
    if (state === "offline") throw new VaultError("offline");
    if (state === "signed-out") throw new VaultError("sign-in-failed");
    const time = (/** @type {number} */ days) => new Date(Date.now() - days * DAY).toISOString();
    return this.#devices.map(({ age: [seen = 0, created = 0], ...device }) => ({
      ...device,
      created: time(created),
      seen: time(seen),
    }));
  }
  /** @param {{id: string}} input */
  async endDevice({ id }) {
    this.#devices = this.#devices.filter((device) => device.id !== id);
  }
  async serverKnows() {
    return {
      handle: this.#status.handle,
      id_pk: "kYw0h3cVQv1Jr8dQZk1y7wJm2m7Ck4mXo0b3o2n9pZ8",
      created: Math.floor(Date.now() / 1000) - 37 * 86_400,
      credentials: [
        { id: "a", kind: "password" },
        { id: "b", kind: "kit" },
      ],
      links: [{ id_pk: "Zr8m", since: Math.floor(Date.now() / 1000) - 35 * 86_400 }],
      records: 148,
      revisions: 96,
      bytes: 212_480,
      delivered: 96_256,
      room: 4_294_967_296,
    };
  }
}

export const vault = /** @type {Vault & EventTarget} */ (new FakeVault());
