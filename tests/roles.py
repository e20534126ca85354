"""Somebody of each role, a register in which each can try everything, and the requests with which they try."""

from dataclasses import dataclass, field
from datetime import date

from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode

from meetings.models import Series
from recommendations.models import CuratedSearch, Instrument
from tests import factories
from tests.desk import ITEM, change, form, verb
from tests.recommendations.answers.people import typed as answer

PASSWORD, NEW = "correct horse battery staple", "a wholly other long phrase"
FORGED = {"actor": 1, "role": "lead", "naming": "stated", "text": "Forged", "status": "implemented"}  # no form asks it
DAY, DUE = "2024-03-01", "2099-03-01"
CLOSING = {"status": "not_implemented", "as_of": factories.PUBLISHED_ON, "basis": "checked", "reason": "No."}
REGISTERED = {model._meta.model_name: model for model in admin.site._registry}
DONE_TO_DRAFTS = {"submit", "publish", "change", "delete", "view"}


@dataclass
class Try:
    """A request, or several that belong together: pages to open, or one form to send."""

    addresses: list[str]
    data: dict = field(default_factory=dict)
    says: str = ""  # what pages that open for everybody say to those for whom they are

    def by(self, client) -> bool:
        """Whether it was done: every page opened, or something in the register became different."""
        if not self.data:
            pages = [client.get(address) for address in self.addresses]
            return all(page.status_code == 200 and self.says in page.content.decode() for page in pages)
        before = everything()
        codes = {client.post(address, self.data).status_code for address in self.addresses}
        assert codes <= {200, 302, 403, 404}
        return everything() != before


def everything() -> dict:
    """A fingerprint of every table of the register and of what each role may do."""
    with connection.cursor() as cursor:
        ours = ("actors_", "meetings_", "recommendations_", "auth_group")
        tables = [
            table.name
            for table in connection.introspection.get_table_list(cursor)
            if table.type in "tp" and table.name.startswith(ours)
        ]
        cursor.execute(
            " UNION ALL ".join(
                f"SELECT '{table}', md5(coalesce(string_agg(row::text, '|' ORDER BY row::text), '')) FROM {table} row"
                for table in sorted(tables)
            )
        )
        return dict(cursor.fetchall())  # the database reads tables side by side, in any order


