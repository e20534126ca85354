"""The groups of the desk and what each may do, kept after every migration."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

# What an editor enters and corrects. Recorded answers, assessments and notes are added, never changed.
REGISTER = {
    "actors": ["actor", "actoralias", "membership", "contact"],
    "meetings": ["series", "meeting", "document", "session", "contribution"],
    "recommendations": [
        "topic",
        "instrument",
        "recommendation",
        "recommendationlink",
        "proposer",
        "addressee",
        "followupaction",
        "actionlink",
        "challenge",
        "evidence",
        "curatedsearch",
    ],
}
RECORDS = {"recommendations": ["response", "statuschange", "progressnote", "closingproposal"]}


def _permissions(models: dict[str, list[str]], *actions: str) -> Q:
    return Q(
        content_type__app_label__in=models,
        codename__in=[f"{action}_{model}" for names in models.values() for model in names for action in actions],
    )


PUBLISH = Q(
    codename__in=[
        "publish_meeting",
        "publish_recommendation",
        "publish_followupaction",
        "publish_challenge",
        "confirm_closing",
    ]
)
EDIT = _permissions(REGISTER, "view", "add", "change", "delete") | _permissions(RECORDS, "view", "add")
ROLES = {
    "Administrators": EDIT | PUBLISH | _permissions({"actors": ["user"]}, "view", "add", "change", "delete"),
    "Publishers": EDIT | PUBLISH,
    "Editors": EDIT,
    "Contributors": Q(codename="answer_addressee"),  # for the actors that the account represents; no page of the desk
}


def keep_roles(**kwargs):
    """Make each role and give it exactly its permissions. Running it again changes nothing."""
    for name, permissions in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(Permission.objects.filter(permissions))
