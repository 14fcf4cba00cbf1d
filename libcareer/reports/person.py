"""The person's page as a report: what is kept, what each limit does, and what opens if one is relaxed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.paths.circumstances import known_to
from libcareer.engines.paths.limits import limits_of, set_limits
from libcareer.reports.for_you import (
    education_words,
    home_words,
    limits_words,
    no_limits_words,
    post_words,
    study_words,
    told_words,
)
from libcareer.reports.limits import DROPPED, limit_words, opened_words, relaxation_words, relaxed_option, worth_telling
from libcareer.reports.page.render import Block, Facts, Heading, Next, Para, Report, Title
from libcareer.reports.plan import mention_words
from libcareer.reports.words import counted, date_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.circumstances import Circumstances
    from libcareer.engines.paths.exclusions import LimitEffect
    from libcareer.engines.paths.relaxations import Relaxation
    from libcareer.engines.quiz.person import LimitsPage, PersonPage

RELAXED, NEARER = 6, 2
"""How many changes of limits that open something are told, and how many that open a role of the quiz."""

PRIVATE = "kept on this machine only"


def person_report(page: PersonPage, catalog: Catalog, before: Circumstances | None = None) -> Report:
    """What is kept about a person; what was changed just now in what was kept *before* is told first."""
    blocks: list[Block] = [Title("About you", PRIVATE)]
    if before is not None:
        blocks.append(Para(changed_words(catalog, before, page.about), strong=True))
    told = known_to(catalog, page.about)
    facts = tuple(_facts(page, told, catalog))
    blocks += [Facts(facts), Next(tuple(_next(page, told, catalog)))]
    return Report("me", tuple(blocks), page, ("what", "said"), facts)


def changed_words(catalog: Catalog, before: Circumstances, now: Circumstances) -> str:
    """What a change of what is kept comes to, in a sentence."""
    had, has = (_everything(catalog, known_to(catalog, told)) for told in (before, now))
    new, gone = [word for word in has if word not in had], [word for word in had if word not in has]
    if not (new or gone):
        return "Nothing changes: that is kept already."
    kept = f"Now kept: {'; '.join(new)}" if new else ""
    lost = f"{'no longer' if new else 'No longer kept'}: {'; '.join(gone)}" if gone else ""
    return f"{'; '.join(part for part in (kept, lost) if part)}."


def _everything(catalog: Catalog, told: Circumstances) -> tuple[str, ...]:
    not_studying = ("not studying",) if told.studying == () else ()
    return (*told_words(catalog, told), *not_studying, *no_limits_words(catalog, told))


def _facts(page: PersonPage, told: Circumstances, catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield "where you stand", "; ".join(post_words(catalog, told)) or "not told (--from ROLE)"
    yield "education", "; ".join(_education(page, told, catalog))
    if told.skills:
        yield "skills", f"used elsewhere: {', '.join(catalog.skills[id_].title for id_ in told.skills)}"
    if home := home_words(catalog, told):
        yield "where you live", home
    yield "limits", _limits(page, catalog)
    yield "last quiz", _quiz(page, catalog)
    if page.plan:
        yield "plan", mention_words(page.plan, catalog)
    if page.unknown:
        yield "not known", f"the knowledge used here lacks {', '.join(page.unknown)}"


def _education(page: PersonPage, told: Circumstances, catalog: Catalog) -> Iterator[str]:
    held = tuple(education_words(catalog, told))
    yield from held or ("not told (--have EDUCATION)",)
    if page.presumed:
        yield f"assumed, as usual there: {listed(page.presumed)}"
    if told.studying:
        yield f"studying for {listed([study_words(catalog, one) for one in told.studying])}"
    elif told.studying is not None:
        yield "not studying"


def _limits(page: PersonPage, catalog: Catalog) -> str:
    words = limits_words(catalog, known_to(catalog, page.about))
    if not words:
        return "none" if page.about.limits else "not told"
    left = f"They leave {page.within or 'none'} of {counted(page.of, 'role')}"
    nearest = f"; the smallest change: {_smallest(page.relaxed, catalog)}" if page.relaxed else ""
    return f"{'; '.join(words)}. {left}{nearest}."


def _smallest(relaxed: tuple[Relaxation, ...], catalog: Catalog) -> str:
    """The first of the *relaxed* limits and what it opens."""
    return f"{relaxation_words(relaxed[0])} ({opened_words(relaxed[0], catalog.titles('roles'))})"


def _quiz(page: PersonPage, catalog: Catalog) -> str:
    quiz = page.quiz
    if quiz is None:
        return "none yet"
    when = _day(quiz.on) if quiz.on else "not finished"
    head = f"{when}, {counted(quiz.screens, 'screen')}. What your answers point to"
    if not quiz.clear:
        return f"{head}: no clear result"
    if not quiz.roles:
        return f"{head} is all outside your limits; nearest: {_smallest(quiz.nearer, catalog)}"
    return f"{head}: {', '.join(role.title for role in quiz.roles)}"


def _day(iso: str) -> str:
    from datetime import date

    try:
        return date_words(date.fromisoformat(iso))
    except ValueError:
        return "an earlier day"


def _next(page: PersonPage, told: Circumstances, catalog: Catalog) -> Iterator[tuple[str, str]]:
    if limits_words(catalog, told):
        yield "libcareer me --limits", "what each limit rules out, and what opens without it"
    if page.quiz:
        yield "libcareer me --quiz", "the result of the quiz"
    else:
        yield "libcareer quiz", "find roles that fit what you like"
    if told.posts:
        yield f"libcareer planb {told.posts[0]}", "what else you can reach from where you stand"
    elif told.jobs:
        yield f"libcareer job {told.jobs[0]}", "what carries over from your job, and which roles value it"
    yield "libcareer me --help", "change any of this; `libcareer forget` removes it"


# ---------------------------------------------------------------------------- what limits do


def limits_report(page: LimitsPage, catalog: Catalog, before: Circumstances | None = None) -> Report:
    """What each limit rules out and what opens if one is relaxed, after what was changed just now."""
    limits = set_limits(limits_of(catalog, known_to(catalog, page.about).limits))
    blocks: list[Block] = [Title("What limits you", f"{page.within} of {counted(page.of, 'role')} left")]
    if before is not None:
        blocks.append(Para(changed_words(catalog, before, page.about), strong=True))
    if not limits:
        blocks.append(Para("No limits are kept, so every role is left."))
    if page.within == 0:
        blocks.append(Para("Together your limits leave no role; what is nearest is below.", strong=True))
    if page.effects:
        blocks += [Heading("What each limit rules out, and how much of it alone")]
        blocks.append(Facts(tuple((limit_words(effect.limit), _effect(effect, page)) for effect in page.effects)))
    for heading, relaxed, most in (
        ("What opens with one change", page.relaxed, RELAXED),
        (f"What opens {_first(len(page.asked))} of your quiz", page.nearer, NEARER),
    ):
        if relaxed:
            blocks += [Heading(heading), Facts(tuple(_opened(relaxed, catalog, most)))]
    blocks.append(Next(tuple(_next_limits(page))))
    columns = ("limit", "rules_out", "alone", "alone_of_quiz", "relax", "option", "steps", "opens", "cannot_tell")
    return Report("me", tuple(blocks), page, columns, tuple(_rows(page)))


def _first(count: int) -> str:
    """One of the *count* first roles."""
    return "the first role" if count == 1 else f"one of the first {count}"


def _effect(effect: LimitEffect, page: LimitsPage) -> str:
    return _ruled_out(effect, page) + (f"; {_unjudged(effect)}" if effect.unjudged else "")


def _unjudged(effect: LimitEffect) -> str:
    """That a limit on pay cannot tell for some roles, which it leaves in."""
    roles = counted(len(effect.unjudged), "role")
    return f"cannot tell for {roles} without a pay figure of {'its' if len(effect.unjudged) == 1 else 'their'} own"


def _ruled_out(effect: LimitEffect, page: LimitsPage) -> str:
    if not effect.ruled_out:
        return "no role"
    words = f"{counted(len(effect.ruled_out), 'role')}, {_alone(len(effect.alone))}"
    asked = {role.id for role in page.asked}
    if not asked:
        return words
    of_quiz, alone = (len(asked.intersection(roles)) for roles in (effect.ruled_out, effect.alone))
    return f"{words}; {of_quiz or 'none'} of the quiz's {len(asked)}" + (f", {_alone(alone)}" if of_quiz else "")


def _alone(count: int) -> str:
    return f"{count or 'none'} alone"


def _opened(relaxed: tuple[Relaxation, ...], catalog: Catalog, most: int) -> Iterator[tuple[str, str]]:
    titles = catalog.titles("roles")
    for one in worth_telling(relaxed)[:most]:
        yield relaxation_words(one), f"{opened_words(one, titles)} ({_options(one)})"


def _options(one: Relaxation) -> str:
    return " ".join(relaxed_option(change) for change in one.changes)


def _next_limits(page: LimitsPage) -> Iterator[tuple[str, str]]:
    if page.relaxed:
        yield f"libcareer me {_options(page.relaxed[0])}", "keep the first of these changes"
    if page.effects:
        most = max(page.effects, key=lambda effect: (len(effect.alone), len(effect.ruled_out))).limit
        yield f"libcareer me {DROPPED[most.kind]}", f"drop the limit that rules out most alone: {limit_words(most)}"
    yield "libcareer me --help", "every limit that can be set"


def _rows(page: LimitsPage) -> Iterator[tuple[object, ...]]:
    asked = {role.id for role in page.asked}
    for effect in page.effects:
        alone = len(asked.intersection(effect.alone))
        unjudged = "; ".join(effect.unjudged)
        yield limit_words(effect.limit), len(effect.ruled_out), len(effect.alone), alone, *(None,) * 4, unjudged
    for one in page.relaxed:
        yield *(None,) * 4, relaxation_words(one), _options(one), one.steps, "; ".join(one.opens), None
