# On a fresh machine with Python 3.11 or later:  make plan   and   make test
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: plan test test-slow install lint docs expected gallery bench campaign overlays fuzz kills batch-kills prices clean

plan: install
	$(BIN)/axplan run baseline

install: $(VENV)/.plan

$(VENV)/.plan: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.test: $(VENV)/.plan
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	@touch $@

# Style, types and everything that is quick, in a few minutes on two cores.
test: $(VENV)/.test lint
	$(BIN)/python -m pytest -n 2 --dist worksteal --durations=20 -m "not slow"

# What takes longer: whole scenarios, a cluster, a browser, campaigns cut short.
test-slow: $(VENV)/.test
	$(BIN)/python -m pytest -n 2 --dist worksteal --durations=20 -m slow

lint: $(VENV)/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# Pages generated from the code, and the baseline workbook generated from the packaged tables.
docs: $(VENV)/.plan
	$(BIN)/python -m axplan.formulation.page > docs/formulation.md
	$(BIN)/python -m axplan.inputs.messages.page > docs/codes.md
	$(BIN)/python -m axplan.scenario.json_schema scenarios/scenario.schema.json
	cp model/axplan/data/scenarios/*.yaml scenarios/
	$(BIN)/python -m axplan.scenario.shipped docs/scenarios.md
	$(BIN)/python -m axplan.workbook.baseline inputs

# What every shipped scenario comes to, beside it in scenarios/; a minute long.
expected: $(VENV)/.test
	$(BIN)/python tests/support/expected_results.py

# Pictures of the baseline's results, in docs/gallery; needs LibreOffice, poppler and Chromium.
gallery: $(VENV)/.plan
	$(BIN)/python docs/gallery/remake.py

# Side-by-side timings and the memory of a run; minutes long.
bench: $(VENV)/.test
	$(BIN)/python benchmarks/handover.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/book.py
	$(BIN)/python benchmarks/sweep.py
	$(BIN)/python benchmarks/batch.py
	$(BIN)/python benchmarks/firmness.py

# Thousands of random models against a second implementation; minutes long.
campaign: $(VENV)/.test
	$(BIN)/python tests/support/model_campaign.py 2000

# Two hundred random overlays of the baseline, solved hot and from models built anew; a quarter of an hour long.
overlays: $(VENV)/.test
	$(BIN)/python tests/support/random_overlays.py 200

# A hundred thousand broken workbooks against the reader; half an hour long.
fuzz: $(VENV)/.test
	$(BIN)/python tests/support/fuzz.py 100000

# Three hundred runs killed while they write over an earlier result; a few minutes long.
kills: $(VENV)/.test
	$(BIN)/python tests/support/kills.py 300

# A hundred batches killed at random moments and started again; a quarter of an hour long.
batch-kills: $(VENV)/.test
	$(BIN)/python tests/support/batch_kills.py 100

# Every shadow price of the baseline and three scenarios at both ends of its range; minutes long.
prices: $(VENV)/.test
	$(BIN)/python tests/support/price_campaign.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
