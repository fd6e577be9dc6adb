"""Every text that addresses a shopper exists in both registers of its language, and says the same in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast

from tests.test_texts import MAX_TITLE, messages, variables
from tests.tracking.reading import problems, prose
from tests.tracking.test_wording_everywhere import MAX_CHAT, MAX_WHY, explanations, plain
from tracking import wording as module
from tracking.policy import TONES, policy
from tracking.spoken import FORMAL, INFORMAL, WRITTEN_LANGUAGES, WRITTEN_REGISTER
from tracking.vocabulary import Milestone
from tracking.wording import Wording
from tracking.words import texts
from tracking.words.texts import LOCALES, Texts

#: The other register of each language that has two.
OTHER = {language: INFORMAL if own == FORMAL else FORMAL for language, own in WRITTEN_REGISTER.items()}
#: How alike a text must be in both registers, from 0 to 1: only short ones come close to it.
ALIKE = 0.6
#: Texts that are not just turned, but said in another way.
REWRITTEN = {"act-shopper", "again-goodbye", "button-request-pass-on", "button-notify-me"}
#: Texts that the team reads, or that nobody is addressed in.
NOT_TO_SHOPPERS = re.compile(r"case-|desk-|notice-stop-words")


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’])(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


#: Words by which a text of a language's own register is known: pronouns, imperatives, verbs.
TELLING = {
    "de": _words(
        *("du", "dir", "dich", r"dein\w*", "euch", r"eure\w*", "habt", "hast", "bist", "kannst", "willst"),
        *("möchtest", "musst", "solltest", "findest", "meinst", "warst", "magst", "brauchst", "weißt"),
        *("schick", "frag", "schreib", "sag", "nenn", "sieh", "nimm", "gib", "tipp", "heb", "prüf", "such"),
        *("zahl", "sorg", "geh", "mach", "lass", "hol", "wähl", "bring", "lies", "versuch es", "halt bitte"),
        *(r"(?<!ich )antworte", "probier", "komm", "zeig", "ruf", "trag", "leg"),
        r"(?!ist|erst|zuerst|selbst|meist|sonst)\w+st sie",
    ),
    "es": _words(
        *("tú", "te", "ti", "contigo", "tus?", r"tuy[oa]s?", r"\w+[áéí]rtel[oa]s?"),
        *(
            r"(?!parte|aparte|arte|suerte)\w+[aei]rte",
            "tienes",
            "quieres",
            "puedes",
            "eres",
            "estás",
            "sabes",
        ),
        *("debes", "haces", "dices", "necesitas", "prefieres", "encuentras", "buscas", "sigues", "pides"),
        *("coincides", "cuentas", "envías", "recibes", "esperas", "avisas", "miras", "eliges", "has", "vas"),
        *("deberías", "podrías", "querías", "estabas", "tengas", "puedas", "quieras", "necesites", "recojas"),
        *("vuelvas", "disfrutes", "hayas", "esperes", r"\w+[aei]rás", r"(?!contraste|baste)\w{2,}[ai]ste"),
        *("dime(?:lo)?", "dímelo", "dile", "dame", "hazlo", "haz", "ten preparado", "tómate", r"cuéntame"),
        *(r"env[íi]a(?:me|le)", "envía (?:los|tu|el)", "escríbeme", "escribe su", r"pregúnta(?:me|le)"),
        *("busca un", "busca la", "busca hoy", "paga el", "prueba con", "prueba de nuevo", "comprueba la"),
        *("explícale", "guarda el", "lleva un documento", "perdona", "avísame", "pásalo", "déjalo"),
        *("responde \\{ \\$word", "pide hablar", "toca lo", "empieza aquí", "vuelve a escribirme", "mira "),
    ),
    "fr": _words("vous", "votre", "vos", "vôtres?", r"(?!chez|assez|nez)\w+ez"),
}


def differing(language: str) -> dict[str, ast.Message]:
    """Every message of the language's other register, by id."""
    found: dict[str, ast.Message] = {}
    for path in sorted((LOCALES / language / OTHER[language]).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{path.name} repeats {entry.id.name}"
                found[entry.id.name] = entry
    return found


def spoken(node: Any) -> Iterator[str]:
    """The words of a message as they are written, without ids, selectors and keys."""
    if isinstance(node, ast.TextElement):
        yield node.value
    elif isinstance(node, ast.VariableReference):
        yield f"{{ ${node.id.name} }}"
    elif isinstance(node, ast.Placeable):
        yield from spoken(node.expression)
    elif isinstance(node, ast.SelectExpression):
        for variant in node.variants:
            yield "\n"
            yield from spoken(variant.value)
        yield "\n"
    elif isinstance(node, ast.Pattern):
        for element in node.elements:
            yield from spoken(element)


def told(message: ast.Message) -> str:
    """All that a message may say."""
    return "".join(spoken(message.value))


def choices(node: Any) -> Iterator[tuple[str, ...]]:
    """The keys of each choice in a message."""
    if isinstance(node, ast.SelectExpression):
        yield tuple(
            each.key.name if isinstance(each.key, ast.Identifier) else each.key.value
            for each in node.variants
        )
    if isinstance(node, ast.BaseNode):
        for value in vars(node).values():
            yield from choices(value)
    elif isinstance(node, list):
        for each in node:
            yield from choices(each)


WRITTEN = {language: messages(language) for language in OTHER}
DIFFERING = {language: differing(language) for language in OTHER}
LANGUAGES = pytest.mark.parametrize("language", sorted(OTHER))


def test_every_language_but_english_has_two_registers() -> None:
    assert set(OTHER) == set(TONES) == set(WRITTEN_LANGUAGES) - {"en"}
    folders = {path.relative_to(LOCALES) for path in LOCALES.glob("*/*") if path.is_dir()}
    assert folders == {Path(language, register) for language, register in OTHER.items()}


@LANGUAGES
def test_no_text_addresses_a_shopper_in_one_register_only(language: str) -> None:
    lacking = [
        f"{name} = {' '.join(told(message).split())}"
        for name, message in WRITTEN[language].items()
        if not NOT_TO_SHOPPERS.match(name)
        and TELLING[language].search(told(message))
        and name not in DIFFERING[language]
    ]
    folder = f"tracking/locales/{language}/{OTHER[language]}"
    assert not lacking, f"write these into {folder}:\n" + "\n".join(lacking)


@LANGUAGES
def test_no_text_of_a_register_speaks_in_the_other(language: str) -> None:
    mixed = [
        f"{name}: {found[0]!r} in {' '.join(told(message).split())}"
        for name, message in DIFFERING[language].items()
        if (found := TELLING[language].search(told(message)))
    ]
    assert not mixed, "\n".join(mixed)


@LANGUAGES
def test_a_register_differs_from_messages_that_are_there_and_says_the_same(language: str) -> None:
    among = {**WRITTEN[language], **DIFFERING[language]}
    for name, message in DIFFERING[language].items():
        assert name in WRITTEN[language], name
        written = WRITTEN[language][name]
        assert variables(message, among) == variables(written, WRITTEN[language]), name
        assert list(choices(message)) == list(choices(written)), name
        assert not message.equals(written, ignored_fields=["span", "comment"]), f"{name} differs in nothing"


@LANGUAGES
def test_a_register_keeps_up_with_what_is_written(language: str) -> None:
    stale = [
        f"{name}: {' '.join(told(message).split())}\n  but: {' '.join(said.split())}"
        for name, message in DIFFERING[language].items()
        if name not in REWRITTEN
        and (said := told(WRITTEN[language][name]))
        # As many sentences and clauses, and nearly the same letters.
        and (
            any(said.count(sign) != told(message).count(sign) for sign in ".?!:;")
            or SequenceMatcher(None, said, told(message)).ratio() < ALIKE
        )
    ]
    assert not stale, "\n".join(stale)


@LANGUAGES
def test_texts_of_a_register_are_in_the_file_of_the_same_name(language: str) -> None:
    for path in (LOCALES / language / OTHER[language]).glob("*.ftl"):
        ids = (
            {
                entry.id.name
                for entry in FluentParser().parse(file.read_text("utf-8")).body
                if hasattr(entry, "id")
            }
            for file in (path, LOCALES / language / path.name)
        )
        there, written = ids
        assert there <= written, path


@LANGUAGES
def test_buttons_are_short_in_both_registers(language: str) -> None:
    for name, message in DIFFERING[language].items():
        if name.startswith("button-"):
            assert 0 < len(told(message)) <= MAX_TITLE, name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Schick mir deine Nummer"),
        ("de", "Möchtest du das?"),
        ("de", "Versuch es noch einmal"),
        ("es", "¿Puedes comprobarlo?"),
        ("es", "Envíame la foto"),
        ("es", "No puedo darte una fecha"),
        ("es", "Lo encontrarás en el correo"),
        ("fr", "Réessayez"),
        ("fr", "C’est à vous"),
        ("fr", "Votre colis"),
    ],
)
def test_the_check_would_notice(language: str, text: str) -> None:
    assert TELLING[language].search(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Versuchen Sie es bitte; ich antworte, sobald ich kann. Der Versuch, das Gebiet, die Sage"),
        ("es", "El equipo le responderá; por nuestra parte, suele tardar de uno a tres días"),
        ("fr", "Chez toi, assez tôt"),
    ],
)
def test_the_check_leaves_the_other_register_alone(language: str, text: str) -> None:
    assert not TELLING[language].search(text)


