"""What the pages that show a selection share: its options and pills, and one page of its rows."""

import re

from django.core.paginator import EmptyPage, Paginator
from django.utils.translation import gettext as _

from recommendations.filters.facets import Group, Option


def page_of(request, rows, per_page: int, count: int | None = None) -> dict:
    """The page of the rows that the address asks for, or what is wrong with what it asks for.

    `count` is how many rows there are, where that is known already.
    """
    paginator = Paginator(rows, per_page)
    if count is not None:
        paginator.count = count
    asked = [value for value in request.GET.getlist("page") if value] or ["1"]
    if len(asked) > 1 or not re.fullmatch(r"[0-9]{1,9}", asked[0]):
        return {"paginator": paginator, "page": None, "page_problem": _("“page” is the number of a page, such as 2.")}
    try:
        page, problem = paginator.page(asked[0]), ""
    except EmptyPage:
        page, problem = None, _("There is no such page; the last one is page %(last)s.") % {"last": paginator.num_pages}
    return {"paginator": paginator, "page": page, "page_problem": problem}


def groups_of(filterset, offered: dict[str, list[Option]]) -> list[Group]:
    """The groups of options with the chosen ones marked; a group that leaves no choice is left out."""
    groups = [_group(filterset, name, options) for name, options in offered.items()]
    return [group for group in groups if len(group.options) > 1 or group.chosen or group.errors]


def _group(filterset, name, options) -> Group:
    errors = filterset.form.errors.get(name, [])
    chosen = [value for value in filterset.data.getlist(name) if value]
    if not errors:
        # A value that is right but that nothing holds any more stays, so that it can be taken away.
        held = {option.value for option in options}
        options = options + [Option(value, value) for value in dict.fromkeys(chosen) if value not in held]
    for option in options:
        option.chosen = option.value in chosen
    return Group(name, str(filterset.form.fields[name].label), options, errors)
