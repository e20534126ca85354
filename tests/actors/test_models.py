import pytest
from django.contrib.auth.models import Group, Permission

from actors.models import Actor, ActorAlias, User
from recommendations.roles import keep_roles
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text", ["europol", "EUROPOL", "eu agency for law enforcement", "ep", "Europäisches Polizeiamt"]
)
def test_actor_is_named_by_name_acronym_or_alias_in_any_case(text):
    europol = make.actor("EU Agency for Law Enforcement", acronym="Europol")
    for name in ["EP", "Europäisches Polizeiamt", "europol"]:
        ActorAlias.objects.create(actor=europol, name=name)
    other = make.actor("Europol Liaison Office")
    ActorAlias.objects.create(actor=other, name="ELO")

    assert list(Actor.objects.named(text)) == [europol]


def test_actor_is_not_named_by_a_part_of_its_name():
    make.actor("Europol", acronym="")

    assert list(Actor.objects.named("Euro")) == []
    assert list(Actor.objects.named("")) == []


def test_actor_is_short_by_its_acronym_where_it_has_one():
    assert make.actor("World Health Organisation", acronym="WHO").short_name == "WHO"
    assert make.actor("Interpol").short_name == "Interpol"


def test_account_is_kept_and_found_by_its_address_in_small_letters():
    user = User.objects.create_user("Officer@Example.org", "a long password")

    assert user.email == "officer@example.org"
    assert User.objects.get_by_natural_key("OFFICER@example.org") == user
    assert user.check_password("a long password")
    assert (user.is_staff, user.is_superuser) == (False, False)


def test_account_without_an_address_is_refused():
    with pytest.raises(ValueError, match="An account needs an e-mail address"):
        User.objects.create_user("")


def test_superuser_may_do_everything():
    user = User.objects.create_superuser("root@example.org", "a long password")

    assert (user.is_staff, user.is_superuser) == (True, True)


def test_roles_are_there_and_made_right_again():
    editors = Group.objects.get(name="Editors")
    before = set(editors.permissions.values_list("codename", flat=True))
    editors.permissions.set(Permission.objects.filter(codename="publish_meeting"))

    keep_roles()

    assert set(editors.permissions.values_list("codename", flat=True)) == before
    assert sorted(Group.objects.values_list("name", flat=True)) == [
        "Administrators",
        "Contributors",
        "Editors",
        "Publishers",
    ]


RECORDS = ["response", "statuschange", "progressnote"]


@pytest.mark.parametrize(
    ("role", "publishes", "accounts"),
    [("Administrators", 4, 4), ("Publishers", 4, 0), ("Editors", 0, 0), ("Contributors", 0, 0)],
)
def test_role_may_publish_and_keep_accounts(role, publishes, accounts):
    permissions = Group.objects.get(name=role).permissions

    assert permissions.filter(codename__startswith="publish_").count() == publishes
    assert permissions.filter(content_type__model="user").count() == accounts


@pytest.mark.parametrize("role", ["Administrators", "Publishers", "Editors"])
def test_role_adds_what_is_recorded_and_never_changes_it(role):
    permissions = Group.objects.get(name=role).permissions.filter(content_type__model__in=RECORDS)

    assert sorted(permissions.values_list("codename", flat=True)) == sorted(
        f"{verb}_{model}" for verb in ["add", "view"] for model in RECORDS
    )
