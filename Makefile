# Everything one does with Afterglow. Works with the make of Debian 12 and of macOS (3.81).

PY := .venv/bin/python
BENCHMARKS = $(patsubst benchmarks/%.py,%,$(shell grep -ls '^def main' benchmarks/*.py))

.DEFAULT_GOAL := help
.PHONY: help setup setup-test run demo test fresh campaign lint bench format first-load lighthouse vendor requirements

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

.venv/bin/python:
	@sh tools/setup.sh venv

.venv/run.stamp: requirements/run.txt pyproject.toml | .venv/bin/python
	@sh tools/setup.sh run
	@touch $@

.venv/test.stamp: requirements/test.txt package-lock.json | .venv/run.stamp
	@sh tools/setup.sh test
	@touch $@

setup: .venv/run.stamp ## install what serving needs (nothing to do the second time)

setup-test: .venv/test.stamp ## install what the tests need besides

run: setup ## serve at http://localhost:8000 (PORT, DATA_DIR, DATABASE_URL)
	@exec $(PY) wsgi.py

demo: setup ## fill a running or a temporary server with one invented course
	@exec $(PY) -m tools.demo

test: setup-test ## every test: about half an hour on two quiet cores
	@exec $(PY) -m pytest --numprocesses=auto --maxprocesses=4 --dist=worksteal --durations=15

FRESH ?= /var/tmp/afterglow-fresh
fresh: ## every test in an empty Debian 12 (FRESH=folder; as root, with mmdebstrap)
	@sh tools/fresh.sh $(FRESH)

lint: setup-test ## ruff, mypy, import-linter, tsc and Biome
	@exec $(PY) -m pytest -q tests/test_layers.py

FROM ?= 2000
COUNT ?= 10000
campaign: setup-test ## many more histories of the sync engine (FROM=2000 COUNT=10000), noted in its ledger
	@.venv/bin/node tests/simulator/campaign.js --from $(FROM) --count $(COUNT) --ledger

bench: setup-test ## measure (BENCHMARKS="limit server" for some); minutes each
	@for one in $(BENCHMARKS); do echo "== $$one"; $(PY) -m benchmarks.$$one || exit 1; done

format: setup-test ## lay out Python and JavaScript as the linters want it
	@$(PY) -m ruff check -q --fix . ; $(PY) -m ruff format -q .
	@node_modules/.bin/biome check --write

first-load: setup-test ## measure the first visit: requests, bytes, what is kept for offline
	@$(PY) -m benchmarks.first_load

lighthouse: setup-test ## Lighthouse's scores of the first screen and of Help
	@$(PY) -m benchmarks.lighthouse

vendor: setup-test ## write static/vendor anew from the pinned packages
	@.venv/bin/node tools/vendor.js

requirements: setup-test ## pin the newest Python packages that fit, with their hashes
	@sh tools/lock.sh
