# Everything a newcomer, a shop or CI needs; each target is idempotent.
SHELL := /bin/bash
.DEFAULT_GOAL := help

TOOLS := .tools
UV := $(TOOLS)/bin/uv
BIN := .venv/bin
WIDGET := bot/widget
# Rasa asks nothing of the network: no telemetry, and quiet libraries.
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
# Without compiled files every start reads all of Rasa anew, half a minute of it.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup demo test lint train bench lock screenshots transcripts clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 14

setup: $(BIN)/.stamp $(WIDGET)/dist/.stamp  ## Python 3.10, all packages, the chat widget

$(TOOLS)/.stamp: requirements-tools.txt .ci/tools.sh
	@.ci/tools.sh $(TOOLS)
	@touch $@

$(BIN)/.stamp: $(TOOLS)/.stamp requirements-dev.txt pyproject.toml .python-version .ci/python.sh
	@.ci/python.sh $(UV)
	@touch $@

WIDGET_SOURCES := $(shell find $(WIDGET)/src $(WIDGET)/page -type f) $(WIDGET)/build.mjs $(WIDGET)/tsconfig.json

$(WIDGET)/dist/.stamp: $(TOOLS)/.stamp $(WIDGET)/package.json $(WIDGET)/package-lock.json $(WIDGET_SOURCES) \
		.ci/widget.sh
	@.ci/widget.sh $(TOOLS) $(WIDGET)
	@touch $@

models/.stamp: $(BIN)/.stamp config.yml domain.yml data/rules.yml $(wildcard data/nlu/*/*.yml) \
		$(wildcard bot/nlu/*.py) $(wildcard bot/nlu/*.json) $(wildcard tracking/numbers/*.py)
	@$(BIN)/wismo train
	@touch $@

train: models/.stamp  ## the language model, from data/ (cached)

demo: setup train  ## the demo shop, on http://localhost:8000, until Ctrl-C
	@$(BIN)/wismo demo

test: setup train  ## all tests
	@$(BIN)/pytest -n 3 --dist loadgroup --no-loadscope-reorder

lint: $(BIN)/.stamp  ## style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

screenshots: setup train  ## pictures of every page, for looking at (var/screenshots)
	@$(BIN)/python -m tests.browser.screenshots

transcripts: setup train  ## real conversations, situation by situation (docs/conversations.md)
	@$(BIN)/python -m tests.conversations.transcripts

bench: setup train  ## speed and memory, next to baselines in the same run
	@$(BIN)/python -m tests.benchmarks
	@$(BIN)/python -m tests.benchmarks.store
	@$(BIN)/python -m tests.benchmarks.understanding --epochs 5

lock: $(TOOLS)/.stamp  ## compile the pinned requirements again
	@.ci/lock.sh $(UV)

clean:  ## forget what was built (not the data under var/)
	rm -rf .venv $(TOOLS) models .rasa $(WIDGET)/dist $(WIDGET)/node_modules