class World:
    """A register with something of every kind in each state, and an account of each role."""

    def __init__(self):
        self.court = factories.actor("Court")
        self.people = {
            name: self.somebody(name, [name], is_staff=name != "Contributors")
            for name in ("Administrators", "Publishers", "Editors", "Contributors")
        } | {
            "no role": self.somebody("nothing", [], is_staff=True),
            "signed out": None,
            "deactivated": self.somebody(
                "gone", Group.objects.values_list("name", flat=True), is_staff=True, is_active=False
            ),
        }
        self.root = factories.user("root@example.org", password=PASSWORD, is_staff=True, is_superuser=True)
        self.other = factories.user("other@example.org")
        self.reader = Client()
        self.reader.force_login(self.root)
        self.fill()

    def somebody(self, name, roles, **fields):
        user = factories.user(f"{name.lower()}@example.org", password=PASSWORD, name=name, **fields)
        user.groups.set(Group.objects.filter(name__in=roles))
        user.represents.add(self.court)
        return user

    def fill(self):
        """`draft` has no deeper rows, so that it can be deleted; `public` is published, `waiting` in review."""
        self.meeting = factories.meeting("MS2023", published=True)
        self.session = factories.session(self.meeting)
        factories.session(self.meeting, 2)
        group = factories.actor("Courts")
        for member in (self.court, factories.actor("Tribunal")):
            factories.member(group, member)
        self.draft = {
            "actor": factories.actor("Nobody's body"),
            "series": Series.objects.create(slug="spare", name="Spare"),
            "meeting": factories.meeting("MS2030", slug="spare"),
            "session": self.meeting.sessions.get(number=2),
            "topic": factories.topic("Spare topic"),
            "instrument": Instrument.objects.create(slug="spare", short_name="Spare", title="A treaty"),
            "recommendation": factories.recommendation("MS2023-01", self.session, addressees=[self.court]),
            "followupaction": factories.action("MS2023-A01", responsible=self.court),
            "challenge": factories.challenge("MS2023-C01", self.session),
            "curatedsearch": CuratedSearch.objects.create(title="Spare", query="year=2023"),
            "user": self.other,
        }
        self.draft["addressee"] = self.draft["recommendation"].addressees.get()
        self.waiting = {
            "meeting": factories.meeting("MS2031", slug="waiting"),
            "recommendation": factories.recommendation("MS2023-02", self.session, addressees=[self.court]),
            "followupaction": factories.action("MS2023-A02", responsible=self.court),
            "challenge": factories.challenge("MS2023-C02", self.session),
        }
        for thing in self.waiting.values():
            thing.submit()
        item = factories.recommendation("MS2023-03", self.session, published=True, addressees=[self.court, group])
        self.public = {
            "meeting": factories.meeting("MS2032", slug="public", published=True),
            "recommendation": item,
            "addressee": item.addressees.get(actor=self.court),
            "group": item.addressees.get(actor=group),
            "followupaction": factories.action("MS2023-A03", responsible=self.court, published=True),
            "challenge": factories.challenge("MS2023-C03", self.session, published=True),
        }
        factories.evidence("Plan", action=self.public["followupaction"]).save()
        self.assessment = factories.assess(self.public["addressee"], "in_progress")
        self.completed = factories.action("MS2023-A04", responsible=self.court)
        self.completed.complete(on=factories.PUBLISHED_ON)
        self.fill_what_waits()
        self.foreign = factories.recommendation("MS2023-04", self.session, published=True, addressees=[group])

    def fill_what_waits(self):
        """An answer to be checked, and a closing that somebody proposed."""
        bodies = [self.court, factories.actor("Bench")]
        item = factories.recommendation("MS2023-05", self.session, published=True, priority=True, addressees=bodies)
        self.public["urgent"], proposed = item.addressees.order_by("pk")
        self.draft |= {
            "response": factories.respond(proposed, "accepted", accepted=False),
            "closingproposal": proposed.propose_closing(by=self.root, **CLOSING),
        }
        self.public |= {kind: self.draft[kind] for kind in ("response", "closingproposal")}

    # What each name in the table tries.

    def tried(self, key: str, user) -> Try:
        """The request that a key of the table names, as a person would send it."""
        kind, _dot, act = key.partition(".")
        if hasattr(self, f"_{kind}_{act}"):
            return getattr(self, f"_{kind}_{act}")(*([user or self.other] if kind == "own" else []))
        if hasattr(self, f"_{act}"):
            return getattr(self, f"_{act}")(kind)
        return self._verb(kind, act)

    def _sent(self, address: str, **typed) -> Try:
        """The form at the address, read by somebody who may do everything, with what was typed."""
        return Try([address], form(self.reader, address) | typed)

    def _view(self, kind):
        thing = self.draft[kind]
        pages = [reverse(f"admin:{thing._meta.app_label}_{kind}_changelist"), change(thing), verb(thing, "history")]
        return Try(pages)

    def _add(self, kind):
        address = reverse(f"admin:{REGISTERED[kind]._meta.app_label}_{kind}_add")
        typed = {
            "actor": {"name": "New body", "slug": "new", "kind": "network"},
            "series": {"name": "New", "slug": "new"},
            "meeting": {
                "series": self.meeting.series_id, "title": "New", "code": "MS2040", "slug": "new", "format": "online",
                "starts_on": DAY, "ends_on": DAY, "organiser": self.court.pk,
            },
            "session": {"meeting": self.meeting.pk, "number": 9, "kind": "plenary", "title": "New"},
            "topic": {"name": "New", "slug": "new"},
            "instrument": {"short_name": "New", "slug": "new", "title": "New"},
            "recommendation": ITEM | {"session": self.session.pk},
            "followupaction": {"reference": "MS2023-A09", "title": "New", "responsible": self.court.pk},
            "challenge": {
                "session": self.session.pk, "position": "bullet 1", "in_whose_words": "a judge", "headline": "New",
                "text": "New",
            },
            "curatedsearch": {"title": "New", "query": "year=2024"},
            "user": {"email": "new@example.org", "usable_password": "true", "password1": NEW, "password2": NEW},
        }  # fmt: skip
        return self._sent(address, **typed[kind]) if kind in typed else Try([address], FORGED)

    def _change(self, kind, things="draft"):
        typed = {
            "actor": {"description": "Changed"},
            "series": {"description": "Changed"},
            "meeting": {"summary": "Changed"},
            "session": {"summary": "Changed"},
            "topic": {"description": "Changed"},
            "instrument": {"title": "Changed"},
            "recommendation": {"headline": "Changed"},
            "addressee": {"role": "support"},
            "followupaction": {"title": "Changed"},
            "challenge": {"headline": "Changed"},
            "curatedsearch": {"description": "Changed"},
            "user": {"name": "Changed"},
        }
        address = change(getattr(self, things)[kind])
        return self._sent(address, **typed[kind]) if kind in typed else Try([address], FORGED)

    def _change_published(self, kind):
        return self._change(kind, "public")

    def _rename_published(self, kind):
        name = "code" if kind == "meeting" else "reference"
        return self._sent(change(self.public[kind]), **{name: "MS2050-50"})

    def _delete(self, kind, things="draft"):
        return Try([verb(getattr(self, things)[kind], "delete")], {"post": "yes"})

    def _delete_published(self, kind):
        listed = reverse(f"admin:{REGISTERED[kind]._meta.app_label}_{kind}_changelist")
        thing = self.public[kind]
        data = {"post": "yes", "action": "delete_selected", "_selected_action": [thing.pk]}
        return Try([verb(thing, "delete"), listed], data)

    def _verb(self, kind, act):
        return self._sent(verb(self.subject(kind, act), act), **self.typed(kind, act))

    def subject(self, kind, act):
        """What a verb is done to, in the state in which it is offered."""
        special = {
            ("addressee", "open_members"): self.public.get("group"),
            ("followupaction", "verify"): self.completed,
            ("addressee", "propose_closing"): self.public.get("urgent"),
        }
        if (kind, act) in special:
            return special[kind, act]
        things = self.waiting if act == "send_back" else self.draft if act in DONE_TO_DRAFTS else self.public
        return things[kind]

    def typed(self, kind, act) -> dict:
        assessed = {"status": "not_started", "as_of": DAY, "basis": "checked"}
        return {
            "send_back": {"reason": "A comma."},
            "ask": {"on": DAY, "due": DUE},
            "respond": {"position": "accepted", "received_on": DAY, "channel": "letter", "audience": "internal"},
            "assess": assessed,
            "correct": assessed | {"change": self.assessment.pk},
            "note": {"noted_on": DAY, "text": "News.", "who_says": "we", "basis": "checked", "audience": "public"},
            "propose_closing": assessed | {"status": "not_implemented", "reason": "No."},
            "set_aside": {"because": "Meant for another item."},
            "decline": {"because": "It goes on."},
            "withdraw": {"because": "It goes on."},
            "hold": {"reason": "No money."},
            "cancel": {"reason": "No money."},
        }.get(act, {})

    def _followupaction_disclose(self):
        return self._sent(change(self.public["followupaction"]), **{"evidence-0-audience": "public"})

    def _user_password(self, user=None):
        data = {"usable_password": "true", "password1": NEW, "password2": NEW, "set-password": "1"}
        return Try([f"/admin/actors/user/{(user or self.other).pk}/password/"], data)

    def _user_password_superuser(self):
        return self._user_password(self.root)

    def _user_change_superuser(self):
        return self._sent(change(self.root), name="Changed")

    def _user_delete_superuser(self):
        listed = reverse("admin:actors_user_changelist")
        data = {"post": "yes", "action": "delete_selected", "_selected_action": [self.root.pk]}
        return Try([verb(self.root, "delete"), listed], data)

    def _own_role(self, user):
        role = Group.objects.exclude(pk__in=user.groups.all()).first() or Group.objects.first()
        return self._sent(change(user), groups=[*user.groups.values_list("pk", flat=True), role.pk])

    def _own_represents(self, user):
        return self._sent(change(user), represents=[self.draft["actor"].pk])

    def _own_superuser(self, user):
        return self._sent(change(user), is_superuser="on")

    def _own_permission(self, user):
        return self._sent(change(user), user_permissions=[Permission.objects.get(codename="delete_response").pk])

    def _desk_index(self):
        return Try(["/admin/"])

    def _desk_password(self):
        data = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
        return Try([reverse("admin:password_change")], data)

    def _desk_choices(self):
        named = {"app_label": "recommendations", "model_name": "recommendation", "field_name": "part_of"}
        query = urlencode(named)
        session = urlencode(named | {"field_name": "session"})
        return Try(
            [f"{reverse('admin:autocomplete')}?{query}", f"{reverse('admin:meetings_session_choices')}?{session}"]
        )

    def _desk_ask(self):
        return self._sent(f"{reverse('desk:ask')}?rows={self.public['addressee'].pk}", on=DAY, due=DUE)

    def _desk_members(self):
        group = self.public["group"]
        member = (group.members.first() or group.open_members(by=self.root)[0]).pk
        typed = {
            f"m{member}-{name}": value
            for name, value in {"status": "not_started", "as_of": DAY, "basis": "checked"}.items()
        }
        return self._sent(reverse("desk:members", args=[group.pk]), **typed)

    def _own_withdraw(self, user):
        proposed = self.public["urgent"].propose_closing(by=user, **CLOSING)
        return self._sent(verb(proposed, "withdraw"), because="A slip.")

    def _desk_work(self):
        return Try([reverse("desk:work")])

    def _desk_work_list(self):
        return Try([reverse("desk:work_list", args=["open"])])

    def _desk_quality(self):
        return Try([reverse("desk:quality")])

    def _desk_quality_list(self):
        return Try([reverse("desk:quality_list", args=["recommendation-reference"])])

    def _desk_carry(self):
        address = f"{reverse('desk:carry')}?items={self.public['recommendation'].pk}"
        later = factories.session(factories.meeting("MS2024", starts_on=date(2024, 11, 6)))
        return self._sent(address, session=later.pk)

    def _desk_history(self):
        return Try([reverse("desk:history")])

    def _desk_sheet(self):
        return Try([reverse("desk:sheet", args=[self.session.pk])])

    def _desk_group(self):
        group = Group.objects.get(name="Editors")
        return Try([f"/admin/auth/group/{group.pk}/change/"], {"name": "Editors", "permissions": []})

    def _site_read(self):
        return Try(["/", "/recommendations/", self.public["recommendation"].get_absolute_url()])

    def _site_answers(self):
        return Try(["/answers/"], says=self.public["recommendation"].headline)

    def _site_answer_page(self):
        return Try([f"/answers/{self.public['recommendation'].reference}/"])

    def _site_answer(self):
        return Try([f"/answers/{self.public['recommendation'].reference}/"], answer())

    def _site_answer_for_others(self):
        return Try([f"/answers/{self.foreign.reference}/"], answer())

    def _site_answer_on_draft(self):
        return Try([f"/answers/{self.draft['recommendation'].reference}/"], answer())

    def _site_password(self):
        return Try(["/password/"], {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW})
