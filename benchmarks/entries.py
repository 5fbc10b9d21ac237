"""Deterministic English-like journal entries, about 2 KB of prose each.

    python -m benchmarks.entries 10000 > entries.jsonl     # the same bytes on every machine

Words follow a Zipf curve over ~6,000 forms (common English words first, then
made-up ones built of English syllables), sentences have 5..24 words, paragraphs
2..6 sentences, so that gzip -9 of one entry gives about what it gives on real
English of that size (see --check), and 10,000 entries are not a few repeated lines.
No external word list, no dependence on hash order or on random's float methods.
"""

import bisect
import gzip
import json
import sys

COMMON = """the of and to in a i was that it my for with on as at had not this but me he she they you is be
have from so we what when there out up one all were about if her him his them no just more time like can would
could some into then now who know get been over after than because good see two think how day people back way even new want
first any these give most us work feel felt went made make really very little home still night morning again something
nothing never always maybe today yesterday week sleep slept woke tired anxious calm angry sad happy alone mother father
sister brother friend partner doctor session therapist talked said told asked listened walked walk cooked ate dinner lunch
coffee bed room house street bus train office boss meeting email phone call message cried laughed smiled breath breathing
heart chest stomach head pain ache worry worried thought thoughts remember remembered forgot forget dream dreamed dark light
rain sun cold warm summer winter hour minute later before long short old young hard easy slow fast enough almost quite
perhaps though while without against between under through during until since where why which every each both own same
other another such only too also well better best worse worst right wrong left small big high low far near open closed
start started stop stopped try tried keep kept let lost find found need needed hope hoped wish wished love loved hate
fear afraid safe trust help helped hurt broke broken fix change changed different hold held leave stay stayed wait waited
write wrote read reading book page music song run ran gym yoga garden dog cat kitchen window door table chair floor water
tea bread money bill rent job school class exam child kids wife husband weekend monday tuesday wednesday thursday friday
saturday sunday plan planned list step steps progress pattern trigger reaction body mind voice face hands eyes quiet loud""".split()
ONSET = "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sm sn sp st str sw t th tr v w wh y z".split()
VOWEL = "a e i o u ai ea ee oa oo ou ie".split()
CODA = [
    "",
    "",
    "",
    "n",
    "r",
    "l",
    "t",
    "d",
    "s",
    "m",
    "ck",
    "nd",
    "nt",
    "st",
    "ng",
    "sh",
    "p",
    "ll",
    "rd",
    "x",
]
END = ["", "", "ing", "ed", "er", "ly", "ness", "tion", "able", "ment", "s", "y", "al", "ous"]
MASK = (1 << 64) - 1


class Rng:
    """splitmix64, so that the stream is the same everywhere."""

    def __init__(self, seed):
        self.s = seed & MASK

    def next(self):
        self.s = (self.s + 0x9E3779B97F4A7C15) & MASK
        z = self.s
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n):
        return self.next() % n


def vocabulary(size=6000):
    """`size` distinct English-like forms, common ones first."""
    words, seen, r = [], set(), Rng(2026)
    for w in COMMON:
        if w not in seen:
            seen.add(w)
            words.append(w)
    while len(words) < size:
        n = 1 + (r.below(10) > 2) + (r.below(10) > 7)
        w = "".join(
            ONSET[r.below(len(ONSET))] + VOWEL[r.below(len(VOWEL))] + CODA[r.below(len(CODA))]
            for _ in range(n)
        )
        w += END[r.below(len(END))]
        if 3 <= len(w) <= 13 and w not in seen:
            seen.add(w)
            words.append(w)
    return words


VOCAB = vocabulary()
CUM, _t = [], 0
for _k in range(len(VOCAB)):  # integer Zipf-Mandelbrot weights
    _t += 10_000_000 // (_k + 3)
    CUM.append(_t)


def word(r):
    """One form, by a Zipf curve."""
    return VOCAB[bisect.bisect_right(CUM, r.below(CUM[-1]))]


def entry(i, target=2000):
    """Entry `i` as `{id, at, title, mood, text}`; the text has at least `target` characters."""
    r = Rng(0xC0FFEE ^ (i * 0x9E3779B97F4A7C15))
    out, size = [], 0
    while size < target:
        para = []
        for _ in range(2 + r.below(5)):
            ws = [word(r) for _ in range(5 + r.below(20))]
            ws[0] = ws[0].capitalize()
            if len(ws) > 9 and r.below(2):
                k = 3 + r.below(len(ws) - 6)
                ws[k] += ","
            s = (
                " ".join("I" if w == "i" else w for w in ws)
                + ".?!."[r.below(4) if r.below(6) == 0 else 0]
            )
            para.append(s)
            size += len(s) + 1
            if size >= target:
                break
        out.append(" ".join(para))
    day = i
    y, d = 2000 + day // 360, day % 360
    idhex = f"{r.next():016x}{r.next():016x}"
    return {
        "id": idhex,
        "at": f"{y:04d}-{d // 30 + 1:02d}-{d % 30 + 1:02d}T{r.below(24):02d}:{r.below(60):02d}:00Z",
        "title": " ".join(word(r) for _ in range(3 + r.below(4))),
        "mood": 1 + r.below(10),
        "text": "\n\n".join(out),
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["--check"]:
        es = [json.dumps(entry(i), ensure_ascii=False).encode() for i in range(1000)]
        print("entries", len(es), "mean bytes", sum(map(len, es)) // len(es))
        print("gzip each: %.3f" % (sum(len(gzip.compress(e, 9)) for e in es) / sum(map(len, es))))
        print(
            "gzip all together: %.3f" % (len(gzip.compress(b"\n".join(es), 9)) / sum(map(len, es)))
        )
    else:
        w = sys.stdout.write
        for i in range(int(sys.argv[1])):
            w(json.dumps(entry(i), ensure_ascii=False) + "\n")
