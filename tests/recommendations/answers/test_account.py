"""Signing in and out on the public site, one's own password, and what stays the same for everybody."""

import pytest

from tests import factories
from tests.desk import officer
from tests.recommendations.answers.people import ANSWERS, contributor, page_of

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery staple"
DOOR = "/sign-in/"
PUBLIC = ["/", "/recommendations/", "/recommendations/matrix/", "/meetings/", "/actors/", "/topics/", "/actions/",
          "/changes/", "/challenges/", "/about/", "/accessibility/", "/nowhere/"]  # fmt: skip


def said(page) -> set[str]:
    """What the page says to caches."""
    return set(page["Cache-Control"].split(", "))


def knock(client, email="somebody@example.org", password=PASSWORD, **more):
    return client.post(DOOR, {"username": email, "password": password, **more})


def test_contributor_is_led_to_what_concerns_them(client):
    factories.user("somebody@example.org", password=PASSWORD)

    answer = knock(client, "Somebody@Example.org")

    assert (answer.status_code, answer.url) == (302, ANSWERS)


def test_officer_is_led_to_the_desk(client):
    factories.user("somebody@example.org", password=PASSWORD, is_staff=True)

    assert knock(client).url == "/admin/"


@pytest.mark.parametrize(
    ("wanted", "led"),
    [
        (f"{ANSWERS}MS2023-01/?for=court", f"{ANSWERS}MS2023-01/?for=court"),
        ("https://evil.example/", ANSWERS),
        ("//evil.example/", ANSWERS),
        ("javascript:alert(1)", ANSWERS),
        ("http:///evil.example", ANSWERS),
        (DOOR, ANSWERS),
        (f"{DOOR}?next={DOOR}", ANSWERS),
        ("http://[", ANSWERS),
        ("\x00", ANSWERS),
    ],
)
def test_next_leads_to_this_site_alone(client, wanted, led):
    factories.user("somebody@example.org", password=PASSWORD)

    answer = knock(client, next=wanted)
    signed_in = client.get(DOOR, {"next": wanted})

    assert (answer.status_code, answer.url) == (302, led)
    assert (signed_in.status_code, signed_in.url) == (302, led)


def test_failed_sign_in_says_the_same_whatever_was_wrong(client):
    factories.user("somebody@example.org", password=PASSWORD)
    factories.user("gone@example.org", password=PASSWORD, is_active=False)
    factories.user("nothing@example.org")

    answers = [
        knock(client, password="wrong"),
        *(knock(client, email) for email in ("unknown@example.org", "gone@example.org", "nothing@example.org")),
    ]

    assert [answer.status_code for answer in answers] == [200] * 4
    assert len({str(answer.context["form"].errors) for answer in answers}) == 1
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("sent", [{"username": "a\x00b", "password": "c\x00d"}, {}, {"username": "x" * 100_000}])
def test_sign_in_that_makes_no_sense_is_refused(client, sent):
    assert client.post(DOOR, sent).status_code == 200


def test_signing_out_needs_a_button(client):
    contributor(client)

    looked = client.get("/sign-out/").status_code
    still = "_auth_user_id" in client.session
    answer = client.post("/sign-out/")

    assert (looked, still) == (405, True)
    assert (answer.url, "_auth_user_id" in client.session) == ("/", False)


def test_password_is_changed_by_who_knows_it(client):
    user = contributor(client, password=PASSWORD)

    new = {"new_password1": "a wholly other phrase", "new_password2": "a wholly other phrase"}
    wrong = client.post("/password/", {"old_password": "wrong", **new})
    right = client.post("/password/", {"old_password": PASSWORD, **new})

    user.refresh_from_db()
    assert (wrong.status_code, right.status_code, right.url) == (200, 302, ANSWERS)
    assert user.check_password("a wholly other phrase")
    assert client.get(ANSWERS).content.decode().count("Your password is changed.") == 1


def test_own_pages_are_kept_by_no_cache(client):
    court = factories.actor("Court")
    item = factories.recommendation("MS2023-01", published=True, addressees=[court])
    signed_out = [client.get(address) for address in (DOOR, ANSWERS, page_of(item), "/password/")]
    contributor(client, court)

    own = (ANSWERS, page_of(item), "/password/", DOOR, f"{ANSWERS}MS2023-99/")
    pages = [*signed_out, *(client.get(address) for address in own)]

    assert [page.status_code for page in pages] == [200, 302, 302, 302, 200, 200, 200, 302, 404]
    assert [page["Cache-Control"] for page in pages if not {"private", "no-store"} <= said(page)] == []


@pytest.mark.parametrize("role", ["Contributors", "Administrators"])
def test_public_pages_are_the_same_for_everybody(client, role):
    item = factories.recommendation("MS2023-01", published=True, addressees=[factories.actor("Court")])
    addresses = [*PUBLIC, item.get_absolute_url(), "/actors/court/"]

    before = [client.get(address) for address in addresses]
    officer(client, role)
    after = [client.get(address) for address in addresses]

    assert [one.content for one in after] == [one.content for one in before]
    assert {one.headers.get("Vary", "") for one in [*before, *after]} == {"Accept-Language"}
    assert [one for one in [*before, *after] if one.cookies] == []


def test_account_that_answers_for_nobody_is_told_so(client):
    contributor(client)

    answer = client.get(ANSWERS)

    assert answer.status_code == 200
    assert answer.content.decode().count("Your account contributor@example.org answers for nobody.") == 1