# --- Spoken -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "tone", "greeting"),
    [
        ("de", "du", "Frag mich, wo deine Bestellung ist"),
        ("de", "Sie", "Fragen Sie mich, wo Ihre Bestellung ist"),
        ("es", "tú", "Pregúntame dónde está tu pedido"),
        ("es", "usted", "Pregúnteme dónde está su pedido"),
        ("fr", "vous", "Demandez-moi où est votre commande"),
        ("fr", "tu", "Demande-moi où est ta commande"),
    ],
)
def test_the_shops_policy_decides(
    monkeypatch: pytest.MonkeyPatch, language: str, tone: str, greeting: str
) -> None:
    shop = replace(policy(), tone={**policy().tone, language: TONES[language][tone]})
    monkeypatch.setattr(module, "policy", lambda: shop)
    words = Wording(language)
    assert greeting in prose(words.text("utter-greet", shop="Maison Lumen"))
    # Parts of sentences come along.
    told = prose(words.text("subject", count=1, order="10042", position=1))
    assert told.split()[0] in {"deine", "Ihre", "tu", "su", "votre", "ta"}
    assert (tone in {"Sie", "usted", "tu"}) is (told.split()[0] in {"Ihre", "su", "ta"})


@LANGUAGES
def test_every_state_is_told_in_the_other_register(language: str) -> None:
    words = Wording(language, OTHER[language])
    states = [each for milestone in Milestone for each in plain(milestone)]
    reasons = [*explanations(Milestone.CUSTOMS_HELD), *explanations(Milestone.DELIVERY_ATTEMPTED)]
    for found in (*states, *reasons):
        chat, why = words.chat(found), words.why(found)
        rows = (text for row in words.page(found) for text in row)
        for text in (chat, why, words.line(found), words.when(found), *rows):
            assert not TELLING[language].search(prose(text)), text
            assert not problems(text, language), text
        assert len(chat) <= MAX_CHAT, chat
        assert len(why) <= MAX_WHY, why


