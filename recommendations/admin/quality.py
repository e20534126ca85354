"""Data quality: what is missing, old or contradictory in the register, each gap with the way to mend it."""

from django.apps import apps
from django.utils import formats
from django.utils.translation import gettext, gettext_lazy as _

from actors.models import Namesake
from recommendations.admin.lists import Line, Listing, allowed, desk_address, line, several, single
from recommendations.models import FollowUpAction, Recommendation

ITEMS = "recommendations.change_recommendation"


def items():
    return Recommendation.objects.kept_up()


def last_known(item) -> str:
    if item.status_as_of:
        return _("assessed as of %(day)s") % {"day": formats.date_format(item.status_as_of)}
    return _("never assessed, issued on %(day)s") % {"day": formats.date_format(item.issued_on)}


def pair(namesake) -> Line:
    both = [(desk_address(actor), str(actor)) for actor in (namesake.one, namesake.other)]
    return Line(both, namesake.get_because_display())


GAPS = (
    Listing(
        "position",
        _("Position missing"),
        _("A reader cannot find the statement in the report, and it cannot be published."),
        ITEMS,
        lambda _me: items().without_position().in_report_order(),
        line(at="#id_position"),
    ),
    Listing(
        "topic",
        _("Topic missing"),
        _("Nobody who filters by topic finds it."),
        ITEMS,
        lambda _me: items().followed_up().without_topic().in_report_order(),
        line(at="#id_topics"),
    ),
    Listing(
        "addressee",
        _("Addressee missing"),
        _("It says neither who should act nor that nobody is named, and cannot be published."),
        ITEMS,
        lambda _me: items().without_addressee().in_report_order(),
        line(at="#addressees-group"),
    ),
    Listing(
        "due-date",
        _("Follow-up action without due date"),
        _("It is still to be done, and can never be late."),
        "recommendations.change_followupaction",
        lambda _me: FollowUpAction.objects.readable().undated().order_by("reference"),
        line(at="#id_due_on"),
    ),
    Listing(
        "unreviewed",
        _("Not reviewed for twelve months"),
        _("Open, and nobody has assessed it since; what never was assessed counts from its date of issue."),
        ITEMS,
        lambda _me: Recommendation.objects.published().followed_up().unreviewed().order_by("issued_on", "reference"),
        line(last_known, at="#addressees-group"),
    ),
    Listing(
        "namesakes",
        _("Same actor under two names"),
        _("What is asked of one body is then found under neither name wholly. If they are one, keep one as an alias."),
        "actors.change_actor",
        lambda _me: Namesake.objects.select_related("one", "other").order_by("one__name", "pk"),
        pair,
    ),
)

# Found by themselves; what is known of one is said here. A word that is not among these is said by its docstring.
CONTRADICTIONS = {
    "actor.inconsistent_parents": (
        _("Actors that are part of themselves"),
        _("Over some generations, a body belongs to itself. Take one of the steps away."),
    ),
    "topic.inconsistent_levels": (
        _("Topics below a topic that is itself below another"),
        _("There are two levels; the list counts no deeper."),
    ),
    "recommendation.inconsistent_reference": (
        _("References that do not fit"),
        _("A reference begins with the code of its meeting, a part's with that of its whole."),
    ),
    "recommendation.inconsistent_parts": (
        _("Parts in the wrong place"),
        _("A part stands in the session of its whole, and has no parts itself."),
    ),
    "recommendation.inconsistent_restatement": (
        _("Restatements of the wrong item"),
        _("Only a lead of the same meeting is restated, and it is published first."),
    ),
    "recommendation.inconsistent_heading": (
        _("Divided wholes with addressees of their own"),
        _("The addressees of a whole belong to its parts, and are assessed there."),
    ),
    "recommendation.inconsistent_issue": (
        _("Issued before the meeting began"),
        _("The date of issue is the last day of the meeting, unless the report says otherwise."),
    ),
    "recommendation.inconsistent_addressees": (
        _("Published without an addressee"),
        _("A published item says who should act, or that nobody is named."),
    ),
    "addressee.inconsistent_via": (
        _("Members' rows of another group"),
        _("A member's row is opened from a group's row of the same item."),
    ),
    "addressee.inconsistent_closing": (
        _("Priorities closed by one person"),
        _("They were closed before they became priorities. Propose it anew; a second person confirms it."),
    ),
    "closingproposal.inconsistent_confirmation": (
        _("Confirmed closings that the assessment does not repeat"),
        _("What was confirmed is the assessment that counts."),
    ),
    "statuschange.inconsistent_correction": (
        _("Corrections of another addressee's entry"),
        _("A correction names an entry about the same addressee."),
    ),
    "statuschange.inconsistent_carrying": (
        _("Entries carried forward from the wrong place"),
        _("They repeat what was found about the same addressee of another item."),
    ),
}


def contradictions() -> list[Listing]:
    """A list for every word of every model whose rows no sound register holds."""
    return [
        _contradiction(model, word)
        for app in ("actors", "meetings", "recommendations")
        for model in apps.get_app_config(app).get_models()
        for word in dir(model._default_manager.all())
        if word.startswith("inconsistent_")
    ]


def _contradiction(model, word: str) -> Listing:
    called = f"{model._meta.model_name}.{word}"
    said = gettext(getattr(model._default_manager.all(), word).__doc__)
    title, why = CONTRADICTIONS.get(called, (said, ""))
    return Listing(
        called.replace(".inconsistent_", "-"),
        title,
        why,
        f"{model._meta.app_label}.view_{model._meta.model_name}",
        lambda _me: getattr(model._default_manager.all(), word)().order_by("pk"),
    )


def listings() -> list[Listing]:
    return [*GAPS, *contradictions()]


def quality(request):
    every = allowed(request.user, listings())
    return several(request, every, "admin/quality.html", title=_("Data quality"), every=every)


def quality_list(request, name):
    return single(request, listings(), name, above=_("Data quality"), above_name="desk:quality")
