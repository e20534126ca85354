"""Asks, answers and assesses, as the course of each addressee in courses.yaml has it."""

from datetime import timedelta
from functools import cache
from itertools import cycle
from random import Random

from meetings.models import Audience
from recommendations.example.register import Register, entered, proof, table
from recommendations.models import Basis, Status

SEED = "harbour"


@cache
def courses() -> dict:
    return table("courses")


@cache
def phrases() -> dict:
    return table("phrases")


def load(register: Register) -> None:
    """Each addressee takes its course, and of an opened group each member its own."""
    for (key, slug), course in register.courses.items():
        addressee = register.items[key].addressees.get(actor=register.actors[slug])
        if isinstance(course, list):
            for member, its_own in zip(addressee.open_members(), cycle(course), strict=False):
                _follow(register, key, member, its_own)
        else:
            _follow(register, key, addressee, course)


def _follow(register, key, addressee, course) -> None:
    name, _, newer = course.partition(" ")
    story = Story(register, int(key[0]), addressee, register.items.get(newer))
    for step in courses()[name]:
        story.take(step)


class Story:
    """What becomes of one addressee's row, in words drawn by lot that fall the same each time."""

    def __init__(self, register, meeting, addressee, newer):
        self.register, self.meeting, self.addressee, self.newer = register, meeting, addressee, newer
        self.item, self.officers = addressee.recommendation, register.officers
        self.path = f"{self.item.reference}/{addressee.actor.slug}"
        self.lot = Random(f"{SEED} {self.path}")
        self.pools = {}

    def take(self, step) -> None:
        verb = next(iter(step))  # a step begins with what it does
        getattr(self, f"_{verb}")(step)

    def _day(self, days):
        return self.register.day(self.meeting, days)

    def _say(self, *names) -> str:
        """Sentences from the pools of these names, none twice before each was used."""
        return " ".join(self._draw(name) for name in names)

    def _draw(self, name) -> str:
        if name not in self.pools:
            pool = phrases()
            for part in name.split("."):
                pool = pool[part]
            self.pools[name] = cycle(self.lot.sample(pool, len(pool)))
        return next(self.pools[name])

    def _work(self, *names) -> str:
        return self._say(*(f"works.{self.item.asks_for}.{name}" for name in names))

    def _proofs(self, step, kind: str) -> list:
        if "proof" not in step:
            return []
        return [proof(self._work("proof"), f"{self.path}/{kind}-{self.lot.randrange(100, 999)}", step["proof"])]

    def _ask(self, step) -> None:
        day = self._day(step["ask"])
        self.addressee.ask(on=day, due=day + timedelta(days=step["within"]), by=self.officers["proposes"])

    def _answer(self, step) -> None:
        day, position = self._day(step["day"]), step["answer"]
        recorded = entered(day, self.lot.randrange(1, 5))
        more = {"accepted": ["doing"], "partly_accepted": ["doing"]}.get(position, [])
        answer = {
            "received_on": day,
            "position": position,
            "claims": step.get("claims", ""),
            "text": " ".join(filter(None, [self._say(f"answers.{position}"), self._work(*more)])),
            "channel": step["by"],
            "audience": step.get("audience", Audience.INTERNAL),
            "recorded_at": recorded,
            "by": self.officers["proposes"],
        }
        if position == "not_accepted":
            answer["text"] += " " + self._say("obstacles")
        checked = {"accepted": False} if step.get("waiting") else {"accepted_on": recorded.date()}
        response = self.addressee.respond(evidence=self._proofs(step, "answer"), **answer, **checked)
        if "set_aside" in step:
            day = self._day(step["set_aside"])
            response.set_aside(on=day, because=self._say("set_aside"), by=self.officers["confirms"])

    def _assess(self, step, verb="assess", *wrong) -> None:
        finding = {"status": step[verb], "basis": step["basis"], "source_words": step.get("source", "")}
        if later := step.get("meetings_later"):
            finding["session"] = self.register.sessions[self.meeting + later, 1]
            finding["as_of"] = self.register.last_day(self.meeting + later)
        else:
            finding["as_of"] = self._day(step["day"])
        if "newer" in step:
            finding["newer"] = self.newer
        said = self._finding(finding["status"]) if verb == "assess" else self._correction(finding["status"])
        recorded = entered(
            self._day(step["recorded"]) if "recorded" in step else finding["as_of"], self.lot.randrange(1, 5)
        )
        finding |= {"reason": said, "recorded_at": recorded, "evidence": self._proofs(step, "finding")}
        finding["by"] = self.officers["proposes"]
        if self.item.is_priority and finding["status"] in Status.CLOSED:
            self._propose(finding).confirm(recorded_at=recorded + timedelta(days=2), by=self.officers["confirms"])
        else:
            getattr(self.addressee, verb)(*wrong, **finding)

    def _propose(self, finding):
        return self.addressee.propose_closing(**finding)

    def _close(self, step) -> None:
        """A proposed closing that still waits, or was declined."""
        day = self._day(step["day"])
        recorded = entered(day, self.lot.randrange(1, 5))
        proposal = self._propose(
            {
                "status": step["close"],
                "as_of": day,
                "basis": step["basis"],
                "reason": self._finding(step["close"]),
                "recorded_at": recorded,
                "evidence": self._proofs(step, "finding"),
                "by": self.officers["proposes"],
            }
        )
        if "declined" in step:
            proposal.decline(
                because=self._say("declined"),
                recorded_at=recorded + timedelta(days=step["declined"]),
                by=self.officers["confirms"],
            )

    def _correct(self, step) -> None:
        wrong = self.addressee.status_changes.order_by("number").last()
        self._assess(step, "correct", wrong)

    def _finding(self, status) -> str:
        match status:
            case Status.NOT_STARTED:
                return self._say("findings.not_started")
            case Status.IN_PROGRESS:
                return self._work("doing")
            case Status.PARTLY_IMPLEMENTED:
                return self._work("done", "left")
            case Status.IMPLEMENTED:
                return self._work("done")
            case Status.CLOSED_PARTLY:
                return f"{self._work('left')} {self._say('obstacles')}"
            case Status.NOT_IMPLEMENTED:
                return self._say("obstacles")
            case Status.NO_LONGER_APPLICABLE:
                return "" if self.newer else self._say("lapses")

    def _correction(self, status) -> str:
        if status == Status.NOT_ASSESSED:
            return self._say("findings.retracts")
        return f"{self._say('findings.corrects')} {self._work('left')}"

    def _note(self, step) -> None:
        day, audience = self._day(step["note"]), step["audience"]
        said = self._work("doing" if audience == Audience.PUBLIC else "left")
        owner = self.item if step.get("of") == "item" else self.addressee
        owner.note(
            noted_on=day,
            text=said if audience == Audience.PUBLIC else f"{self._say(f'told.{audience}')} {said}",
            who_says=self.addressee.actor.name,
            basis=Basis.REPORTED,
            audience=audience,
            recorded_at=entered(day, self.lot.randrange(1, 5)),
            by=self.officers["proposes"],
        )
