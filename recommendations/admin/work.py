"""My work: what waits for somebody of the desk, as a table of lists."""

from django.contrib import admin
from django.db.models import F
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from recommendations.admin.lists import Listing, beginnings, line, several, single
from recommendations.models import Addressee, Challenge, ClosingProposal, FollowUpAction, Late, Recommendation, Response


def followed():
    """What is followed up in public: nothing else can be late or stale."""
    return Recommendation.objects.published().followed_up()


def asked():
    return Addressee.objects.filter(recommendation__in=followed())


def moved(thing) -> str:
    if not thing.moved_at:
        return ""
    when = formats.date_format(timezone.localtime(thing.moved_at), "DATETIME_FORMAT")
    return _("%(who)s, %(when)s") % {"who": thing.moved_by or _("somebody unknown"), "when": when}


def sent_back(thing) -> str:
    return thing.sent_back_because


def day(name: str, sentence):
    """What a date of a thing says in a sentence."""
    return lambda thing: sentence % {"day": formats.date_format(getattr(thing, name))}


DUE = _("due on %(day)s")
REVIEW = _("Somebody submitted it and waits for an answer: publish it, or send it back with what is to be mended.")
MEND = _("A reviewer asks to mend it. Its page says what; then submit it again.")


def reviewed(name: str, title, model):
    needs = f"{model._meta.app_label}.publish_{model._meta.model_name}"
    return Listing(name, title, REVIEW, needs, lambda me: model.objects.awaiting_review(by=me.user), line(moved))


def mended(name: str, title, model):
    def rows(me):
        back = model.objects.sent_back().order_by("moved_at", "pk")
        return back if me.everybody else back.submitted_by(me.user)

    needs = f"{model._meta.app_label}.change_{model._meta.model_name}"
    return Listing(name, title, MEND, needs, rows, line(sent_back))


def closings(me):
    """What waits for a second person; what somebody proposed herself is not for her."""
    waiting = ClosingProposal.objects.waiting().order_by("recorded_at", "pk")
    return waiting if me.everybody else waiting.exclude(recorded_by=me.user)


ITEMS, ACTIONS = "recommendations.change_recommendation", "recommendations.change_followupaction"
WORK = (
    Listing(
        "closings",
        _("Closings to confirm"),
        _("Proposed for a priority. Another person than who proposed it confirms or declines it."),
        "recommendations.confirm_closing",
        closings,
        line(day("as_of", _("as of %(day)s"))),
    ),
    reviewed("review-meetings", _("Meetings to review"), Meeting),
    reviewed("review-items", _("Recommendations to review"), Recommendation),
    reviewed("review-actions", _("Follow-up actions to review"), FollowUpAction),
    reviewed("review-challenges", _("Challenges to review"), Challenge),
    mended("sent-back-meetings", _("Meetings sent back"), Meeting),
    mended("sent-back-items", _("Recommendations sent back"), Recommendation),
    mended("sent-back-actions", _("Follow-up actions sent back"), FollowUpAction),
    mended("sent-back-challenges", _("Challenges sent back"), Challenge),
    Listing(
        "answers",
        _("Answers to check"),
        _("They count once they are accepted into the register."),
        "recommendations.add_response",
        lambda me: me.own(Response.objects.waiting()).order_by("received_on", "pk"),
        line(day("received_on", _("received on %(day)s"))),
    ),
    Listing(
        "late-answers",
        _("Late answers"),
        _("An answer was requested by a day that has passed, and no position came."),
        ITEMS,
        lambda me: me.own(asked().response_late()).order_by("response_due_on", "pk"),
        line(day("response_due_on", DUE)),
    ),
    Listing(
        "late-actions",
        _("Late follow-up actions"),
        _("Due on a day that has passed, and neither completed nor cancelled."),
        ACTIONS,
        lambda me: me.own(FollowUpAction.objects.published().late()).order_by("due_on", "pk"),
        line(day("due_on", DUE)),
    ),
    Listing(
        "late-items",
        _("Late recommendations"),
        _("To be done by a day that has passed, and open."),
        ITEMS,
        lambda me: me.own(followed().having_late(Late.RECOMMENDATION)).order_by("due_on", "pk"),
        line(day("due_on", DUE)),
    ),
    Listing(
        "answers-soon",
        _("Answers due within 30 days"),
        _("Time for a reminder."),
        ITEMS,
        lambda me: me.own(asked().due_soon()).order_by("response_due_on", "pk"),
        line(day("response_due_on", DUE)),
    ),
    Listing(
        "actions-soon",
        _("Follow-up actions due within 30 days"),
        _("Time to ask how far they are."),
        ACTIONS,
        lambda me: me.own(FollowUpAction.objects.published().due_soon()).order_by("due_on", "pk"),
        line(day("due_on", DUE)),
    ),
    Listing(
        "items-soon",
        _("Recommendations due within 30 days"),
        _("Time to assess them."),
        ITEMS,
        lambda me: me.own(followed().due_soon()).order_by("due_on", "pk"),
        line(day("due_on", DUE)),
    ),
    Listing(
        "reviews",
        _("Continuous recommendations to look at again"),
        _("Their next review is due within 30 days, or was before. Assess them, then set the next date."),
        ITEMS,
        lambda me: me.own(followed().review_due()).order_by("review_on", "pk"),
        line(day("review_on", _("review on %(day)s"))),
    ),
    Listing(
        "stale",
        _("Stale recommendations"),
        _("Open, and nothing assessed, answered, noted or done in public for twelve months."),
        ITEMS,
        lambda me: me.own(followed().stale()).order_by("status_as_of", "pk"),
        line(day("status_as_of", _("status as of %(day)s"))),
    ),
    Listing(
        "open",
        _("Open recommendations"),
        _("All that are looked after and not closed yet, drafts too."),
        ITEMS,
        lambda me: me.own(Recommendation.objects.kept_up().followed_up().open()).order_by(
            F("due_on").asc(nulls_last=True), "reference"
        ),
        line(lambda item: item.state.label),
    ),
)


def work(request):
    """What waits for whoever is logged in, or for everybody."""
    return several(request, WORK, "admin/work.html", title=_("My work"))


def work_list(request, name):
    return single(request, WORK, name, above=_("My work"), above_name="desk:work")


def index(request):
    """The desk: first what waits, as numbers, then everything that can be entered."""
    mine = [listing for listing in WORK if request.user.has_perm(listing.needs)]
    return admin.site.index(request, {"at_work": bool(mine), **beginnings(request, mine)})
