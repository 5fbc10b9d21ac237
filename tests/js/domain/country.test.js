import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import {
  countryIn,
  isOld,
  packPlaces,
  readLines,
  withPlaces,
} from "../../../static/js/domain/help-lines.js";

const FILE = JSON.parse(
  readFileSync(new URL("../../../static/content/help.json", import.meta.url), "utf8"),
);
const { countries } = readLines(FILE);
/** @param {string|undefined} zone */
const of = (zone) => countryIn(countries, zone)?.id ?? "ask";

/** What a device says of where it is. The languages stand here to show that they count for nothing. @type {[string, string[], string|undefined, string][]} */
const DEVICES = [
  ["a Swiss phone in German", ["de-CH", "de", "en-US", "en"], "Europe/Zurich", "ch"],
  ["the same without a zone", ["de-CH", "de", "en-US", "en"], undefined, "ask"],
  ["a phone in US English in Berlin", ["en-US", "en"], "Europe/Berlin", "de"],
  ["a phone in US English in London", ["en-US", "en"], "Europe/London", "gb"],
  ["a phone in US English in Vienna", ["en-US"], "Europe/Vienna", "at"],
  ["Mexico", ["es-MX", "es", "en-US", "en"], "America/Mexico_City", "mx"],
  ["Tijuana", ["es-MX", "es", "en-US", "en"], "America/Tijuana", "mx"],
  ["Brazil", ["pt-BR", "pt", "en-US", "en"], "America/Sao_Paulo", "br"],
  ["Israel", ["he-IL", "he", "en-US", "en"], "Asia/Jerusalem", "il"],
  ["India", ["en-IN", "en-GB", "en-US", "en"], "Asia/Kolkata", "in"],
  ["India, by its old name", ["en-IN", "en-GB"], "Asia/Calcutta", "in"],
  ["South Africa", ["en-ZA", "en-GB", "en-US"], "Africa/Johannesburg", "ask"],
  ["Bogotá, with no region in the language", ["es"], "America/Bogota", "co"],
  ["Lima, with no region in the language", ["es"], "America/Lima", "ask"],
  ["Buenos Aires, as tzdata names it", ["es-AR"], "America/Argentina/Buenos_Aires", "ar"],
  ["Buenos Aires, as CLDR names it", ["es-AR"], "America/Buenos_Aires", "ar"],
  ["Santiago", ["es-CL", "es"], "America/Santiago", "cl"],
  ["the Canary Islands", ["es-ES"], "Atlantic/Canary", "es"],
  ["Norway", ["nb-NO", "nb", "en-US"], "Europe/Oslo", "no"],
  ["Denmark", ["da-DK", "en-US"], "Europe/Copenhagen", "eu"],
  ["Liechtenstein", ["de-LI"], "Europe/Vaduz", "ask"],
  ["Puerto Rico, whose zone others share", ["es-PR"], "America/Puerto_Rico", "ask"],
  ["Paris", ["fr-FR", "en-US"], "Europe/Paris", "eu"],
  ["Dublin", ["en-IE", "en-GB"], "Europe/Dublin", "ie"],
  ["Toronto", ["en-CA", "en-US"], "America/Toronto", "ca"],
  ["Honolulu", ["en-US"], "Pacific/Honolulu", "us"],
  ["Indianapolis, as CLDR names it", ["en-US"], "America/Indianapolis", "us"],
  ["Auckland", ["en-NZ"], "Pacific/Auckland", "nz"],
  ["a browser that hides where it is", ["en-US", "en"], "UTC", "ask"],
  ["the same, by another name", ["en-US", "en"], "Etc/UTC", "ask"],
  ["a device set by hand", ["en-US"], "Etc/GMT+5", "ask"],
  ["an offset for a zone", ["en-US"], "+01:00", "ask"],
  ["an engine that says nothing", ["en-US"], "", "ask"],
  ["a zone of the future", ["en-US"], "America/New_Berlin", "ask"],
];

for (const [who, languages, zone, expected] of DEVICES) {
  test(`${who} (${languages.join(", ")}; ${zone}): ${expected}`, () => {
    assert.equal(of(zone), expected);
  });
}

test("a zone belongs to one country, and is one that engines know", () => {
  const zones = countries.flatMap((one) => one.zones);
  assert.equal(new Set(zones).size, zones.length);
  for (const timeZone of zones) assert.ok(new Intl.DateTimeFormat("en", { timeZone }), timeZone);
});

test("whatever engines call a zone of these countries, it is found", () => {
  for (const zone of countries.flatMap((one) => one.zones)) {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions();
    assert.equal(of(timeZone), of(zone), zone);
  }
});

test("a pack cannot say where one is, nor what a country's emergency number is", () => {
  const lines = [{ id: "x", kind: "emergency", name: "Emergency", number: "911" }];
  const zones = ["Europe/Berlin", "Asia/Tokyo"];
  const packs = [
    { helpLines: { places: [{ id: "de", name: "Germany", zones, regions: ["DE"], lines }] } },
    { helpLines: { places: [{ id: "xx", name: "Japan", zones, regions: ["JP"], lines }] } },
  ];
  const all = withPlaces(countries, packPlaces(packs));
  const germany = countryIn(all, "Europe/Berlin");
  const emergency = germany?.lines.filter(({ kind }) => kind === "emergency");
  assert.deepEqual(
    emergency?.map(({ number }) => number),
    ["112"],
  );
  assert.equal(countryIn(all, "Asia/Tokyo"), null);
});

test("a damaged or older file gives what of it can be called, and never a country by chance", () => {
  const old = { places: [{ id: "us", name: "US", regions: ["US"], lines: FILE.places[0].lines }] };
  assert.equal(countryIn(readLines(old).countries, "America/New_York"), null);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const file of [
        value,
        { places: value },
        { places: [{ ...FILE.places[0], zones: value }] },
      ]) {
        const read = readLines(file);
        for (const { lines, name } of read.countries) {
          assert.equal(typeof name, "string");
          assert.ok(lines.length > 0);
        }
        assert.equal(countryIn(read.countries, undefined), null);
      }
    }),
  );
});

test("a list says that it is old after a year, and where it has no day", () => {
  assert.equal(isOld("2026-11-22", "2026-11-30"), false);
  assert.equal(isOld("2026-11-22", "2027-11-23"), false);
  assert.equal(isOld("2026-11-22", "2027-11-24"), true);
  assert.equal(isOld("", "2026-11-30"), true);
  assert.equal(isOld("2026-11-22", "1970-01-01"), false, "a clock that is wrong does not age it");
});
