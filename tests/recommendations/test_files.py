"""Which files are kept as evidence, whoever sends them."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from recommendations.models import Evidence
from recommendations.models.files import KINDS, LARGEST
from tests import factories
from tests.desk import change, errors, officer, rows, send, verb

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.mark.parametrize("kind", KINDS)
def test_document_of_a_known_kind_is_kept(kind):
    file = SimpleUploadedFile(f"Report{kind.upper()}", KINDS[kind].ljust(LARGEST, b"x"))

    factories.respond(factories.addressee(), "accepted", evidence=[factories.evidence(url="", file=file)])

    kept = Evidence.objects.get()
    assert kept.file.size == LARGEST
    kept.file.close()


@pytest.mark.parametrize("content", [b"", b"%", b"PK\x03\x04", b"<html>"])
def test_file_that_begins_otherwise_than_its_name_says_is_refused(content):
    proof = factories.evidence(url="", file=SimpleUploadedFile("report.pdf", content))

    with pytest.raises(ValidationError, match="This is not a document of a kind that can be kept"):
        factories.respond(factories.addressee(), "accepted", evidence=[proof])


def test_desk_refuses_it_too(client, media):
    row, done = factories.addressee(), factories.action()
    officer(client)
    first, second = ({"title": "Program", "file": SimpleUploadedFile("setup.exe", b"MZ")} for _ in range(2))

    answers = [
        send(client, change(done), **rows("evidence", first)),
        send(
            client, verb(row, "respond"), position="accepted", received_on="2024-03-01", channel="letter",
            audience="internal", **{f"evidence-0-{name}": value for name, value in second.items()},
        ),
    ]  # fmt: skip

    assert [[error for error in errors(answer) if "kind" in error] != [] for answer in answers] == [True, True]
    assert not Evidence.objects.exists()
    assert list(media.rglob("*.exe")) == []


def test_evidence_whose_file_is_kept_can_be_changed(client, media):
    done = factories.action()
    factories.evidence(action=done, url="", file=SimpleUploadedFile("plan.pdf", b"%PDF")).save()
    (media / Evidence.objects.get().file.name).unlink()
    officer(client)

    send(client, change(done), **{"evidence-0-audience": "public"})

    assert Evidence.objects.get().audience == "public"
