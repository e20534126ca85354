"""The words that describe a recommendation: its form, its weight, who speaks, who is asked and how that is known."""

from enum import nonmember

from django.db import models
from django.utils.translation import gettext_lazy as _

from recommendations.models.scales import DefinedChoices


class Kind(DefinedChoices):
    """The form in which the report asks."""

    RECOMMENDATION = (
        "recommendation",
        _("The report says that somebody recommends it."),
        _("Recommendation"),
    )
    SUGGESTION = (
        "suggestion",
        _("Offered as an idea that others may take up."),
        _("Suggestion"),
    )
    PROPOSAL = (
        "proposal",
        _("Put forward as the solution to a problem that was described."),
        _("Proposal"),
    )
    REQUEST = "request", _("Asked of somebody directly."), _("Request")
    CALL = "call", _("Urged on behalf of a group."), _("Call")
    ENCOURAGEMENT = (
        "encouragement",
        _("Somebody is encouraged to do it."),
        _("Encouragement"),
    )
    NEED = (
        "need",
        _("The report states that it needs to be done."),
        _("Statement of need"),
    )
    CONCLUSION = (
        "conclusion",
        _("Drawn by the meeting as its conclusion."),
        _("Conclusion"),
    )
    GOOD_PRACTICE = (
        "good_practice",
        _("Held up as a practice to follow."),
        _("Good practice"),
    )


class Standing(DefinedChoices):
    """What weight the report gives a statement."""

    CONCLUSION = (
        "conclusion",
        _("Stands among the conclusions of the meeting."),
        _("Conclusion of the meeting"),
    )
    STATEMENT = (
        "statement",
        _("Stated in a session or in the introduction."),
        _("Statement in a session"),
    )
    SPEAKER = (
        "speaker",
        _("Suggested by one speaker in a session."),
        _("A speaker's suggestion"),
    )
    WORKSHOP = (
        "workshop",
        _("Came out of a workshop; not an official view of the organiser."),
        _("Workshop outcome, not an official view"),
    )


class AsksFor(DefinedChoices):
    """The kind of action asked for."""

    LEGISLATION = "legislation", _("Making or changing law."), _("Legislation")
    COOPERATION = (
        "cooperation",
        _("Working together, case by case or as bodies."),
        _("Cooperation and coordination"),
    )
    INFORMATION_SHARING = (
        "information_sharing",
        _("Passing on information or data."),
        _("Information sharing"),
    )
    CASEWORK = (
        "casework",
        _("How cases are investigated and prosecuted."),
        _("Casework practice"),
    )
    CASE_REFERRAL = (
        "case_referral",
        _("Bringing cases to a body that can help."),
        _("Referral of cases"),
    )
    STAFFING = (
        "staffing",
        _("Posting or appointing people."),
        _("Staffing and secondment"),
    )
    STRUCTURES = (
        "structures",
        _("Creating or extending offices, groups and networks."),
        _("Structures and networks"),
    )
    FUNDING = "funding", _("Providing money."), _("Funding")
    MEETINGS = "meetings", _("Holding meetings or events."), _("Meetings and events")
    GUIDANCE = (
        "guidance",
        _("Studies, handbooks, explanation."),
        _("Guidance and knowledge"),
    )
    TRAINING = "training", _("Teaching and practising."), _("Training")
    OTHER = "other", _("None of the others."), _("Other")


class Capacity(DefinedChoices):
    """For whom a proposer spoke."""

    BODY = "body", _("Spoke for the body that is named."), _("For a body")
    SELF = "self", _("Spoke from their own experience."), _("For themselves")
    PARTICIPANTS = (
        "participants",
        _("The participants together, or several of them."),
        _("For the participants"),
    )
    REPORT = (
        "report",
        _("The report itself says it, naming nobody."),
        _("The report itself"),
    )


class Role(DefinedChoices):
    """What an addressee is to do about a recommendation."""

    LEAD = "lead", _("Is to do it."), _("Lead")
    SUPPORT = "support", _("Is to help doing it."), _("In support")


class Naming(DefinedChoices):
    """How the register knows an addressee."""

    STATED = "stated", _("The text names it."), _("Stated in the text")
    INFERRED = (
        "inferred",
        _("The register concluded it, and says why."),
        _("Inferred by the register"),
    )


class LinkKind(DefinedChoices):
    """What a later recommendation is to an earlier one."""

    REPEATS = "repeats", _("Asks the same again."), _("Repeats")
    UPDATES = "updates", _("Asks for more, less or otherwise."), _("Updates")
    SUPERSEDES = "supersedes", _("Stands in its place."), _("Supersedes")
    RELATED = "related", _("Is on the same matter."), _("Related to")

    # Of these a thread through the years is made.
    CONTINUING = nonmember(("repeats", "updates", "supersedes"))


class ActionRelation(DefinedChoices):
    """What an action is to a recommendation."""

    ANSWERING = (
        "answering",
        _("Done in answer to it; counts as follow-up."),
        _("In answer"),
    )
    IN_PLACE = (
        "in_place",
        _("Already there when it was made; counted nowhere."),
        _("Before the meeting"),
    )


class Decision(DefinedChoices):
    """What a second person says to the proposed closing of a priority."""

    WAITING = "waiting", _("Nobody has decided yet; the public status is as before."), _("Waits")
    CONFIRMED = "confirmed", _("A second person agreed; it is the assessment since."), _("Confirmed")
    DECLINED = "declined", _("It was not agreed to, or was withdrawn; the reason is given."), _("Declined")


class Hindrance(DefinedChoices):
    """Why an addressee's row cannot be asked."""

    NOBODY = "nobody", _("The text names nobody; add the addressee first."), _("Nobody named")
    OPENED = "opened", _("The group is opened into its members; they are asked."), _("Opened into members")
    RESTATES = "restates", _("The item restates another; what it asks is asked there."), _("Restates another item")
    DIVIDED = "divided", _("The item is divided; its parts are asked."), _("Divided into parts")


class Channel(models.TextChoices):
    LETTER = "letter", _("Letter")
    EMAIL = "email", _("E-mail")
    MEETING = "meeting", _("At a meeting")
    TELEPHONE = "telephone", _("By telephone")
    FORM = "form", _("Form on this site")


class Precision(DefinedChoices):
    """How exactly a source gives a date."""

    DAY = "day", _("The day is known."), _("Day")
    MONTH = "month", _("Only the month is known."), _("Month")
    YEAR = "year", _("Only the year is known."), _("Year")
    BY = (
        "by",
        _("Happened on this day at the latest; the source gives no date."),
        _("No later than"),
    )
