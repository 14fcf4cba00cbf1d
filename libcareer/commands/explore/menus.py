"""The menus of the explorer: what brings somebody here, and what each wish leads to."""

from __future__ import annotations

from shlex import join, quote
from typing import TYPE_CHECKING

from libcareer.commands.explore.spots import Destination, Guide, Item, Menu, Picker, Spot
from libcareer.commands.prompts.question import Key, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from libcareer.catalog.names import Index
    from libcareer.engines.paths.circumstances import Circumstances

ASKED = "What brings you here?"

BACK = Key("b", "back", None, escape=True)
"""The key that leaves a question without an answer."""

SUIT, MOVE, LOOK, COMPARE, PAY, MINE, CLASS = range(7)
"""The wishes of the front door, in their usual order."""

WORKING, STUDYING, CHANGING, LOOKING, TEACHING, ASKING = (
    "I work in {workplace}",
    "I am studying or choosing",
    "I am changing careers",
    "I am just looking",
    "I am with a class",
    "I want to ask or look something up",
)

FIRST = {
    WORKING: (MOVE, MINE),
    STUDYING: (SUIT, COMPARE, PAY),
    CHANGING: (SUIT, PAY, LOOK),
    LOOKING: (LOOK,),
    TEACHING: (CLASS,),
    ASKING: (LOOK,),
}
"""Which wishes come first for whom; nothing else depends on what somebody says here."""


def situations(guide: Guide, enter: Callable[[Sequence[int]], Destination]) -> Sequence[Item]:
    """What somebody may say at the first visit; *enter* leads to the wishes, some of them first."""
    workplace = guide.catalog.pack.workplace
    return [Item(words.format(workplace=workplace), enter(first)) for words, first in FIRST.items()]


def wishes(guide: Guide, told: Circumstances, first: Sequence[int], kept: str) -> Sequence[Item]:
    """What somebody may want who *told* this about themselves: *first* wishes first. *kept* are results and plan."""
    items = [
        Item("Find what suits me", "quiz", "a quiz of about 9 minutes; nothing is sent"),
        Item(
            "Where can I go from my job?",
            _own_menu(told),
            "up, sideways, out of the field",
        ),
        Item("Look something up", look_up, "a job, a skill, a degree, a question"),
        Item("Compare jobs", first_job, "two side by side, and what decides"),
        Item("What does it pay where I live?", paid_job, "official figures and what they leave out"),
        Item("My results and my plan", my_things, kept or "the last quiz, the next step, my limits"),
        Item("I am here with a class", with_a_class, "the quiz on paper, results of a class"),
    ]
    order = [*first, *(wish for wish in range(len(items)) if wish not in first)]
    return [items[wish] for wish in order]


def _own_menu(told: Circumstances) -> Destination:
    """Where one can go from the job that somebody *told*; a question which it is, if they told none."""
    if told.posts:
        return lambda guide: job_menu(guide, told.posts[0])
    return (lambda guide: field_menu(guide, told.jobs[0])) if told.jobs else my_job


# ---------------------------------------------------------------------------- choosing a record


def picked_job(guide: Guide, question: str, then: Callable[[str], Destination], without: Sequence[str] = ()) -> Spot:
    """The list of all jobs."""
    index = guide.catalog.role_names
    titles = {id_: title for id_, title in index.titles.items() if id_ not in without}
    return Picker(("jobs",), question, titles, index.find, then)


def first_job(guide: Guide) -> Spot:
    """The first of two jobs to compare."""

    def second(one: str) -> Destination:
        title = guide.catalog.role_names.titles[one]
        return lambda guide: picked_job(
            guide, f"Compare {title} with which job?", lambda other: f"compare {one} {other}", without=(one,)
        )

    return picked_job(guide, "Compare which job?", second)


def paid_job(guide: Guide) -> Spot:
    """The job whose pay is asked for, and where."""
    return picked_job(guide, "The pay of which job?", lambda id_: lambda guide: pay_menu(guide, id_))


def pay_menu(guide: Guide, job: str) -> Spot:
    """Where the pay of a *job* is asked for; what is kept about the person is not asked again."""
    title = guide.catalog.role_names.titles[job]

    def items(guide: Guide) -> Sequence[Item]:
        from libcareer.engines.pay.countries import home_id

        countries = guide.catalog.titles("countries")
        abroad = [id_ for id_ in countries if id_ != home_id(guide.catalog)]
        return [
            Item(f"Where I live, or all of {guide.catalog.pack.home}", f"show {job} --section pay", "as `me` keeps it"),
            *([Item("In a state or around a town", place)] if guide.catalog.pay_tables else []),
            *(Item(f"In {countries[id_]}", f"show {job} --section pay --where {id_}") for id_ in abroad),
            *([Item("Remember where I live", home, "on this machine only")] if guide.catalog.pay_tables else []),
            Item("Is the study for it worth it?", worth, "when the money is back"),
        ]

    def place(guide: Guide) -> Spot:
        return picked_place(guide, lambda id_: f"show {job} --section pay --where {id_}")

    def home(guide: Guide) -> Spot:
        return picked_place(guide, lambda id_: f"me --where {id_}")

    def worth(guide: Guide) -> str | None:
        earned = guide.prompter.text(Question("What you earn now, such as 38000 or 18.50/hour:", keys=(BACK,)))
        return f"worth {job} --earn {quote(str(earned))}" if earned else None

    return Menu(("pay", title), "Where?", items)


