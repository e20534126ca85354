"""The state of play and the progress of actions, as components that several pages show."""

import re
from html import unescape

import pytest
from django.template.loader import render_to_string

from recommendations.models import FollowUpAction, Recommendation, Status
from recommendations.models.state_of_play import StateOfPlay
from tests.factories import PUBLISHED_ON, action, actor, assess, member, recommendation, topic

pytestmark = pytest.mark.django_db


def component(name: str, **arguments) -> str:
    return " ".join(render_to_string(f"_components/{name}.html", arguments).split())


def links(page: str) -> list[tuple[str, int]]:
    """The addresses of lists in the component, with the number that each shows first."""
    found = re.findall(r'<a href="(/recommendations/\?[^"]*)"(?: tabindex="-1"><title>[^:]*: |>)([\d,]+)', page)
    return [(unescape(address), int(n.replace(",", ""))) for address, n in found]


@pytest.fixture
def stands():
    """France's own row and its group's differ on one item; another is closed, a third not assessed."""
    group, france, money = actor("Group"), actor("France"), topic("Money")
    part = actor("Part", part_of=france)
    member(group, france)
    one, two, _three = (
        recommendation(f"MS2023-0{n}", published=True, addressees=who, topics=[money])
        for n, who in enumerate([[part, group], [france], [group]], 1)
    )
    assess(one.addressees.get(actor=group), Status.IN_PROGRESS)
    assess(two.addressees.get(), Status.IMPLEMENTED)


def test_state_of_play_of_rows_counts_an_item_once_in_its_total(stands):
    rows = Recommendation.objects.get(reference="MS2023-01").addressees.all()

    play = rows.state_of_play()

    assert play == StateOfPlay([(Status.NOT_ASSESSED, 1), (Status.IN_PROGRESS, 1)], total=1, assessed=1, closed=0)


@pytest.mark.parametrize(
    "address", ["/", "/meetings/ms2023/", "/topics/money/", "/actors/france/", "/actors/group/", "/actors/part/"]
)
def test_every_number_of_a_state_of_play_is_the_list_behind_it(client, stands, address):
    page = client.get(address).content.decode()
    shown = " ".join(page[page.index("<caption>State of play") :].partition("</table>")[0].split())

    found = links(shown)

    assert len(found) >= 4
    assert [n for _address, n in found] == [client.get(link).context["paginator"].count for link, _n in found]


def test_state_of_play_says_why_its_numbers_exceed_the_total():
    words = "stands in more than one row"
    twice = StateOfPlay([(Status.NOT_STARTED, 1), (Status.IN_PROGRESS, 1)], total=1, assessed=1, closed=0)
    once = StateOfPlay([(Status.NOT_STARTED, 1), (Status.IN_PROGRESS, 1)], total=2, assessed=2, closed=0)

    assert [component("state_of_play", play=play, query="").count(words) for play in (twice, once)] == [1, 0]


def test_state_of_play_says_what_is_closed_only_once_something_is():
    page = component("state_of_play", play=StateOfPlay.of({"not_assessed": 2, "in_progress": 1}), query="")

    assert "1 of 3 assessed" in page
    assert "closed" not in page.lower().replace("closed=", "").replace("status=closed_partly", "")
    assert "2 of 3 closed" in component(
        "state_of_play", play=StateOfPlay.of({"not_started": 1, "implemented": 2}), query=""
    )


def test_state_of_play_without_any_assessment_says_nothing():
    assert component("state_of_play", play=StateOfPlay.of({"not_assessed": 3}), query="topic=money") == ""
    assert component("state_of_play", play=StateOfPlay.of({}), query="") == ""


def test_bar_has_a_segment_for_each_status_as_wide_as_its_share():
    play = StateOfPlay.of({"implemented": 1, "not_assessed": 6, "in_progress": 3})

    assert [(one.status, one.n, one.x, one.share) for one in play.segments] == [
        (Status.NOT_ASSESSED, 6, "0.00%", "60.00%"),
        (Status.IN_PROGRESS, 3, "60.00%", "30.00%"),
        (Status.IMPLEMENTED, 1, "90.00%", "10.00%"),
    ]
    assert [one.holds_its_number for one in play.segments] == [True, True, False]


def test_bar_shows_the_smallest_share():
    segments = StateOfPlay.of({"not_assessed": 9_999, "implemented": 1}).segments

    assert [one.share for one in segments] == ["98.04%", "1.96%"]
    assert segments[0].holds_its_number


def test_bar_is_hidden_from_those_who_hear_the_table():
    page = component("state_of_play", play=StateOfPlay.of(dict.fromkeys(Status.values, 1)), query="")
    bar = page[page.index('<svg class="bar"') : page.index("</caption>")]

    assert bar.startswith('<svg class="bar" width="100%" height="44" aria-hidden="true">')
    assert bar.count("<a ") == bar.count('tabindex="-1"') == len(Status)


def test_actions_are_answering_what_they_were_taken_for():
    one, two = (recommendation(f"MS2023-0{n}", published=True) for n in (1, 2))
    action("MS2023-A01", answering=[one, two])
    action("MS2023-A02", answering=[two], in_place=[one])
    action("MS2023-A03")

    def found(items):
        return [each.reference for each in FollowUpAction.objects.answering(items).order_by("reference")]

    assert found([one]) == ["MS2023-A01"]
    assert found([one, two]) == ["MS2023-A01", "MS2023-A02"]
    assert found([]) == []


def test_progress_of_actions_leaves_out_the_cancelled():
    made = [action(f"MS2023-A0{n}") for n in range(1, 6)]
    made[0].complete(on=PUBLISHED_ON)
    made[1].cancel(reason="No money.")
    made[2].hold(reason="Wait.")

    assert FollowUpAction.objects.progress() == {"completed": 1, "all": 4}
    assert FollowUpAction.objects.none().progress() == {"completed": 0, "all": 0}


def test_actions_page_knows_what_answers_something_public(client):
    public, draft = recommendation("MS2023-01", published=True), recommendation("MS2023-02")
    for n, items in enumerate([[public], [public], [draft]], 1):
        action(f"MS2023-A0{n}", published=True, answering=items)
    action("MS2023-A04", published=True, in_place=[public])
    action("MS2023-A05", answering=[public])

    shown = client.get("/actions/?relation=answering").context["page"]

    assert [one.reference for one in shown] == ["MS2023-A01", "MS2023-A02"]


def test_actions_progress_has_a_bar_once_something_is_completed():
    assert component("actions_progress", completed=0, all=0) == ""
    assert component("actions_progress", completed=0, all=1) == "<p>0 of 1 action completed</p>"

    page = component("actions_progress", completed=1, all=4)

    assert page.startswith(
        '<p>1 of 4 actions completed</p> <svg class="bar" width="100%" height="20" aria-hidden="true">'
    )
    assert '<rect class="done" width="25%"' in page
