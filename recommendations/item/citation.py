"""How a recommendation is cited: whole sentences, each of which can be translated."""

from django.conf import settings
from django.utils import formats
from django.utils.translation import gettext as _


def address(item) -> str:
    """Where the item stays for ever."""
    return f"{settings.SITE_URL}{item.get_absolute_url()}"


def short_citation(item) -> str:
    """Its reference and address, for a footnote."""
    return f"{item.reference}, {address(item)}"


def citation(item, documents=()) -> str:
    """What was said, by whom, where, and what became of it; `documents` are those of its meeting."""
    return " ".join([_words(item), _voice(item), _source(item, documents), _status(item), address(item)])


def _words(item) -> str:
    if item.official_wording:
        quoted = {"reference": item.reference, "words": " ".join(item.official_wording.split())}
        return _("%(reference)s: “%(words)s”") % quoted
    told = {"reference": item.reference, "headline": item.headline}
    return _("%(reference)s, “%(headline)s” (in the register's words).") % told


def _voice(item) -> str:
    said = {
        "kind": item.get_kind_display(),
        "voices": "; ".join(proposer.in_whose_words for proposer in item.proposers.all()),
        "standing": item.get_standing_display(),
    }
    if said["voices"]:
        return _("%(kind)s by %(voices)s. Standing: %(standing)s.") % said
    return _("%(kind)s. Standing: %(standing)s.") % said


def _source(item, documents) -> str:
    """The way from the meeting into its report; what is not known is left out."""
    page = item.page and _("page %(page)s") % {"page": item.page}
    dois = [f"DOI {document.doi}" for document in documents if document.doi]
    steps = [item.meeting.title, item.meeting.place, item.meeting.days, str(item.session), item.position, page, *dois]
    return f"{', '.join(step for step in steps if step)}."


def _status(item) -> str:
    known = {"status": item.state.label, "day": item.status_as_of and formats.date_format(item.status_as_of)}
    return (_("Status as of %(day)s: %(status)s.") if item.status_as_of else _("Status: %(status)s.")) % known
