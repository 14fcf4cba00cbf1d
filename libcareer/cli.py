"""The commands: each parses, looks names up, asks an engine and writes its report."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator  # noqa: TC003 - Typer reads the annotations of completions
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from libcareer.characters import clean, fit
from libcareer.errors import BadAnswers, LibcareerError, SeveralNames, UnknownName, either
from libcareer.graph import Prefer
from libcareer.model import Place, ResourceKind, Status
from libcareer.profile import Section  # noqa: TC001 - Typer reads the annotations of commands
from libcareer.render import Format, write

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.names import Index
    from libcareer.quiz import Answer, Quiz

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells give it: 128 + SIGINT."""

GO_ON = "Your answers are kept: `libcareer quiz` goes on from there."

LEADING = ("--data", "--format")
"""Options that every command has, and that may therefore stand before its name too."""


class Commands(TyperGroup):
    """The one place where an error becomes a sentence on stderr and an exit code."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Let the options of every command stand before the command's name as well."""
        leading: list[str] = []
        while args and args[0].startswith(LEADING):
            size = 1 if "=" in args[0] else 2
            leading, args = leading + args[:size], args[size:]
        if not args or args[0].startswith("-"):
            return super().parse_args(ctx, [*leading, *args])
        return super().parse_args(ctx, [*args[:1], *leading, *args[1:]])

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what a person can put right becomes one sentence, an interrupt says how to go on."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except LibcareerError as error:
            _complain(str(error))
            raise typer.Exit(1) from None
        except KeyboardInterrupt:
            _complain("\nStopped." + (f" {GO_ON}" if _began() else ""))
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _swallow_the_rest()
            raise typer.Exit(0) from None
        except OSError as error:
            _swallow_the_rest()
            _complain(f"The answer cannot be written: {error.strerror}.")
            raise typer.Exit(1) from None
        return result


def _swallow_the_rest() -> None:
    """Send what is still to be written to nowhere, so that nothing goes wrong again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(words: str) -> None:
    shown = "\n".join(line if line.lstrip().startswith(("|", "^")) else _safe(line) for line in words.split("\n"))
    sys.stderr.write(fit(shown, sys.stderr.encoding or "utf-8") + "\n")


def _safe(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip(" "))]
    return indent + clean(line)


def _began() -> bool:
    """Whether a quiz is under way; loaded lazily, for only the quiz needs to know."""
    sessions = sys.modules.get("libcareer.sessions")
    return sessions is not None and sessions.begun_file().exists()


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Explore careers in library and information work: roles, skills, ways in, and a short quiz.",
    epilog="Example: libcareer roles --skill cataloging",
    context_settings={"help_option_names": ["-h", "--help"]},
)


# ---------------------------------------------------------------------------- names


def _complete_role(incomplete: str) -> Iterator[tuple[str, str]]:
    from libcareer.catalog import load

    for id_, card in load(_own_data()).cards.items():
        if id_.startswith(incomplete):
            yield id_, card.title


def _complete_skill(incomplete: str) -> Iterator[tuple[str, str]]:
    from libcareer.catalog import load

    for id_, skill in load(_own_data()).skills.items():
        if id_.startswith(incomplete):
            yield id_, skill.title


def _own_data() -> Path | None:
    """The folder that a person has set for all commands."""
    folder = os.environ.get("LIBCAREER_DATA")
    return Path(folder) if folder else None


def _resolve(index: Index, word: str, titles: Any) -> str:
    """The id that *word* names; where it is unclear a person at a terminal is asked."""
    try:
        return index.one(word)
    except (SeveralNames, UnknownName) as error:
        from libcareer import prompts

        ids = error.ids if isinstance(error, SeveralNames) else error.nearest
        if not ids or not prompts.interactive():
            raise
        question = f"'{word}' can mean:" if isinstance(error, SeveralNames) else f"No '{word}'. Did you mean:"
        picked = prompts.choose(question, [(id_, titles[id_].title) for id_ in ids])
        if picked is None:
            raise
        return picked


def _role(catalog: Catalog, word: str) -> str:
    return _resolve(catalog.role_names, word, catalog.cards)


def _held(catalog: Catalog, have: list[str]) -> list[str]:
    """Credential ids for what a person has: levels of education, or credentials by name."""
    held: list[str] = []
    for word in have:
        levels = catalog.education_names.find(word)
        if len(levels) == 1:
            held += catalog.education[levels[0]].holds
            continue
        credentials = catalog.credential_names.find(word)
        if len(credentials) != 1:
            raise UnknownName("level of education or credential", word, (*catalog.education, *credentials)[:9])
        held += credentials
    return held


# ---------------------------------------------------------------------------- shared options

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="LIBCAREER_DATA",
        metavar="DIR",
        help="Folder of knowledge files that adds to the built-in ones, or replaces them.",
    ),
]
Written = Annotated[
    Format | None,
    typer.Option("--format", help="Default: screen on a terminal, plain in a pipe."),
]
RoleName = Annotated[str, typer.Argument(metavar="ROLE", help="Its id or any title.", autocompletion=_complete_role)]


def _version(value: bool) -> None:
    if value:
        from libcareer import __version__

        typer.echo(f"libcareer {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def main(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    data: Data = None,  # may stand before a command; `Commands` hands it on
    format_: Written = None,
) -> None:
    """Explore careers in library and information work: roles, skills, ways in, and a short quiz."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


