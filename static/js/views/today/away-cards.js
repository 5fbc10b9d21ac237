/** On Today: a linked therapist is away, as long as that holds. */

import { html } from "lit-html";
import { awayOn } from "../../domain/boundaries.js";
import { dayOf } from "../../ui/dates.js";
import { awayNotice } from "../shared/boundary.js";

/** @import { CardSource } from "./today-cards.js" */

/** @type {CardSource} */
export default async ({ vault }, { people }, now) => {
  const linked = people.filter(({ state, role }) => state === "linked" && role === "therapist");
  const said = await Promise.all(
    linked.map(async ({ id, name }) => ({ name, boundary: await vault.boundary({ person: id }) })),
  );
  return said
    .filter(({ boundary }) => awayOn(boundary?.away, dayOf(now)) === "now")
    .map(({ name, boundary }) => ({
      place: "top",
      render: () => html`<li>${awayNotice(boundary, name)}</li>`,
    }));
};
