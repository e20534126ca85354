"""Lists of what wants somebody's care. Each is a row of a table: the word that finds it, and how its rows are shown."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.core.exceptions import PermissionDenied
from django.core.paginator import InvalidPage, Paginator
from django.db.models import Count, Model, QuerySet, Window
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.models import User

EVERYBODY = "everybody"
FIRST = 20  # of each list on a page with several
PER_PAGE = 50


@dataclass
class Reader:
    """For whom lists are made: somebody, and whether everybody's things are asked for beside her own."""

    user: User
    everybody: bool = False

    def own(self, rows: QuerySet) -> QuerySet:
        return rows if self.everybody else rows.owned_by(self.user)


@dataclass
class Line:
    """A row of a list: links to where it is mended, and what is to be known about it."""

    links: list[tuple[str, str]]
    said: str = ""


def desk_address(thing: Model) -> str:
    """The page of the desk on which a thing is mended; what has none is mended at its addressee's."""
    if not admin.site.is_registered(type(thing)):
        thing = thing.addressee
    return reverse(admin_urlname(thing._meta, "change"), args=[thing.pk])


def line(said: Callable[[Model], str] = lambda thing: "", at: str = "") -> Callable[[Model], Line]:
    """Shows a thing by its name, with a link to its page, or to the place of that page where the gap is."""
    return lambda thing: Line([(f"{desk_address(thing)}{at}", str(thing))], said(thing))


@dataclass(frozen=True)
class Listing:
    name: str  # in its address
    title: str
    why: str
    needs: str  # the permission of whom it is for
    rows: Callable[[Reader], QuerySet]
    line: Callable[[Model], Line] = field(default_factory=line)

    def found(self, reader: Reader) -> "Found":
        """Its first rows and how many there are, in one query."""
        rows = list(_named(self.rows(reader)).annotate(found=Window(Count("*")))[:FIRST])
        return Found(self, rows[0].found if rows else 0, [self.line(row) for row in rows])


@dataclass
class Found:
    listing: Listing
    n: int
    lines: list[Line]

    @property
    def rest(self) -> int:
        return self.n - len(self.lines)


def _named(rows: QuerySet) -> QuerySet:
    """With what its rows are called by."""
    paths = ["recommendation", "actor", "addressee__recommendation", "addressee__actor", "submitted_by", "moved_by"]
    relations = {one.name for one in rows.model._meta.fields if one.is_relation}
    near = [path for path in paths if path.partition("__")[0] in relations]
    return rows.select_related(*near) if near else rows


def allowed(user: User, listings) -> list[Listing]:
    """Those that are for the user; raises PermissionDenied where none is."""
    found = [listing for listing in listings if user.has_perm(listing.needs)]
    if not found:
        raise PermissionDenied
    return found


def reader_of(request) -> Reader | None:
    """Whose things the address asks for; None where that cannot be read."""
    asked = request.GET.getlist("whose")
    return Reader(request.user, bool(asked)) if asked in ([], [EVERYBODY]) else None


def beginnings(request, listings) -> dict:
    """The beginnings of all lists that are for the reader, and in which there is something."""
    reader = reader_of(request)
    found = [listing.found(reader) for listing in listings] if reader else []
    return {
        "lists": [one for one in found if one.n],
        "reader": reader,
        "query": f"?whose={EVERYBODY}" if reader and reader.everybody else "",
    }


def several(request, listings, template: str, **context):
    """A page with the beginnings of all lists."""
    context |= admin.site.each_context(request) | beginnings(request, allowed(request.user, listings))
    return TemplateResponse(request, template, context)


def single(request, listings, name: str, **context):
    """One list with all its rows, page by page."""
    listing = next((one for one in allowed(request.user, listings) if one.name == name), None)
    if listing is None:
        raise Http404
    reader, page, error = reader_of(request), None, ""
    try:
        if reader:
            rows = _named(listing.rows(reader))
            page = Paginator(rows if rows.ordered else rows.order_by("pk"), PER_PAGE).page(request.GET.get("page", 1))
        else:
            error = _("“whose” is empty or “everybody”.")
    except InvalidPage:
        error = _("There is no such page of this list.")
    context |= {
        **admin.site.each_context(request),
        "title": listing.title,
        "listing": listing,
        "page": page,
        "query": f"?whose={EVERYBODY}" if reader and reader.everybody else "",
        "lines": [listing.line(row) for row in page] if page else [],
        "error": error,
    }
    return TemplateResponse(request, "admin/list.html", context)