def picked_place(guide: Guide, then: Callable[[str], Destination]) -> Spot:
    """The list of all states and areas whose pay is known."""
    from libcareer.engines.pay.places import place_names

    names = place_names(guide.catalog)
    return Picker(("places",), "Where? A state or a town:", dict(names.titles), names.find, then)


def my_job(guide: Guide) -> Spot:
    """The job somebody is in: a role, or a job of another field by the title that they type."""
    index = guide.catalog.role_names
    return Picker(
        ("jobs",),
        "Which is your job?",
        dict(index.titles),
        index.find,
        lambda id_: lambda guide: job_menu(guide, id_),
        lambda words: _other_field(guide, words),
    )


def _other_field(guide: Guide, words: str) -> Destination | None:
    """Where the title of a job of another field leads: to its menu, or to a choice of those it may mean."""
    from libcareer.engines.jobs.meaning import meaning

    tables = guide.catalog.jobs
    found = meaning(guide.catalog, words)
    if tables is None or not found.codes:
        return None
    if found.sure:
        return lambda guide: field_menu(guide, found.codes[0])
    titles = {code: tables.official[code] for code in found.codes}
    asked = f"'{words}' can be several jobs. Which is nearest?"
    return lambda _: Picker(("jobs",), asked, titles, lambda _: (), lambda code: lambda guide: field_menu(guide, code))


def field_menu(guide: Guide, code: str) -> Spot:
    """Where one can go from a job of another field, by its O*NET *code*."""
    from libcareer.engines.jobs.carried import called

    title = called(guide.catalog, code)
    items = (
        Item("What carries over from it, and which jobs value it", f"job {code}", "by its tasks"),
        Item("To any job that I name", lambda guide: goal(guide), "the steps, years and cost"),
        Item("Two areas to train in", f"tracks --from {code}", "one in the field, one beyond it"),
        Item("Remember that this is my job", f"me --from {code}", "on this machine only"),
        Item("It is another job", my_job),
    )

    def goal(guide: Guide) -> Spot:
        return picked_job(guide, f"From {title} to which job?", lambda id_: f"path {id_} --from {code}")

    return Menu(("my job", title), f"Where from {title}?", lambda _: items)


def job_menu(guide: Guide, job: str) -> Spot:
    """Where one can go from a *job*."""
    title = guide.catalog.role_names.titles[job]

    def items(guide: Guide) -> Sequence[Item]:
        from libcareer.engines.lookup.role import role_page

        page = role_page(guide.catalog, job)
        goals = {door.role.id: door.role.title for door in page.moves}
        short = guide.catalog.pack.certification
        return [
            Item("To any job that I name", goal, "the steps, years and cost"),
            Item(f"{guide.catalog.pack.outside.capitalize()}, with the skills of this job", f"related {job} --beyond"),
            Item("All known moves from it", f"show {job} --section moves", "what each asks, and why"),
            Item("Two areas to train in", f"tracks --from {job}", "one in the field, one beyond it"),
            *([Item(f"The {short}", f"lssc --from {job}", "what this job counts for")] if short else []),
            Item("Remember that this is my job", f"me --from {job}", "on this machine only"),
            Item("It is another job", my_job),
            *(Item(f"To {name}", f"path {id_} --from {job}") for id_, name in goals.items()),
        ]

    def goal(guide: Guide) -> Spot:
        return picked_job(guide, f"From {title} to which job?", lambda id_: f"path {id_} --from {job}", without=(job,))

    def way(words: str) -> str | None:
        named = [id_ for id_ in guide.catalog.role_names.find(words) if id_ != job]
        return f"path {named[0]} --from {job}" if len(named) == 1 else None

    return Menu(("my job", title), f"Where from {title}?", items, way)


# ---------------------------------------------------------------------------- looking things up


def look_up(guide: Guide) -> Spot:
    """What can be looked up."""
    catalog = guide.catalog

    def one_of(crumb: str, question: str, index: Index, command: str) -> Destination:
        return lambda _: Picker((crumb,), question, dict(index.titles), index.find, lambda id_: f"{command} {id_}")

    jobs, skills = catalog.role_names, catalog.skill_names
    papers, fields = catalog.credential_names, catalog.field_names
    items = [
        Item("Ask in my own words", ask, "short answers, with sources"),
        Item("A job", one_of("jobs", "Which job?", jobs, "show"), "the work, pay, ways in, doubts"),
        Item("Jobs that use a skill", one_of("skills", "Jobs with which skill?", skills, "roles --skill")),
        Item("All jobs, by part of the field", "roles"),
        Item("A skill", one_of("skills", "Which skill?", skills, "skills"), "how to learn it, how to show it"),
        Item("A degree or certificate", one_of("degrees and certificates", "Which one?", papers, "credentials")),
        Item("Whom to ask", one_of("whom to ask", "In which field?", fields, "network"), "and what to ask them"),
        Item("Questions that people ask", questions),
        Item("A title from an ad", job_title, "which job it means"),
        Item("A whole ad, or my resume", document, "from a file; read here only"),
        Item("My work in other words", other_words, f"for a resume {catalog.pack.outside}"),
        Item("Associations, journals, courses", "resources", "and whether they still exist"),
        Item("What is changing", "changes", "law, money and politics, each dated"),
        Item("Where sources disagree", "disputes"),
        Item("All sources", "sources"),
    ]
    return Menu(("look something up",), "What would you like to look up?", lambda _: items)


