"""Search: where an exact reference leads, and what was meant by words that nothing holds."""

import pytest

from recommendations.models import Recommendation, SearchWord
from recommendations.search import address_of, suggestion
from tests import factories as make

pytestmark = pytest.mark.django_db


def item(reference="MS2023-01", **fields):
    return make.recommendation(reference, published=True, **fields)


# An exact reference.


def test_reference_leads_to_its_page_whatever_its_case_and_spaces():
    item()

    assert {address_of(text) for text in ["MS2023-01", "ms2023-01", "ms2023-1", " \tMS 2023 - 01\n"]} == {
        "/recommendations/MS2023-01/"
    }


def test_reference_of_a_part_an_action_and_a_challenge_leads_there():
    item("MS2023-01.1", part_of=item())
    make.action("MS2023-A01", published=True)
    challenge = make.challenge("MS2023-C01", published=True)

    assert address_of("ms2023-01.1") == "/recommendations/MS2023-01.1/"
    assert address_of("ms2023-a01") == "/actions/?reference=MS2023-A01"
    assert address_of("ms2023-c01") == challenge.get_absolute_url()


def test_archived_item_still_answers_and_a_draft_does_not():
    item().archive()
    make.recommendation("MS2023-02")
    make.action("MS2023-A01")
    make.challenge("MS2023-C01")

    assert address_of("MS2023-01") == "/recommendations/MS2023-01/"
    assert [address_of(f"MS2023-{number}") for number in ["02", "A01", "C01"]] == [None] * 3


def test_item_of_a_meeting_that_is_not_public_has_no_address():
    make.recommendation("MS2024-01", make.session(make.meeting("MS2024")), published=True)

    assert address_of("MS2024-01") is None


@pytest.mark.parametrize("text", ["MS2023–01", "“ms2023-01”", '"MS2023-01"', "MS2023 -01"])
def test_reference_is_known_as_word_processors_write_it(text):
    make.recommendation("MS2023-01", published=True)

    assert address_of(text) == "/recommendations/MS2023-01/"


@pytest.mark.parametrize(
    "text", ["", "MS2023", "MS2023-0", "MS2023-01 boats", '"MS2023-01" boats', "MS2023-01.", "\ud800"]
)
def test_what_is_not_just_a_reference_leads_nowhere(text):
    item()

    assert address_of(text) is None


# Did you mean.


@pytest.fixture
def register():
    item("MS2023-01", headline="Watch hawala bankers", text="Smuggling is paid for in Türkiye.")
    text = "There must be an investigation of smuggling networks. Rights matter."
    item("MS2023-02", headline="Train prosecutors", text=text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("smugling", "smuggling"),
        ("Smugling", "smuggling"),
        ("hawalla", "hawala"),
        ("netwroks", "networks"),
        ("rihgts", "rights"),
        ("türkyie", "turkiye"),
        ("prosecuters", "prosecutors"),
        # Each word for itself, and the signs of the search as they were typed.
        ("smugling hawalla", "smuggling hawala"),
        ("smuggling hawalla", "smuggling hawala"),
        ('"smugling networks" OR hawalla -prosecuters', '"smuggling networks" OR hawala -prosecuters'),
        ('hawalla -"smugling networks"', 'hawala -"smugling networks"'),
        # The last word may be unfinished; another may not.
        ("hawalla smugglin", "hawala smugglin"),
        ("smugglin hawala", "smuggling hawala"),
        # Known in another form, of no weight, too short, a number: left alone.
        ("hawalla investigating", None),
        ("smugling investigating", "smuggling investigating"),
        ("smugling with the 2022", None),
        ("smugling 2022x", None),
        ("hawalla by x", None),
        ("smuggling", None),
        ("hawala networks", None),
        # Like nothing that the register holds; or nothing would be found even so.
        ("elephant", None),
        ("music", None),
        ("hawalla networks", None),
        ("", None),
        ('" - "', None),
        ("smugling " + " ".join(f"unheard{chr(97 + n)}" for n in range(8)), None),
    ],
)
def test_suggestion_is_what_was_meant(register, text, meant):
    assert suggestion(text) == meant


def test_suggestion_takes_two_queries(register, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert suggestion("smugling hawalla") == "smuggling hawala"


def test_among_equally_similar_words_the_more_frequent_is_meant():
    item("MS2023-01", text="borden")
    item("MS2023-02", text="border")
    item("MS2023-03", text="border")

    assert suggestion("bordex") == "border"


def test_word_is_suggested_while_something_published_holds_it():
    one = make.recommendation("MS2023-01", text="Smuggling.", addressees=[None])
    item("MS2023-02", text="Boats.")
    meant = [suggestion("smugling OR boats")]

    for verb in (one.publish, one.archive):
        verb()
        meant.append(suggestion("smugling OR boats"))

    assert meant == [None, "smuggling OR boats", None]
    assert SearchWord.objects.filter(word="smuggling").exists()


def test_word_is_not_suggested_once_the_text_no_longer_holds_it():
    one = item(text="Smuggling.")
    assert suggestion("smugling") == "smuggling"

    Recommendation.objects.filter(pk=one.pk).update(text="Something else.")

    assert suggestion("smugling") is None


def test_word_of_an_archived_meeting_is_not_suggested():
    item(text="Smuggling.").meeting.archive()

    assert suggestion("smugling") is None


def test_words_of_drafts_are_not_kept():
    make.recommendation("MS2023-01", text="Secretive.")
    item("MS2023-02", text="Public.")

    assert set(SearchWord.objects.filter(word__in=["secretive", "public"])) == {SearchWord("public")}


def test_suggestion_leads_to_what_the_list_shows():
    lead = item("MS2023-01")
    again = item("MS2023-02", restates=lead)
    make.proposer(again, "a smuggling expert")
    assert suggestion("smugling") is None

    make.proposer(lead, "another smuggling expert")
    assert suggestion("smugling") == "smuggling"


def test_nearest_words_are_of_those_that_documents_hold(register):
    nearest = SearchWord.objects.nearest(["smugling", "hawala", "invest", "elephant"], unfinished="invest")

    assert nearest == {"smugling": "smuggling"}
