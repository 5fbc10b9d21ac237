// A linked person whose app does what it likes: tests/evil/contact.py, spoken to line by line.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { python, root, sayBoundary } from "./world.js";

/** @import { Role } from "../../../static/js/domain/people.js" */
/** @import { Device } from "./world.js" */

export class Contact {
  #process;
  #lines;

  /** @param {string} origin @param {Role} role @param {number} seed of what they try */
  constructor(origin, role, seed) {
    this.#process = spawn(python, ["-m", "tests.evil.contact", origin, role, `${seed}`], {
      cwd: root,
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
  }

  /**
   * @param {Device} victim
   * @param {Role} role
   * @param {number} seed
   * @returns {Promise<{contact: Contact, person: string}>} linked by the victim's own invite; `person` is what the victim calls them
   */
  static async befriend(victim, role, seed) {
    const contact = new Contact(victim.origin, role, seed);
    await sayBoundary(victim);
    const { link } = await victim.vault.createInvite();
    await contact.does(`answer ${link}`);
    const [answer] = await victim.vault.answers();
    await victim.vault.confirmAnswer({ id: answer?.id ?? "", accept: true });
    await victim.sync();
    await contact.does("begin");
    await victim.sync();
    return { contact, person: (await victim.vault.people()).at(-1)?.id ?? "" };
  }

  /** @param {string} command as tests/evil/contact.py has them @returns {Promise<any>} what it says to it */
  async does(command) {
    this.#process.stdin.write(`${command}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("the hostile contact has ended");
    return JSON.parse(value).said;
  }

  async leave() {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.stdin.end();
    await ended;
  }
}
