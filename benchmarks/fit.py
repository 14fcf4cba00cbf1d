"""How far to trust `fit`: simulated people ask about their home role and about another role.

The people are those of benchmarks/people.py, which does not use the engine. Clickers choose at random.
docs/counsellors.md has the results.
"""

from __future__ import annotations

import argparse
from collections import Counter
from random import Random

from people import World

from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.one_role import FIRST_PLACES, Suitability

KINDS = ("home", "elsewhere", "clicker")
VERDICTS = ("yes", "probably", "cannot tell", "probably not")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=60, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    world, chance = World(options.seed), Random(options.seed)
    told: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    true: Counter[str] = Counter()
    for number in range(options.people):
        person = world.person("home", number)
        away = chance.choice([role for role in world.roles if role != person.homes[0]])
        for kind, role in zip(KINDS, (person.homes[0], away, person.homes[0]), strict=True):
            engine = Suitability(world.quiz.catalog, role)
            answers: list[Answer] = []
            while screen := engine.next(answers):
                liking = {o: chance.random() if kind == "clicker" else world.express(person, o) for o in screen.options}
                wish = sorted(screen.options, key=lambda option: -liking[option])
                picks, least = tuple(wish[: screen.picks]), wish[-1] if screen.least else None
                answers.append(Answer(screen.options, picks, least))
            word = engine.suited(answers).verdict
            told[kind][word] += 1
            if kind != "clicker":
                scores = {id_: dot(vector, person.peaks[0]) for id_, vector in world.roles.items()}
                better = sum(scores[other] > scores[role] for other in engine.neighbors)
                true[word] += better < FIRST_PLACES and scores[role] > sorted(scores.values())[len(scores) // 2]
    for kind in KINDS:
        print(f"{kind:10}", ", ".join(f"{word} {told[kind][word]}" for word in VERDICTS))
    for word in VERDICTS:
        print(f"right where told {word}: {true[word]} of {told['home'][word] + told['elsewhere'][word]}")


if __name__ == "__main__":
    main()
