"""The page on which somebody answers for a body."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from hypothesis import given, settings, strategies as st

from meetings.models import Audience
from recommendations.models import Evidence, Response
from recommendations.models.files import LARGEST
from tests import factories
from tests.desk import form
from tests.recommendations.answers.people import contributor, page_of, typed

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 a letter"
REFUSED_KIND = (
    "This is not a document of a kind that can be kept (pdf, docx, xlsx, pptx, odt, ods, odp, png, jpg, jpeg)."
)


@pytest.fixture
def court():
    return factories.actor("Court")


@pytest.fixture
def item(court):
    return factories.recommendation("MS2023-01", published=True, addressees=[court])


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def kept(folder) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


def problems(answer) -> list[str]:
    shown = answer.context["form"]
    found = [error for errors in shown.errors.values() for error in errors]
    return found + [error for one in shown.evidence for errors in one.errors.values() for error in errors]


def test_answer_is_recorded_and_waits(client, item, court):
    user = contributor(client, court)

    answer = client.post(
        page_of(item),
        typed(position="partly_accepted", claims="in_progress", text="The first half.", audience="public",
              **{"evidence-0-title": "Plan", "evidence-0-url": "example.org/plan"}),
    )  # fmt: skip

    said = Response.objects.get()
    row = item.addressees.get()
    assert (answer.status_code, answer.url) == (302, page_of(item))
    assert (said.addressee, said.position, said.claims, said.text, said.audience) == (
        row, "partly_accepted", "in_progress", "The first half.", "public",
    )  # fmt: skip
    assert (said.received_on, said.channel, said.accepted_on, said.recorded_by) == (
        timezone.localdate(), "form", None, user,
    )  # fmt: skip
    assert list(said.evidence.values_list("title", "url", "audience")) == [
        ("Plan", "https://example.org/plan", "public")
    ]
    assert row.response == "not_requested"


def test_answer_that_waits_is_public_nowhere(client, item, court):
    contributor(client, court)
    client.post(page_of(item), typed(text="Secret-words", claims="implemented", audience="public"))
    client.logout()

    pages = [client.get(address).content.decode() for address in (item.get_absolute_url(), "/changes/", "/")]

    assert [page for page in pages if "Secret-words" in page or "Implemented” on" in page] == []


def test_answer_sent_twice_is_kept_once(client, item, court):
    contributor(client, court)

    client.post(page_of(item), typed(text="The first."))
    again = client.post(page_of(item), typed(text="The first."))

    assert Response.objects.count() == 1
    assert again.status_code == 200
    assert problems(again)[0].startswith("An answer was recorded since you opened this page")
    assert form(client, page_of(item))["expected"] == "2"


def test_answer_that_was_refused_as_sent_twice_can_be_sent_on_purpose(client, item, court):
    contributor(client, court)
    client.post(page_of(item), typed(text="The first."))

    client.post(page_of(item), typed(2, text="The second."))

    assert list(Response.objects.order_by("number").values_list("text", flat=True)) == ["The first.", "The second."]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"position": ""}, "This field is required."),
        ({"position": "awaiting"}, "Select a valid choice. awaiting is not one of the available choices."),
        ({"claims": "not_assessed"}, "Select a valid choice. not_assessed is not one of the available choices."),
        ({"position": "not_accepted"}, "Say what you do not accept, and why."),
        ({"audience": "everybody"}, "Select a valid choice. everybody is not one of the available choices."),
        ({"evidence-0-url": "https://example.org/"}, "This field is required."),
        ({"evidence-0-title": "A plan"}, "Give the address of the document, or the document itself, not both."),
        (
            {"text": "Bell\x07"},
            "Character 5 is an invisible control character (U+0007). Remove it.",
        ),
        ({"text": "x" * 20_001}, "Ensure this value has at most 20000 characters (it has 20001)."),
    ],
)
def test_answer_that_says_too_little_is_refused_in_words(client, item, court, sent, said):
    contributor(client, court)

    answer = client.post(page_of(item), typed(**sent))

    assert problems(answer) == [said]
    assert answer.content.decode().count("There is a problem") == 1
    assert not Response.objects.exists()


def test_file_is_kept_and_nobody_can_fetch_it(client, item, court, media):
    contributor(client, court)
    letter = SimpleUploadedFile("letter.pdf", PDF)

    client.post(page_of(item), typed(**{"evidence-1-title": "Letter", "evidence-1-file": letter}))

    file = Evidence.objects.get().file
    assert (media / file.name).read_bytes() == PDF
    assert client.get(f"/{file.name}").status_code == 404
    assert file.name not in client.get(page_of(item)).content.decode()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("letter.exe", PDF, REFUSED_KIND),
        ("letter.pdf", b"MZ a program", REFUSED_KIND),
        ("letter", PDF, REFUSED_KIND),
        ("page.html", b"<script>", REFUSED_KIND),
        ("letter.pdf", b"", "The submitted file is empty."),
        ("large.pdf", PDF.ljust(LARGEST + 1), "The file is too large: at most 10.0\xa0MB can be kept."),
    ],
)
def test_file_that_is_no_document_is_refused_and_not_kept(client, item, court, media, name, content, said):
    contributor(client, court)
    file = SimpleUploadedFile(name, content)

    answer = client.post(page_of(item), typed(**{"evidence-0-title": "Letter", "evidence-0-file": file}))

    assert said in problems(answer)
    assert not Response.objects.exists()
    assert kept(media) == []


def test_file_of_an_answer_that_came_second_is_not_left_behind(client, item, court, media, monkeypatch):
    """Two at the same moment: both forms were in order, and only one can be the next."""
    contributor(client, court)
    monkeypatch.setattr("recommendations.answers.forms.AnswerForm.confirm", lambda form, made: form.confirmed())
    monkeypatch.setattr(
        "recommendations.answers.forms.AnswerForm.confirmed",
        lambda form: (_ for _ in ()).throw(form._sent_already()),
        raising=False,
    )

    client.post(
        page_of(item),
        typed(**{"evidence-0-title": "Letter", "evidence-0-file": SimpleUploadedFile("letter.pdf", PDF)}),
    )

    assert not Response.objects.exists()
    assert kept(media) == []


def test_nobody_answers_for_a_body_that_one_does_not_represent(client, item, court):
    group = factories.actor("Courts")
    factories.member(group, court)
    part = factories.actor("Registry", part_of=court)
    others = [
        factories.recommendation("MS2023-02", published=True, addressees=[group]),
        factories.recommendation("MS2023-03", published=True, addressees=[part]),
        factories.recommendation("MS2023-04", published=True, addressees=[None]),
        factories.recommendation("MS2023-05", published=True),
        factories.recommendation("MS2023-06", addressees=[court]),
        factories.recommendation("MS2023-08", restates=item, published=True, addressees=[court]),
    ]
    archived = factories.recommendation("MS2023-07", published=True, addressees=[court])
    archived.archive()
    contributor(client, court)

    answers = [client.post(page_of(other), typed()).status_code for other in [*others, archived]]

    assert answers == [404] * 7
    assert not Response.objects.exists()
    assert [client.get(page_of(other)).status_code for other in [*others, archived]] == [404] * 7


def test_representative_of_a_group_answers_for_the_group(client, court):
    group = factories.actor("Courts")
    factories.member(group, court)
    item = factories.recommendation("MS2023-02", published=True, addressees=[group])
    contributor(client, group)

    client.post(page_of(item), typed())

    assert Response.objects.get().addressee == item.addressees.get()


def test_who_answers_for_two_bodies_says_for_which(client, item, court):
    other = factories.actor("Registry")
    factories.addressee(item, other)
    contributor(client, court, other)

    client.post(f"{page_of(item)}?for=registry", typed())
    strange = [client.get(f"{page_of(item)}?{query}").status_code for query in ("for=nobody", "for=court&for=registry")]

    assert Response.objects.get().addressee.actor == other
    assert strange == [404, 404]
    assert client.get(page_of(item)).context["row"].actor == court


@pytest.mark.parametrize("lacking", ["role", "body"])
def test_account_needs_the_role_and_the_body(client, item, court, lacking):
    user = contributor(client, *([] if lacking == "body" else [court]))
    if lacking == "role":
        user.groups.clear()

    answers = [client.post(page_of(item), typed()).status_code, client.get(page_of(item)).status_code]

    assert answers == [404, 404]
    assert client.get("/answers/").context["actors"] == []


def test_page_tells_what_became_of_each_answer(client, item, court):
    row = item.addressees.get()
    factories.respond(row, "considering", date(2024, 3, 1), text="Own-words", audience=Audience.INTERNAL)
    factories.respond(row, "accepted", date(2024, 5, 1), accepted=False)
    contributor(client, court)

    page = client.get(page_of(item)).content.decode()

    assert page.count("Own-words") == 1
    assert page.count("Accepted into the register on 1 Mar 2024") == 1
    assert page.count("Waits to be checked by the secretariat") == 1


def test_network_reads_what_is_for_it_and_nothing_internal_of_others(client, item, court):
    other = factories.addressee(item, factories.actor("Other"))
    for audience in ("network", "internal"):
        proofs = [factories.evidence(f"{audience}-proof-{seen}", audience=seen) for seen in ("network", "internal")]
        factories.respond(other, "accepted", text=f"{audience}-answer", audience=audience, evidence=proofs)
        factories.note(item, f"{audience}-note", audience=audience)
        factories.note(other, f"{audience}-of-other", audience=audience)
    factories.respond(other, "accepted", text="network-waiting", audience="network", accepted=False)
    factories.assess(other, "in_progress", remark="internal-remark")
    factories.respond(item.addressees.get(actor=court), "accepted", text="one's own", audience="network")
    contributor(client, court)

    page = client.get(page_of(item)).content.decode()

    network = ["answer", "proof-network", "note", "of-other", "proof-internal", "waiting"]
    assert [word for word in network if f"network-{word}" in page] == network[:4]
    assert "internal-" not in page
    assert page.count("one&#x27;s own") == 1


def test_answers_page_does_not_grow_with_what_was_recorded(client, item, court, django_assert_max_num_queries):
    row, other = item.addressees.get(), factories.addressee(item, factories.actor("Other"))
    for _ in range(3):
        factories.respond(row, "accepted", evidence=[factories.evidence()])
        factories.respond(other, "accepted", audience="network", evidence=[factories.evidence(audience="network")])
        factories.note(item, audience="network")
    contributor(client, court)

    with django_assert_max_num_queries(14):
        client.get(page_of(item))


def test_late_answer_says_since_when(client, item, court):
    today = timezone.localdate()
    item.addressees.get().ask(on=today - timedelta(days=40), due=today - timedelta(days=10))
    contributor(client, court)

    assert client.get(page_of(item)).content.decode().count("Response late: it was due") == 1


FIELDS = ["expected", "position", "claims", "text", "audience", "evidence-TOTAL_FORMS", "evidence-INITIAL_FORMS",
          "evidence-0-title", "evidence-0-url", "evidence-1-file"]  # fmt: skip


@settings(max_examples=40)
@given(sent=st.dictionaries(st.sampled_from(FIELDS), st.lists(st.text(max_size=60), max_size=2)))
def test_whatever_is_sent_is_answered_in_words(client, item, court, sent):
    if "_auth_user_id" not in client.session:
        contributor(client, court)
    before = Response.objects.count()

    answer = client.post(page_of(item), typed(before + 1) | sent)

    recorded = Response.objects.count() - before
    assert (answer.status_code, recorded) in [(302, 1), (200, 0)]


@settings(max_examples=30)
@given(
    name=st.sampled_from(["for", "q", "late", "page", "status", "meeting", "addressed_to", "sort", "issued_after"]),
    values=st.lists(st.text(max_size=60), min_size=1, max_size=2),
)
def test_whatever_the_address_asks_is_no_error(client, item, court, name, values):
    if "_auth_user_id" not in client.session:
        contributor(client, court)

    answers = [client.get(address, {name: values}).status_code for address in (page_of(item), "/answers/")]

    assert answers in ([200, 200], [404, 200])
