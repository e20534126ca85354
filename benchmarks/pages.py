"""Which pages are measured."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from benchmarks.world import World
from meetings.models import Meeting
from recommendations.filters.facets import Option, facets
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models import Recommendation
from recommendations.views.listing import PER_PAGE

DEEP = 200


@dataclass
class Page:
    """A page to measure; `naive` says whether the naive form can show the same rows."""

    name: str
    path: str
    query: str = ""
    naive: bool = False

    @property
    def found(self) -> int | None:
        """How many rows a list gives."""
        if self.path not in ("/recommendations/", "/recommendations/matrix/"):
            return None
        return RecommendationFilter.from_query(QueryDict(self.query)).qs.count()


def middle(options: list[Option]) -> str:
    """The value that half of the others exceed."""
    return sorted(options, key=lambda option: option.n)[len(options) // 2].value


def broadest(options: list[Option]) -> str:
    return max(options, key=lambda option: option.n).value


def choices(pick: Callable[[list[Option]], str], *names: str) -> dict[str, str]:
    """A value of each parameter, picked from what the values before it leave."""
    query: dict[str, str] = {}
    for name in names:
        chosen = RecommendationFilter.from_query(QueryDict(urlencode(query)))
        query[name] = pick(facets(chosen, name).by_name[name].options)
    return query


def pages() -> list[Page]:
    """Lists with values that few and that most items hold, then one page of every other kind."""
    few, most = ("topic", "year", "status"), ("status", "kind", "topic")
    counted = facets(RecommendationFilter.from_query(QueryDict()), "meeting", "addressed_to", "topic")
    offered = {name: group.options for name, group in counted.by_name.items()}
    vocabulary = World().vocabulary
    words, frequent = f"{vocabulary[10]} {vocabulary[30]}", f"{vocabulary[0]} or {vocabulary[1]}"
    unknown = f"{vocabulary[100]}q {vocabulary[200]}"
    last = (counted.found - 1) // PER_PAGE + 1
    lists = [
        ("list", {}, True),
        ("list, one filter", choices(middle, *few[:1]), True),
        ("list, one filter, the broadest", choices(broadest, *most[:1]), True),
        ("list, three filters", choices(middle, *few), True),
        ("list, three filters, the broadest", choices(broadest, *most), True),
        ("list, one addressee", {"addressed_to": middle(offered["addressed_to"])}, False),
        ("list, the addressee of most", {"addressed_to": broadest(offered["addressed_to"])}, False),
        ("list, two words", {"q": words + " "}, True),
        ("list, two words and a filter", {"q": words + " ", **choices(broadest, *most[:1])}, True),
        ("list, either of two frequent words", {"q": frequent + " "}, True),
        ("list, a mistyped word", {"q": unknown}, False),
        (f"list, page {min(DEEP, last)}", {"page": min(DEEP, last)}, True),
    ]
    meeting = Meeting.objects.get(slug=middle(offered["meeting"]))
    item = Recommendation.objects.published().followed_up().of_meetings(meeting)
    others = [
        ("item", item.filter(addressees__actor__isnull=False, actions__isnull=False).first().get_absolute_url(), ""),
        ("front page", "/", ""),
        ("meeting", meeting.get_absolute_url(), ""),
        ("actor", f"/actors/{broadest(offered['addressed_to'])}/", ""),
        ("topic", f"/topics/{broadest(offered['topic'])}/", ""),
        ("matrix", "/recommendations/matrix/", ""),
        ("matrix by topic", "/recommendations/matrix/", "by=topics"),
        ("changes", "/changes/", ""),
    ]
    return [
        *(Page(name, "/recommendations/", urlencode(query), naive) for name, query, naive in lists),
        *(Page(*other) for other in others),
    ]
