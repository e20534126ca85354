"""The session sheet: what an officer pastes and types becomes drafts, all of them or none."""

import pytest

from actors.models import ActorAlias
from meetings.models import Publication
from recommendations.models import Naming, Recommendation, Role
from tests import factories
from tests.desk import officer, told
from tests.sheet import FIRST, PASTED, address, errors, said, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(db):
    return factories.session(factories.meeting("MS2023"))


def test_pasted_bullets_become_rows_with_positions_levels_and_references(client, session):
    officer(client)

    rows = save(client, session, pasted=PASTED, button="paste").context["sheet"].rows

    assert [(row.reference, row.value("position"), row.value("wording")) for row in rows] == [
        ("MS2023-01", "bullet 1", "Map the caves"),
        ("MS2023-02", "bullet 2", "Train:"),
        ("MS2023-02.1", "bullet 2, sub-bullet 1", "the divers"),
        ("MS2023-02.2", "bullet 2, sub-bullet 2", "the doctors"),
    ]


def test_second_paste_comes_after_what_is_typed_and_counts_on(client, session):
    factories.recommendation("MS2023-01", session, position="bullet 2, sentence 1")
    officer(client)

    rows = save(client, session, FIRST, {}, pasted="• Light them", button="paste").context["sheet"].rows

    assert [(row.value("headline"), row.value("wording"), row.value("position")) for row in rows] == [
        ("Map the caves", "", "bullet 1"),
        ("", "Light them", "bullet 3"),
    ]


def test_what_is_pasted_and_not_made_into_rows_is_not_lost_by_saving(client, session):
    officer(client)

    answer = save(client, session, FIRST, pasted=PASTED)

    assert Recommendation.objects.count() == 0
    assert answer.context["sheet"].form["pasted"].value().replace("\r", "") == PASTED


def test_rows_become_drafts_in_order_of_whoever_entered_them(client, session):
    editor = officer(client)

    answer = save(client, session, FIRST, {"headline": "Light them", "wording": "Light all caves."}, {})

    one, two = Recommendation.objects.order_by("order")
    assert answer.url == address(session)
    assert told(client.get(answer.url))[0].startswith("2 drafts recorded: MS2023-01 to MS2023-02.")
    assert [(item.reference, item.order, item.publication, item.owner) for item in (one, two)] == [
        ("MS2023-01", 10, Publication.DRAFT, editor),
        ("MS2023-02", 20, Publication.DRAFT, editor),
    ]
    assert (one.text, one.official_wording) == ("The clubs map the caves.", "")
    assert (two.text, two.official_wording, two.issued_on) == (
        "Light all caves.",
        "Light all caves.",
        session.meeting.ends_on,
    )


def test_empty_cells_take_what_stands_above_until_another_is_given(client, session):
    clubs, divers = factories.actor("Clubs"), factories.actor("Divers")
    factories.topic("Maps")
    officer(client)
    more = {"headline": "More", "text": "More."}

    save(
        client,
        session,
        {**FIRST, "page": "4", "topics": "maps", "addressees": "clubs; Divers (support)"},
        more,
        {**more, "kind": "need", "page": "–", "topics": "–", "addressees": "nobody named", "capacity": "body"},
        more,
    )

    first, second, third, fourth = Recommendation.objects.order_by("order")
    named = [(clubs.name, Role.LEAD), (divers.name, Role.SUPPORT)]
    assert said(first) == ["call", "speaker", "guidance", 4, [("a diver", "self")], named, ["Maps"]]
    assert said(second) == said(first)
    assert said(third) == ["need", "speaker", "guidance", None, [("a diver", "body")], [(None, Role.LEAD)], []]
    assert said(fourth) == said(third)


def test_first_row_needs_what_the_others_inherit_and_each_row_its_own(client, session):
    officer(client)

    answer = save(client, session, {"position": "bullet 1"}, {"headline": "More", "kind": "call"})

    assert sorted(errors(answer)) == [
        *((1, name) for name in ("addressees", "asks_for", "capacity", "headline", "in_whose_words", "kind")),
        (1, "standing"),
        (1, "text"),
        (2, "text"),
    ]
    assert Recommendation.objects.count() == 0


def test_names_are_found_by_acronym_and_alias_without_accents_and_letter_case(client, session):
    lodge, bats = factories.actor("Hôtel-Dieu", acronym="HD"), factories.actor("Bats")
    ActorAlias.objects.create(actor=bats, name="Flédermäuse")
    officer(client)

    save(
        client,
        session,
        *({**FIRST, "addressees": name} for name in ("hotel dieu", "hd", "FLEDERMAUSE", "Hôtel-Dieu (HD)")),
    )

    found = [item.addressees.get().actor for item in Recommendation.objects.order_by("order")]
    assert found == [lodge, lodge, bats, lodge]


