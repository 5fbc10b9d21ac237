/** Words to tap: several may be chosen, each says whether it is. */

import { html } from "lit-html";

/**
 * @param {object} options
 * @param {string} options.id       of the group
 * @param {string} options.label    read out with the group
 * @param {string[]} options.words  offered
 * @param {string[]} options.chosen  those that are not offered stand behind the others
 * @param {(word: string) => void} options.toggle
 */
export function chipGroup({ id, label, words, chosen, toggle }) {
  const own = chosen.filter((word) => !words.includes(word));
  return html`<section role="group" aria-labelledby=${`chips-${id}`} class="chip-group">
    <h3 id=${`chips-${id}`}>${label}</h3>
    <div class="chips">
      ${[...words, ...own].map(
        (word) => html`<button
          type="button"
          class="chip"
          dir="auto"
          aria-pressed=${String(chosen.includes(word))}
          @click=${() => toggle(word)}
        >
          ${word}
        </button>`,
      )}
    </div>
  </section>`;
}