def test_english_has_one_register() -> None:
    plain = Wording("en").text("utter-thanks")
    assert Wording("en", FORMAL).text("utter-thanks") == Wording("en", INFORMAL).text("utter-thanks") == plain


@LANGUAGES
def test_only_what_differs_changes(language: str) -> None:
    own, other = Texts(language), Texts(language, OTHER[language])
    assert own.text("label-delivered") == other.text("label-delivered")
    assert own.text("act-shopper") != other.text("act-shopper")
    assert Texts(language, WRITTEN_REGISTER[language]).text("act-shopper") == own.text("act-shopper")


def test_a_text_that_differs_from_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "de" / "formal").mkdir(parents=True)
    (tmp_path / "de" / "a.ftl").write_text("hello = Hallo du\nbye = Tschüs\n", "utf-8")
    monkeypatch.setattr(texts, "LOCALES", tmp_path)
    (tmp_path / "de" / "formal" / "a.ftl").write_text("hello = Guten Tag\n", "utf-8")
    both = Texts("de", FORMAL)
    assert (both.text("hello"), both.text("bye")) == ("Guten Tag", "Tschüs")
    assert Texts("de", INFORMAL).text("hello") == Texts("de").text("hello") == "Hallo du"
    (tmp_path / "de" / "formal" / "b.ftl").write_text("helo = Guten Tag\n", "utf-8")
    with pytest.raises(ValueError, match="de/formal: differs from no message: helo"):
        Texts("de", FORMAL)
    (tmp_path / "de" / "formal" / "b.ftl").write_text("hello = Grüß Gott\n", "utf-8")
    with pytest.raises(ValueError, match=r"b\.ftl: repeats hello"):
        Texts("de", FORMAL)
