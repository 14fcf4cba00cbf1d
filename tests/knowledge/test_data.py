"""The built-in knowledge: it covers the founding documents, and every file is in good order."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import msgspec
import pytest
import yaml

from libcareer.commands import MODULES
from libcareer.commands.trials import trials
from libcareer.engines.lookup.questions import Wordings
from libcareer.engines.words.questions.ask import ask
from libcareer.knowledge.checks import check
from libcareer.knowledge.decoding import decode
from libcareer.knowledge.reading import BUILT_IN, knowledge_files
from libcareer.knowledge.schemas import FILES, schemas

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.knowledge.model.questions import Question
    from libcareer.knowledge.reading import Knowledge

TESTS = Path(__file__).parents[1]
CHECKLIST = yaml.safe_load((TESTS / "checklist.yaml").read_text(encoding="utf-8"))
GRAMS = frozenset((TESTS / "founding_grams.txt").read_text(encoding="utf-8").split())
FILES_SHIPPED = knowledge_files(BUILT_IN)


def of_file(path: Path) -> str:
    """The name of the kind of file that *path* is."""
    relative = path.relative_to(BUILT_IN)
    return relative.parts[0] if len(relative.parts) == 2 else relative.stem


@pytest.mark.parametrize("wording", CHECKLIST["roles"])
def test_each_job_in_a_founding_document_is_known(shipped: Catalog, wording: str) -> None:
    assert set(CHECKLIST["roles"][wording]) <= set(shipped.briefs)


@pytest.mark.parametrize("title", CHECKLIST["titles"])
def test_each_title_in_a_founding_document_names_one_role_or_several(run_shipped: Any, title: str) -> None:
    result = run_shipped("show", title, "--section", "work")
    assert result.exit_code == 0 or "Say which" in result.stderr


@pytest.mark.parametrize("wording", CHECKLIST["skills"])
def test_each_skill_in_a_founding_document_is_known(shipped: Catalog, wording: str) -> None:
    assert set(CHECKLIST["skills"][wording]) <= set(shipped.skills)


@pytest.mark.parametrize("wording", CHECKLIST["resources"])
def test_each_resource_in_a_founding_document_is_known(shipped: Catalog, wording: str) -> None:
    for id_ in CHECKLIST["resources"][wording]:
        assert id_ in shipped.resources or id_ in shipped.outdated


@pytest.mark.parametrize("path", FILES_SHIPPED, ids=lambda path: path.relative_to(BUILT_IN).as_posix())
def test_no_eight_words_in_a_row_are_those_of_a_founding_document(path: Path) -> None:
    words = re.findall(r"[a-z0-9']+", path.read_text(encoding="utf-8").lower())
    for i in range(len(words) - 7):
        gram = " ".join(words[i : i + 8])
        assert hashlib.sha256(gram.encode()).hexdigest()[:12] not in GRAMS, gram


@pytest.mark.parametrize("kind", FILES)
def test_the_schema_that_editors_use_accepts_every_file(kind: str) -> None:
    validator = jsonschema.Draft7Validator(json.loads(schemas()[kind]))
    for path in FILES_SHIPPED:
        if of_file(path) == kind:
            decoded = decode(path.name, path.read_bytes(), FILES[kind])
            validator.validate(json.loads(msgspec.json.encode(decoded.value)))


def test_everything_that_ships_is_ready() -> None:
    """What `libcareer check --ready` asks of a contributor; tests/knowledge/test_ready.py has its rules."""
    assert [str(problem) for problem in check(ready=True, trials=[trials]).problems] == []


def test_questions_are_found_in_words_that_the_program_has_not_read(
    shipped: Catalog, shipped_knowledge: Knowledge
) -> None:
    """Of the trials 85 percent find their question first and 95 percent offer it; hardly one gets another answer."""
    questions: dict[str, Question] = shipped_knowledge.records("questions")
    found = {id_: ask(shipped, one.trial) for id_, one in questions.items() if one.trial}
    offered = {id_: [page.id for page in (one.best, *one.choices) if page] for id_, one in found.items()}
    second = [id_ for id_, ids in offered.items() if ids[:1] != [id_]]
    missing = [id_ for id_, ids in offered.items() if id_ not in ids]
    wrong = [id_ for id_, one in found.items() if one.best and one.best.id != id_]
    assert len(found) > 20
    assert len(second) <= len(found) * 0.18, second
    assert len(missing) <= len(found) * 0.05, missing
    assert len(wrong) <= len(found) * 0.05, wrong


def test_the_program_never_sees_a_trial(shipped: Catalog) -> None:
    assert [id_ for id_, question in shipped.questions.items() if question.trial] == []


def test_every_question_finds_itself(shipped: Catalog) -> None:
    wordings = Wordings(shipped.questions)
    for id_, question in shipped.questions.items():
        assert wordings.ranking(question.question)[0][0] == id_


def test_pay_of_an_occupation_is_of_a_survey_in_may(shipped: Catalog) -> None:
    years = {pay.year for occupation in shipped.occupations.values() for pay in occupation.pay}
    assert years
    assert [year for year in years if not re.fullmatch(r"May \d{4}", year)] == []


def test_cataloging_finds_catalogers_and_not_roles_that_mention_catalogs(shipped: Catalog, run_shipped: Any) -> None:
    rows: list[dict[str, Any]] = yaml.safe_load(
        run_shipped("roles", "--skill", "cataloging", "--format", "json").stdout
    )["roles"]
    found = {row["id"] for row in rows}
    assert {"cataloging-technician", "catalog-librarian", "metadata-librarian", "technical-services-librarian"} <= found
    assert not found & {"library-page", "reference-librarian", "systems-librarian", "circulation-clerk", "archivist"}
    again = run_shipped("roles", "--skill", "cataloguing", "--format", "json").stdout
    assert again == run_shipped("roles", "--skill", "cataloging", "--format", "json").stdout


def test_every_command_is_in_the_readme_or_its_list() -> None:
    readme = (TESTS.parent / "README.md").read_text(encoding="utf-8")
    missing = [name for name in MODULES if f"`{name}`" not in readme and f"$ libcareer {name}" not in readme]
    assert MODULES
    assert missing == []
