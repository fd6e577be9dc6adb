"""Rasa's default pipeline on our data, to stand beside ours in the same run.

The pipeline and policies are those that `rasa init` writes in 3.6. Our rule-based reference finder and
language component come first in it, so that both assistants do the same work in a turn: the same actions, the
same look-ups, the same answers.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

CONFIG: dict[str, Any] = {
    "recipe": "default.v1",
    "assistant_id": "wismo",
    "language": "en",
    "pipeline": [
        {"name": "bot.nlu.references.ReferenceExtractor"},
        {"name": "bot.nlu.language.LanguageIdentifier"},
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
        {"name": "EntitySynonymMapper"},
        {"name": "ResponseSelector", "epochs": 100, "constrain_similarities": True},
        {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
    ],
    "policies": [
        {"name": "MemoizationPolicy"},
        {"name": "RulePolicy"},
        {"name": "UnexpecTEDIntentPolicy", "max_history": 5, "epochs": 100},
        {"name": "TEDPolicy", "max_history": 5, "epochs": 100, "constrain_similarities": True},
    ],
}


def write(project: Path, folder: Path) -> None:
    """A copy of the project's data and domain in `folder`, with the default configuration."""
    folder.mkdir(parents=True)
    shutil.copytree(project / "data", folder / "data", ignore=shutil.ignore_patterns("demo"))
    shutil.copy(project / "domain.yml", folder)
    (folder / "config.yml").write_text(yaml.safe_dump(CONFIG, sort_keys=False))