# ---------------------------------------------------------------------------- commands


@app.command(epilog="Example: libcareer roles --skill cataloging --no-masters")
def roles(
    skill: Annotated[
        list[str] | None,
        typer.Option(
            "--skill", metavar="SKILL", help="A skill the role needs; may repeat.", autocompletion=_complete_skill
        ),
    ] = None,
    setting: Annotated[str | None, typer.Option(metavar="SETTING", help="Where it is done, such as academic.")] = None,
    cluster: Annotated[str | None, typer.Option(metavar="CLUSTER", help="Part of the field, such as digital.")] = None,
    education: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="Typically open with this much education.")
    ] = None,
    beyond: Annotated[bool, typer.Option("--beyond", help="Outside libraries or at their edge.")] = False,
    library: Annotated[bool, typer.Option("--library", help="In libraries or at their edge.")] = False,
    no_masters: Annotated[bool, typer.Option("--no-masters", help="Typically open without a master's.")] = False,
    no_degree: Annotated[bool, typer.Option("--no-degree", help="Typically open without a degree.")] = False,
    part_time: Annotated[bool, typer.Option("--part-time", help="With many part-time posts.")] = False,
    remote: Annotated[bool, typer.Option("--remote", help="With remote posts.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List roles, all of them or those that pass every filter."""
    from libcareer import report_roles
    from libcareer.catalog import load
    from libcareer.roles import Filters
    from libcareer.roles import roles as find

    if beyond and library:
        raise typer.BadParameter("--beyond and --library together leave nothing out. Use one of them.")
    catalog = load(data)
    filters = Filters(
        skills=tuple(dict.fromkeys(_resolve(catalog.skill_names, word, catalog.skills) for word in skill or ())),
        setting=catalog.setting_names.one(setting) if setting else None,
        cluster=catalog.cluster_names.one(cluster) if cluster else None,
        education=catalog.education_names.one(education) if education else None,
        place=Place.BEYOND if beyond else Place.LIBRARY if library else None,
        no_masters=no_masters,
        no_degree=no_degree,
        part_time=part_time,
        remote=remote,
    )
    found = find(catalog, filters)
    write(report_roles.roles(found), format_)
    if not found.count:
        raise typer.Exit(1)


@app.command(epilog="Example: libcareer show archivist --section pay --section doubts")
def show(
    role: RoleName,
    section: Annotated[list[Section] | None, typer.Option("--section", help="Only this part; may repeat.")] = None,
    sources: Annotated[bool, typer.Option("--sources", help="Where each fact comes from.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Show a role whole: the work, a day, pay, ways in and out, and why one might think twice."""
    from libcareer import report_profile
    from libcareer.catalog import load
    from libcareer.profile import profile

    catalog = load(data)
    found = profile(catalog, _role(catalog, role))
    write(report_profile.backing(found) if sources else report_profile.profile(found, section or ()), format_)


@app.command(epilog="Example: libcareer path librarian --from library-technician --have bachelor")
def path(
    goal: Annotated[str, typer.Argument(metavar="GOAL", help="The role to get to.", autocompletion=_complete_role)],
    start: Annotated[
        str | None,
        typer.Option("--from", metavar="ROLE", help="The role you are in.", autocompletion=_complete_role),
    ] = None,
    have: Annotated[
        list[str] | None,
        typer.Option("--have", metavar="EDUCATION", help="What you hold already; may repeat. Default: secondary."),
    ] = None,
    prefer: Annotated[Prefer, typer.Option(help="What the way should be best at.")] = Prefer.QUICKEST,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Show the way to a role, step by step: jobs and study, with time, cost, pay and what to do now."""
    from libcareer import report_path
    from libcareer.catalog import load
    from libcareer.paths import path as find

    catalog = load(data)
    found = find(
        catalog,
        _role(catalog, goal),
        start=_role(catalog, start) if start else None,
        held=_held(catalog, have or []),
        prefer=prefer,
    )
    write(report_path.path(found), format_)
    if found.best is None:
        raise typer.Exit(1)


@app.command(epilog="Example: libcareer quiz")
def quiz(
    answers: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Answer from a file: one line a screen as typed, or the JSON of an earlier quiz. Nothing is saved.",
        ),
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Number that fixes the order of the options shown.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin again, whatever was begun before.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Find roles that fit what you like: 11 to 16 short screens."""
    from libcareer import report_quiz
    from libcareer.catalog import load
    from libcareer.quiz import Quiz

    catalog = load(data)
    asked = Quiz(catalog)
    progress, complete = _from_file(asked, answers, seed) if answers else _in_person(asked, seed, new=new)
    if not any(answer.picks for answer in progress.answers):
        raise BadAnswers("Nothing was answered, so there is nothing to say yet. `libcareer quiz` begins again.")
    found = asked.outcome(progress.answers)
    write(report_quiz.outcome(catalog, found, progress, complete=complete), format_)


def _from_file(asked: Any, file: Path, seed: int | None) -> Any:
    """Progress as a file of answers has it: JSON whole, or typed lines as far as they go."""
    import io

    from libcareer.interview import Progress, answers_from_json, converse
    from libcareer.prompts import LineAsker

    try:
        data = file.read_bytes()
        typed = "" if data.lstrip().startswith(b"{") else data.decode("utf-8-sig")
    except OSError as error:
        raise BadAnswers(f"'{file}' cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise BadAnswers(f"'{file}' is not a text file.") from None
    if not typed:
        progress = answers_from_json(data, asked)
        return progress, asked.next(progress.answers) is None
    lines = io.StringIO("".join(f"{line}\n" for line in typed.splitlines() if not line.startswith("#")))
    return converse(asked, Progress(seed or 0), LineAsker(lines, None), lambda _: None)


def _in_person(asked: Any, seed: int | None, *, new: bool) -> Any:
    """Progress as a person makes it, kept after every answer, and going on where they stopped."""
    import random

    from libcareer import prompts, sessions
    from libcareer.interview import Progress, converse

    terminal = prompts.interactive()
    begun, _ = sessions.saved()
    progress = Progress(seed if seed is not None else random.randrange(1_000_000) if terminal else 0)
    if begun and _unknown(asked, begun.answers):
        _complain("The quiz begun before asked things that this knowledge lacks, so it begins anew.")
    elif begun and not new:
        count = f"{len(begun.answers)} answered"
        if not terminal:
            _complain(f"Going on with the quiz begun before ({count}); --new begins again.")
        if not terminal or prompts.confirm(f"Go on with the quiz you began ({count})?"):
            progress = Progress(begun.seed, begun.answers, begun.limits)

    def keep(now: Progress) -> None:
        sessions.keep(sessions.SavedQuiz(now.seed, now.answers, now.limits))

    asker = prompts.TerminalAsker() if terminal else prompts.LineAsker(sys.stdin, sys.stderr)
    progress, complete = converse(asked, progress, asker, keep)
    if complete:
        sessions.keep(sessions.SavedQuiz(progress.seed, progress.answers, progress.limits, done=True))
    return progress, complete


@app.command(epilog="Example: libcareer me --format markdown")
def me(data: Data = None, format_: Written = None) -> None:
    """Show the result of your last quiz again; it is kept on this machine only."""
    from libcareer import report_quiz, sessions
    from libcareer.catalog import load
    from libcareer.interview import Progress
    from libcareer.quiz import Quiz

    begun, last = sessions.saved()
    kept = last or begun
    if kept is None or not any(answer.picks for answer in kept.answers):
        raise LibcareerError("Nothing is kept about you. `libcareer quiz` makes a result.")
    catalog = load(data)
    progress = Progress(kept.seed, kept.answers, kept.limits)
    asked = Quiz(catalog)
    if unknown := _unknown(asked, kept.answers):
        lacking = either(unknown[:3])
        raise LibcareerError(f"The kept answers name things this knowledge lacks: {lacking}. Take the quiz anew.")
    write(report_quiz.outcome(catalog, asked.outcome(kept.answers), progress, complete=kept.done), format_)


def _unknown(asked: Quiz, answers: Iterable[Answer]) -> list[str]:
    """Options in saved *answers* that this knowledge does not have."""
    return sorted({option for answer in answers for option in answer.options if option not in asked.options})


@app.command(epilog="Example: libcareer forget")
def forget(data: Data = None, format_: Written = None) -> None:
    """Remove everything libcareer keeps about you from this machine."""
    from libcareer import report_quiz, sessions

    write(report_quiz.forgotten(sessions.forget()), format_)


@app.command(epilog="Example: libcareer skills cataloging")
def skills(
    skill: Annotated[
        str | None, typer.Argument(metavar="[SKILL]", help="Its id or any name.", autocompletion=_complete_skill)
    ] = None,
    group: Annotated[str | None, typer.Option(metavar="GROUP", help="Only this group, such as systems.")] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List skills by group, or show one: how to learn it, how to show it, which roles need it."""
    from libcareer import report_records
    from libcareer.catalog import load
    from libcareer.skills import skill_page, vocabulary

    catalog = load(data)
    if skill:
        id_ = _resolve(catalog.skill_names, skill, catalog.skills)
        write(report_records.skill(skill_page(catalog, id_)), format_)
        return
    chosen = catalog.group_names.one(group) if group else None
    write(report_records.vocabulary(vocabulary(catalog, chosen)), format_)


class CostLevel(StrEnum):
    """How much a credential may cost."""

    LOW = "low"


@app.command(epilog="Example: libcareer credentials --cost low --no-degree")
def credentials(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Its id or any name.")] = None,
    cost: Annotated[CostLevel | None, typer.Option(help="low: at most 1,000 in its own currency.")] = None,
    no_degree: Annotated[bool, typer.Option("--no-degree", help="Open to people without a bachelor's.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List degrees, licences and certificates, or show one: time, cost, who asks, what it does not do."""
    from libcareer import report_records
    from libcareer.catalog import load
    from libcareer.credentials import credential_page
    from libcareer.credentials import credentials as find

    catalog = load(data)
    if name:
        id_ = _resolve(catalog.credential_names, name, catalog.credentials)
        write(report_records.credential(credential_page(catalog, id_)), format_)
        return
    write(report_records.credentials(find(catalog, low_cost=cost is not None, no_degree=no_degree)), format_)


@app.command(epilog="Example: libcareer resources --role archivist")
def resources(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Its id or a word of its name.")] = None,
    role: Annotated[
        str | None, typer.Option(metavar="ROLE", help="Those that serve a role.", autocompletion=_complete_role)
    ] = None,
    kind: Annotated[ResourceKind | None, typer.Option(help="Only this kind.")] = None,
    status: Annotated[Status | None, typer.Option(help="Only with this status.")] = None,
    outdated: Annotated[bool, typer.Option("--outdated", help="What older guides say that is no longer so.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List associations, journals, job boards and courses, and whether they still exist."""
    from libcareer import report_records
    from libcareer.catalog import load
    from libcareer.resources import ResourceFilters, corrections
    from libcareer.resources import resources as find

    catalog = load(data)
    if outdated:
        write(report_records.corrections(corrections(catalog)), format_)
        return
    ids = catalog.resource_names.all(name) if name else ()
    filters = ResourceFilters(ids, _role(catalog, role) if role else None, kind, status)
    found = find(catalog, filters)
    write(report_records.resources(found), format_)
    if not found.count:
        raise typer.Exit(1)


@app.command(epilog="Example: libcareer network law")
def network(
    field: Annotated[str | None, typer.Argument(metavar="[FIELD]", help="Its id or any name.")] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List fields and networks, or show one: whom to look for now, where, and what to ask first."""
    from libcareer import report_records
    from libcareer.catalog import load
    from libcareer.network import field_page, fields

    catalog = load(data)
    if field:
        id_ = _resolve(catalog.field_names, field, catalog.fields)
        write(report_records.field(field_page(catalog, id_)), format_)
        return
    write(report_records.fields(fields(catalog)), format_)


@app.command(epilog="Example: libcareer sources --stale")
def sources(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Its id, or the publisher.")] = None,
    stale: Annotated[bool, typer.Option("--stale", help="Only those to be looked up again.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List every source with its date and the records that rest on it."""
    from libcareer import report_ledger
    from libcareer.catalog import load
    from libcareer.ledger import sources as find

    catalog = load(data)
    ids = catalog.source_names.all(name) if name else ()
    write(report_ledger.sources(find(catalog, ids, stale=stale), whole=bool(ids)), format_)


@app.command(epilog="Example: libcareer disputes demand")
def disputes(
    topic: Annotated[str | None, typer.Argument(metavar="[TOPIC]", help="Its id or a word of it.")] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Show where sources disagree, who says what, and what to do about it."""
    from libcareer import report_ledger
    from libcareer.catalog import load
    from libcareer.ledger import disputes as find

    catalog = load(data)
    write(report_ledger.disputes(find(catalog, catalog.dispute_names.all(topic) if topic else ())), format_)


@app.command(epilog="Example: libcareer ask am I too shy for library work")
def ask(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Your question, in your own words.")],
    data: Data = None,
    format_: Written = None,
) -> None:
    """Answer a question in your own words: short and honest, with figures and where to go deeper."""
    from libcareer import report_ledger
    from libcareer.catalog import load
    from libcareer.questions import ask as find

    found = find(load(data), " ".join(words))
    write(report_ledger.answers(found), format_)
    if found.best is None:
        raise typer.Exit(1)


@app.command(epilog="Example: libcareer check my-knowledge")
def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Folders or files; default: the built-in ones.")
    ] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Check knowledge files and say every problem with its file, line and column."""
    from libcareer import report_roles
    from libcareer.checks import check as look

    found, files = look(paths or ([data] if data else []))
    write(report_roles.problems(found, files), format_)
    if found:
        raise typer.Exit(1)
