"""The words of progress: codes that never change, labels that can be translated, definitions that stand beside them.

Four scales are never mixed: what an addressee answers (ResponsePosition), what was done (Status), how far an action is
(ActionStatus), and whether a thing is public (meetings.Publication).
"""

from enum import nonmember

from django.db import models
from django.utils.translation import gettext_lazy as _


class DefinedChoices(models.TextChoices):
    """Choices whose members carry a definition: NAME = code, definition, label."""

    def __new__(cls, code, definition):
        member = str.__new__(cls, code)
        member._value_ = code
        member.definition = definition
        return member

    @property
    def token(self) -> str:
        """The name under which stylesheet and shapes know this word."""
        return self.value.replace("_", "-")


class ResponsePosition(DefinedChoices):
    """What one addressee answers to the recommendation."""

    NOT_REQUESTED = (
        "not_requested",
        _("Nobody has asked this addressee for an answer."),
        _("No response requested"),
    )
    AWAITING = (
        "awaiting",
        _("An answer was asked for on a date; none has come yet."),
        _("Awaiting response"),
    )
    CONSIDERING = (
        "considering",
        _("The addressee answered, without taking a position yet."),
        _("Under consideration"),
    )
    ACCEPTED = "accepted", _("The addressee accepts the recommendation."), _("Accepted")
    PARTLY_ACCEPTED = (
        "partly_accepted",
        _("The addressee accepts some of it, or its aim by another way; the answer says which."),
        _("Partly accepted"),
    )
    NOT_ACCEPTED = (
        "not_accepted",
        _("The addressee does not accept it; the answer gives the reason."),
        _("Not accepted"),
    )

    # What an answer can say; the first two describe that there is none.
    ANSWERS = nonmember(("considering", "accepted", "partly_accepted", "not_accepted"))
    POSITIONS = nonmember(("accepted", "partly_accepted", "not_accepted"))
    NEEDS_TEXT = nonmember(("partly_accepted", "not_accepted"))


class Status(DefinedChoices):
    """What one addressee did about it, as the secretariat assessed it on a date."""

    NOT_ASSESSED = (
        "not_assessed",
        _("Open. Not yet assessed, or nothing is known: this says nothing about what was done."),
        _("Not assessed"),
    )
    NOT_STARTED = (
        "not_started",
        _("Open. Checked; no action is known."),
        _("Not started"),
    )
    IN_PROGRESS = (
        "in_progress",
        _("Open. Work is under way; for a continuous item: it is being applied."),
        _("In progress"),
    )
    PARTLY_IMPLEMENTED = (
        "partly_implemented",
        _("Open. At least one part is done and more is expected."),
        _("Partly implemented"),
    )
    IMPLEMENTED = "implemented", _("Closed. Done, with evidence."), _("Implemented")
    CLOSED_PARTLY = (
        "closed_partly",
        _("Closed. Some was done and no more is expected; the reason is given."),
        _("Closed, partly implemented"),
    )
    NOT_IMPLEMENTED = (
        "not_implemented",
        _("Closed. It was not done; the reason is given."),
        _("Not implemented"),
    )
    NO_LONGER_APPLICABLE = (
        "no_longer_applicable",
        _("Closed. Events or a newer recommendation overtook it; the reason or the newer one is given."),
        _("No longer applicable"),
    )

    OPEN = nonmember(("not_assessed", "not_started", "in_progress", "partly_implemented"))
    CLOSED = nonmember(("implemented", "closed_partly", "not_implemented", "no_longer_applicable"))
    NEEDS_REASON = nonmember(("closed_partly", "not_implemented", "no_longer_applicable"))

    @property
    def is_open(self) -> bool:
        return self.value in Status.OPEN


class State(models.TextChoices):
    """The two halves of the status scale."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")

    @property
    def all(self) -> tuple[str, ...]:
        """The statuses in this half."""
        return Status.OPEN if self == State.OPEN else Status.CLOSED

    @classmethod
    def statuses(cls, *states) -> list[str]:
        """The statuses that are in one of the halves."""
        return [status for state in states for status in cls(state).all]


class StatusQuerySet(models.QuerySet):
    """Words for what has a status on this scale: recommendations, and the rows of their addressees."""

    def having_status(self, *statuses):
        return self.filter(status__in=statuses)

    def having_state(self, *states):
        """In one of the halves of the scale."""
        return self.having_status(*State.statuses(*states))

    def open(self):
        return self.having_status(*Status.OPEN)

    def closed(self):
        return self.having_status(*Status.CLOSED)


class Basis(DefinedChoices):
    """On what a recorded status or note rests."""

    REPORTED = (
        "reported",
        _("The addressee itself said so."),
        _("Reported by the addressee"),
    )
    DOCUMENT = "document", _("A published document says so."), _("Published document")
    MEETING = (
        "meeting",
        _("It was established at a meeting."),
        _("Established at a meeting"),
    )
    CHECKED = (
        "checked",
        _("The secretariat looked into it."),
        _("Checked by the secretariat"),
    )


class ActionStatus(DefinedChoices):
    """How far a follow-up action is."""

    PLANNED = "planned", _("Announced or agreed; not begun."), _("Planned")
    IN_PROGRESS = "in_progress", _("Begun and not finished."), _("In progress")
    COMPLETED = "completed", _("Finished, on a date."), _("Completed")
    ON_HOLD = "on_hold", _("Begun or planned, and paused."), _("On hold")
    CANCELLED = "cancelled", _("Will not be done."), _("Cancelled")

    RUNNING = nonmember(("planned", "in_progress", "on_hold"))
    ENDED = nonmember(("completed", "cancelled"))


class Late(DefinedChoices):
    """What can be late; computed from dates, never stored."""

    RESPONSE = (
        "response",
        _("An answer was requested by a date that has passed; no position was taken yet."),
        _("Response late"),
    )
    ACTION = "action", _("A follow-up action is past its date, neither completed nor cancelled."), _("Action late")
    RECOMMENDATION = (
        "recommendation",
        _("It was to be done by a date that has passed, and is open."),
        _("Recommendation late"),
    )


class Gap(DefinedChoices):
    """What the register does not hold about a recommendation."""

    ACTIONS = "actions", _("No follow-up action in answer to it is recorded."), _("Without actions")
    RESPONSE = "response", _("No addressee has answered."), _("Without response")
    EVIDENCE = "evidence", _("No public evidence is recorded."), _("Without evidence")
    ADDRESSEE = "addressee", _("The text names nobody who should act."), _("Nobody named in the text")
