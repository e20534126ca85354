"""Every number of a page is the length of the list to which it leads, in the example and in the report's register."""

import re
from html import unescape

import pytest
from django.core.management import call_command
from django.http import QueryDict

from actors.models import Actor
from meetings.models import Meeting
from recommendations.filters.actions import ActionFilter
from recommendations.filters.challenges import ChallengeFilter
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.management.commands.demo import FIXTURES
from recommendations.models import Challenge, FollowUpAction, Recommendation, Topic

pytestmark = pytest.mark.django_db

MATRICES = [f"/recommendations/matrix/?by={by}" for by in ("topics", "actors", "meetings", "years")]
LISTS = ["/", "/meetings/", "/actors/", "/topics/", "/actions/", "/challenges/", *MATRICES]
NUMBERED = re.compile(r'<a (?:class="n" )?href="([^"#]*)"[^>]*>([^<]*\d[^<]*)</a>')
# The number of a link: the first that stands alone ("3 of 27" has the link of the 3), or the last in brackets.
NUMBER = re.compile(r"\(([\d,]+)\)$|^(?:\D*\s)?([\d,]+)(?:\s|$)")
SELECTIONS = {
    "/recommendations/": lambda query: RecommendationFilter.from_query(query),
    "/actions/": lambda query: ActionFilter(query, FollowUpAction.objects.published()),
    "/challenges/": lambda query: ChallengeFilter(query, Challenge.objects.published()),
}


def numbers(client, address: str) -> dict[str, set[int]]:
    """The addresses of lists to which the numbers of a page lead, with these numbers."""
    found = {}
    for link, words in NUMBERED.findall(client.get(address).content.decode()):
        path, _mark, query = unescape(link).partition("?")
        path = path or address.partition("?")[0]
        number = NUMBER.search(unescape(words).strip())
        if path in SELECTIONS and number:
            found.setdefault(f"{path}?{query}", set()).add(int((number[1] or number[2]).replace(",", "")))
    return found


def length(address: str) -> int:
    path, _mark, query = address.partition("?")
    return SELECTIONS[path](QueryDict(query)).qs.count()


def check(client, addresses) -> int:
    """Compares the numbers of the pages with the lists behind them; says how many numbers there were."""
    shown = {}
    for address in addresses:
        for link, said in numbers(client, address).items():
            shown.setdefault(link, {}).setdefault(address, set()).update(said)
    lengths = {link: length(link) for link in shown}

    wrong = {
        (page, link): (said, lengths[link])
        for link, pages in shown.items()
        for page, said in pages.items()
        if said != {lengths[link]}
    }
    assert wrong == {}
    return len(shown)


def test_every_number_of_the_example_is_the_length_of_its_list(client, example):
    pages = [
        *LISTS,
        *(one.get_absolute_url() for one in Meeting.objects.published()),
        *(one.get_absolute_url() for one in Actor.objects.filter(addressed__isnull=False).distinct()[:12]),
        *(one.get_absolute_url() for one in Topic.objects.all()[:6]),
        "/recommendations/?state=open&addressed_to=" + Actor.objects.filter(addressed__isnull=False).first().slug,
    ]

    assert check(client, pages) > 400


def test_every_number_of_the_report_is_the_length_of_its_list(client):
    call_command("loaddata", *FIXTURES, verbosity=0)
    pages = [*LISTS, "/meetings/eurojust-migrant-smuggling-2023/", "/actors/eurojust/", "/actors/germany/"]

    assert check(client, pages) > 150


def test_nothing_of_the_report_looks_like_reproach_or_failure_that_is_only_silence(client):
    call_command("loaddata", *FIXTURES, verbosity=0)
    items = [one.get_absolute_url() for one in Recommendation.objects.published()]

    for address in [
        *LISTS,
        "/recommendations/",
        "/meetings/eurojust-migrant-smuggling-2023/",
        "/actors/eurojust/",
        *items,
    ]:
        page = client.get(address).content.decode()
        assert (address, re.findall(r"\b0 ?%|class=\"bar\"|class=\"late\"|[Ss]tale", page)) == (address, [])