@pytest.mark.parametrize(
    ("addressees", "message"),
    [
        ("Clubbs", "“Clubbs” is not in the register. Did you mean Clubs?"),
        ("Xyzzy", "“Xyzzy” is not in the register; add it there first."),
        ("TW", "“TW” may be Twin one (TW) / Twin two (TW): write it out."),
        ("nobody; Clubs", "“Nobody named” stands alone: remove it, or the names beside it."),
        ("Clubs; clubs (support)", "The same body is named twice."),
    ],
)
def test_name_that_is_not_clear_is_an_error_at_its_cell(client, session, addressees, message):
    factories.actor("Clubs")
    factories.actor("Twin one", acronym="TW")
    factories.actor("Twin two", acronym="TW")
    officer(client)

    answer = save(client, session, {**FIRST, "addressees": addressees}, {"headline": "More", "text": "More."})

    assert errors(answer) == {(1, "addressees"): [message]}
    assert answer.context["sheet"].rows[0].value("addressees") == addressees


def test_reason_makes_the_addressees_of_a_row_inferred(client, session):
    factories.actor("Clubs")
    officer(client)
    more = {"headline": "More", "text": "More."}

    save(
        client,
        session,
        {**FIRST, "addressees": "Clubs"},
        {**more, "inferred_because": "They keep the maps."},
        more,
        {**more, "addressees": "Clubs"},
    )

    rows = [item.addressees.get() for item in Recommendation.objects.order_by("order")]
    because = "They keep the maps."
    assert [(row.naming, row.inferred_because) for row in rows] == [
        (Naming.STATED, ""),
        (Naming.INFERRED, because),
        (Naming.INFERRED, because),
        (Naming.STATED, ""),
    ]


def test_body_in_brackets_or_named_outright_is_linked_to_the_proposer(client, session):
    clubs = factories.actor("Clubs")
    officer(client)

    save(client, session, {**FIRST, "in_whose_words": "the chair (Clubs); clubs; a diver (retired)"})

    proposers = Recommendation.objects.get().proposers.order_by("pk")
    assert [(one.in_whose_words, one.actor) for one in proposers] == [
        ("the chair", clubs),
        ("clubs", clubs),
        ("a diver (retired)", None),
    ]


def test_whole_has_no_addressees_and_its_parts_have_what_it_names(client, session):
    factories.actor("Clubs")
    factories.actor("Divers")
    officer(client)
    part = {"headline": "Part", "text": "Part.", "part": "on"}

    save(client, session, {**FIRST, "addressees": "Clubs"}, part, {**part, "addressees": "Divers"}, FIRST)

    shown = [(item.reference, item.order, said(item)[5]) for item in Recommendation.objects.order_by("reference")]
    assert shown == [
        ("MS2023-01", 10, []),
        ("MS2023-01.1", 10, [("Clubs", Role.LEAD)]),
        ("MS2023-01.2", 10, [("Divers", Role.LEAD)]),
        ("MS2023-02", 20, [(None, Role.LEAD)]),
    ]


def test_row_restates_an_earlier_row_or_an_item_of_the_meeting(client, session):
    lead = factories.recommendation("MS2023-01", factories.session(session.meeting, 2))
    officer(client)
    again = {"headline": "Again", "text": "Again."}

    save(
        client,
        session,
        FIRST,
        {**again, "restates": "row 1"},
        {**again, "restates": "ms2023-02"},
        {**again, "restates": "MS2023-01"},
    )

    first, *others = Recommendation.objects.filter(session=session).order_by("order")
    assert [(item.restates, item.addressees.count()) for item in others] == [(first, 0), (first, 0), (lead, 0)]


@pytest.mark.parametrize("restates", ["2", "3", "MS2023-99", "MS2024-01", "0", "\x00"])
def test_row_restates_nothing_that_comes_later_or_is_not_there(client, session, restates):
    factories.recommendation("MS2024-01")
    officer(client)

    answer = save(client, session, FIRST, {**FIRST, "restates": restates}, FIRST)

    assert [*errors(answer)] == [(2, "restates")]


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ([{"part": "on"}, {}], (1, "part")),
        ([{}, {"omit": "on"}, {"part": "on"}], (3, "part")),
        ([{"inferred_because": "They keep the maps."}], (1, "inferred_because")),
        ([{"addressees": ""}, {"part": "on", "restates": "1"}], (2, "restates")),
        ([{}, {"restates": "1"}, {"restates": "2"}], (3, "restates")),
        ([{}, {"restates": "1", "addressees": ""}, {"part": "on"}], (2, "restates")),
        ([{"addressees": "Clubs"}, {"part": "on"}], (1, "addressees")),
        ([{"page": "four"}], (1, "page")),
        ([{"page": "0"}], (1, "page")),
        ([{"page": "99999"}], (1, "page")),
        ([{"kind": "forged"}], (1, "kind")),
        ([{"topics": "Bats"}], (1, "topics")),
        ([{"headline": "x" * 161}], (1, "headline")),
        ([{"text": "BEL \x07"}], (1, "text")),
    ],
)
def test_row_that_contradicts_itself_is_an_error_at_its_cell_and_nothing_is_recorded(client, session, rows, where):
    factories.actor("Clubs")
    officer(client)

    answer = save(client, session, *({**FIRST, **row} for row in rows))

    assert [*errors(answer)] == [where]
    assert Recommendation.objects.count() == 0