def job_title(guide: Guide) -> str | None:
    """What a title means that a person types."""
    words = guide.prompter.text(Question("The title, as it is advertised:", keys=(BACK,)))
    return f"title {join(str(words).split())}" if words else None


def document(guide: Guide) -> str | None:
    """The advertisement or resume in a file that a person names."""
    file = guide.prompter.text(Question("The file with the ad or resume:", keys=(BACK,)))
    return f"match {quote(str(file))}" if file else None


def other_words(guide: Guide) -> str | None:
    """Library work in the words of other sectors, or back, for words that a person types."""
    words = guide.prompter.text(Question("What you did, or what an employer asks for:", keys=(BACK,)))
    return f"translate {join(str(words).split())}" if words else None


def questions(guide: Guide) -> Spot:
    """The questions that have an answer here."""
    from libcareer.commands.explore.known import titles_of_kind

    found = titles_of_kind(guide.catalog, "questions")
    return Picker(("questions",), "Which question?", found, lambda _: (), lambda id_: f"ask {id_}")


def ask(guide: Guide) -> str | None:
    """The answer to a question that a person types."""
    question = Question("Your question, in your own words:", keys=(BACK,))
    words = guide.prompter.text(question)
    return f"ask {join(str(words).split())}" if words else None


# ---------------------------------------------------------------------------- what is kept, and classes


def my_things(guide: Guide) -> Spot:
    """What is kept about a person."""

    def items(guide: Guide) -> Sequence[Item]:
        return [
            Item("My last result", "me --quiz"),
            Item("What changed since the result before", "me --compare"),
            Item("My plan", my_plan, "the steps, to tick off"),
            Item("What is kept about me", "me"),
            Item("What my limits rule out", "me --limits"),
            Item("Change what is kept about me", change, "my job, my education, each limit"),
            Item("Remove all that is kept about me", forget_me),
        ]

    return Menu(("my results and my plan",), "What would you like to see?", items)


def my_plan(guide: Guide) -> str | Spot:
    """The plan that is kept, or the job to make one for."""
    from libcareer.person.plan import saved_plan

    if saved_plan():
        return "plan"
    return picked_job(guide, "You have no plan yet. To get to which job?", lambda id_: f"plan {id_}")


def forget_me(guide: Guide) -> str | None:
    """Remove what is kept, if a person says so again."""
    if guide.prompter.confirm("Remove your results, your plan and what you told about yourself?", default=False):
        return "forget"
    return None


def change(guide: Guide) -> Spot:
    """What can be changed of what is kept about a person."""

    def items(guide: Guide) -> Sequence[Item]:
        from libcareer.engines.quiz.limits import practical_questions

        return [
            Item("My job", lambda guide: picked_job(guide, "Which is your job?", lambda id_: f"me --from {id_}")),
            *(Item(limit.question, answered(limit.id, limit.question)) for limit in practical_questions(guide.catalog)),
        ]

    return Menu(("about me",), "What do you want to change?", items)


def answered(limit: str, question: str) -> Destination:
    """The choices of a practical question, each of which is kept when it is taken."""

    def items(guide: Guide) -> Sequence[Item]:
        from libcareer.engines.quiz.limits import practical_questions

        choices = next(one.choices for one in practical_questions(guide.catalog) if one.id == limit)
        return [Item(choice.text, kept(limit, choice.id)) for choice in choices]

    return lambda guide: Menu(("about me",), question, items)


def kept(limit: str, answer: str) -> Destination:
    """Keep the *answer* to a practical question, and show what is kept."""

    def keep(guide: Guide) -> str:
        from libcareer.engines.quiz.known import with_answers
        from libcareer.person.about import change_about

        change_about(lambda told: with_answers(guide.catalog, told, {limit: answer}))
        guide.say("Kept, on this machine only.")
        return "me"

    return keep


def with_a_class(guide: Guide) -> Spot:
    """What there is for a class."""

    def items(guide: Guide) -> Sequence[Item]:
        return [
            Item("The questions on paper", "quiz --paper", "to print and hand out"),
            Item("The results of a class, together", class_page, "from a folder of results"),
        ]

    return Menu(("with a class",), "What do you need for the class?", items)


def class_page(guide: Guide) -> str | None:
    """The results in a folder that a person names."""
    question = Question("The folder with the results:", keys=(BACK,))
    folder = guide.prompter.text(question)
    return f"class {quote(str(folder))}" if folder else None
