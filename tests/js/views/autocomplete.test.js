import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const JS = new URL("../../../static/js/", import.meta.url);

/** Start tags of fields and forms in all templates, expressions included. */
const tags = ["components", "views"].flatMap((folder) =>
  readdirSync(new URL(folder, JS), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js") && name !== "design/gallery.js")
    .flatMap((name) => {
      const text = readFileSync(new URL(`${folder}/${name}`, JS), "utf8");
      return [...text.matchAll(/<(?:form|input|textarea|select)\s(?:[^>]|=>)*>/g)].map(
        ([tag]) => `${name}: ${tag}`,
      );
    }),
);

test("no field or form leaves what is typed to the browser's own files", () => {
  assert.ok(tags.length > 20);
  assert.deepEqual(
    tags.filter((tag) => !/\sautocomplete=("off"|\$\{)/.test(tag)),
    [],
  );
});

test("every text area belongs to a form, which is what Chromium heeds", () => {
  const areas = tags.filter((tag) => tag.includes("<textarea"));
  assert.ok(areas.length >= 3);
  for (const area of areas) {
    const [file] = area.split(":");
    assert.ok(
      tags.some((tag) => tag.startsWith(`${file}: <form`)),
      area,
    );
  }
});
