"""The smallest Rasa project with everything that the relay deals with, and its processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx

from tests.bot.conftest import free_port
from tests.bot.stand_in import SECRET

ROOT = Path(__file__).parents[2]
START_SECONDS = 180.0

FILES = {
    "config.yml": """
recipe: default.v1
assistant_id: tiny
language: en
pipeline: [{name: KeywordIntentClassifier}]
policies: [{name: RulePolicy}]
""",
    "credentials.yml": "bot.channels.relay.RelayInput:\n",
    "domain.yml": """
version: "3.1"
intents: [greet, set, tell, silence]
entities: [thing]
slots:
  thing: {type: text, mappings: [{type: from_entity, entity: thing}]}
responses:
  utter_greet: [{text: "hello there", buttons: [{title: "Set", payload: '/set{"thing":"button"}'}]}]
  utter_set: [{text: "set"}]
actions: [action_tell, action_silence]
session_config: {session_expiration_time: 60, carry_over_slots_to_new_session: true}
""",
    "data/nlu.yml": """
version: "3.1"
nlu:
- {intent: greet, examples: "- hello\\n- good morning\\n"}
- {intent: set, examples: "- setting\\n- set it\\n"}
- {intent: tell, examples: "- tell me\\n- what is it\\n"}
- {intent: silence, examples: "- silence\\n- be quiet\\n"}
""",
    "data/rules.yml": """
version: "3.1"
rules:
- {rule: greet, steps: [{intent: greet}, {action: utter_greet}]}
- {rule: set, steps: [{intent: set}, {action: utter_set}]}
- {rule: tell, steps: [{intent: tell}, {action: action_tell}]}
- {rule: silence, steps: [{intent: silence}, {action: action_silence}]}
""",
    # What it does is steered by files, what it did is written to one.
    "actions/__init__.py": """
import time
from pathlib import Path

from rasa_sdk import Action


class Tell(Action):
    def name(self):
        return "action_tell"

    def run(self, dispatcher, tracker, domain):
        message = tracker.latest_message["message_id"]
        with open("runs", "a") as runs:
            runs.write(f"{message}\\n")
        if Path("crash").exists():
            raise RuntimeError("the shopper said something private")
        while Path("hang").exists():
            time.sleep(0.05)
        dispatcher.utter_message(
            text=f"it is {tracker.get_slot('thing')}", json_message={"card": {"status": "ok"}}
        )
        return []


class Silence(Action):
    def name(self):
        return "action_silence"

    def run(self, dispatcher, tracker, domain):
        return []
""",
}

_TRAIN = """
import rasa
rasa.train("domain.yml", "config.yml", ["data"], output="models")
"""


def make_project(folder: Path) -> None:
    """Write and train the project in `folder`; endpoints are the product's own, texts are Rasa's."""
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content.lstrip())
    endpoints = (ROOT / "endpoints.yml").read_text().split("\n\n")
    kept = [block for block in endpoints if "nlg:" not in block]
    (folder / "endpoints.yml").write_text("\n\n".join(kept) + "\n")
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    subprocess.run([sys.executable, "-c", _TRAIN], cwd=folder, env=environment, check=True, timeout=300)


class TinyRasa:
    """Rasa and the action server of a tiny project, as processes that can be killed."""

    def __init__(self, project: Path, folder: Path, database_url: str) -> None:
        self.project = project
        self.url = database_url
        self.port, actions_port = free_port(), free_port()
        self.log = folder / "rasa.log"
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("WISMO_")},
            "PYTHONPATH": f"{project}:{ROOT}",
            "WISMO_VAR": str(folder / "var"),
            "WISMO_DATABASE_URL": database_url,
            "WISMO_RELAY_SECRET": SECRET,
            "WISMO_RASA_PORT": str(self.port),
            "WISMO_ACTIONS_PORT": str(actions_port),
            "RASA_TELEMETRY_ENABLED": "false",
            "OMP_NUM_THREADS": "1",
        }
        self._urls = {
            "rasa": f"http://127.0.0.1:{self.port}/webhooks/relay/",
            "actions": f"http://127.0.0.1:{actions_port}/health",
        }
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, part: str) -> None:
        """Start `rasa` or `actions` and wait until it answers."""
        self.launch(part)
        self.wait(part)

    def launch(self, part: str) -> None:
        """Start a part without waiting."""
        with self.log.open("ab") as output:
            self._processes[part] = subprocess.Popen(
                [sys.executable, "-m", "bot.serve", part],
                cwd=self.project,
                env=self._environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def wait(self, part: str) -> None:
        """Wait until a part answers."""
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            assert self._processes[part].poll() is None, self.log.read_text()
            try:
                if httpx.get(self._urls[part], timeout=2).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.2)
        raise AssertionError(f"{part} did not start: {self.log.read_text()}")

    def kill(self, part: str) -> None:
        """kill -9."""
        process = self._processes.pop(part, None)
        if process is not None:
            process.send_signal(signal.SIGKILL)
            process.wait()

    def post(self, body: object, secret: str | None = SECRET, timeout: float = 30) -> httpx.Response:
        """Hand in a turn as it is."""
        headers = {} if secret is None else {"Authorization": f"Bearer {secret}"}
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        url = f"http://127.0.0.1:{self.port}/webhooks/relay/turn"
        return httpx.post(url, content=content, headers=headers, timeout=timeout)

    def turn(self, conversation: str, message_id: str, text: str, **more: Any) -> dict[str, Any]:
        """Run a turn that must succeed."""
        answer = self.post(turn_of(conversation, message_id, text, **more))
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def runs(self, message_id: str) -> int:
        """How often the action ran for a message."""
        path = self.project / "runs"
        return path.read_text().split().count(message_id) if path.exists() else 0


def turn_of(conversation: str, message_id: str, text: str, **more: Any) -> dict[str, Any]:
    """The body of a turn."""
    return {
        "conversation": conversation,
        "channel": "website",
        "message_id": message_id,
        "text": text,
        "payload": None,
        "language": "fr",
        "network": None,
        **more,
    }
