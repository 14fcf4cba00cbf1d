"""What is kept about a person, changed by hand to do harm: an answer or one sentence, and never more."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

    Run = Callable[..., Result]


def acting(said: str) -> set[str]:
    """Characters of *said* that a terminal or a reader might act on; a new line is what ends lines."""
    return {char for char in said if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")}


TOLD = st.fixed_dictionaries(
    {},
    optional={
        "posts": st.lists(st.sampled_from(["page", "librarian", "gone", "\x1b[2J"]), max_size=3),
        "since": st.dates().map(str) | st.integers() | st.text(),
        "education": st.sampled_from(["bachelor", "mlis", "gone", "\u202e"]) | st.lists(st.text()),
        "held": st.lists(st.sampled_from(["mlis", "badge", "gone"]), max_size=2),
        "lacking": st.lists(st.sampled_from(["mlis", "\x1b[2J"]), max_size=2),
        "presume": st.booleans(),
        "studying": st.lists(
            st.fixed_dictionaries(
                {"credential": st.sampled_from(["mlis", "gone"])},
                optional={"ends": st.none() | st.dates().map(str)},
            ),
            max_size=2,
        ),
        "skills": st.lists(st.sampled_from(["cataloging", "gone", "\u202e"]), max_size=2),
        "place": st.sampled_from(["ohio", "gone", "ohio\tstate", "\nohio", "\x1b[2J", ""]) | st.integers(),
        "limits": st.dictionaries(
            st.sampled_from(["study", "money", "hours", "evenings", "public", "move", "remote", "pay", "age", "\x1b"]),
            st.sampled_from(
                ["no", "any", "part", "bachelor", "mostly", "0", "45000", "9" * 400, "-1", "\u0663", "\x1b[2J"]
            ),
        ),
    },
)
"""What is kept about a person, as a hand may have changed it."""


@settings(max_examples=settings().max_examples // 5, suppress_health_check=list(HealthCheck))
@given(told=TOLD)
def test_whatever_is_kept_about_a_person_gives_an_answer_or_one_sentence_and_stays(
    run: Run, home: Path, told: Any
) -> None:
    saved = home / "about.json"
    data = json.dumps({"kind": "libcareer description", "version": 1, "about": told}).encode()
    saved.write_bytes(data)
    calls = (
        "me",
        "me --limits --format json",
        "path librarian",
        "planb librarian --format json",
        "plan page",
        "lssc",
        "show page",
    )
    for args in calls:
        result = run(*args.split(), input="")
        assert result.exit_code in (0, 1)
        assert isinstance(result.exception, SystemExit | None)
        assert acting(result.stdout + result.stderr) == set()
        assert result.stdout or result.stderr
    assert saved.read_bytes() == data
