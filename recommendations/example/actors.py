"""Enters who is asked and who acts."""

from actors.models import Actor, ActorAlias, Contact, Membership, User
from recommendations.example.register import Register, entered, table

OFFICERS = {
    "proposes": ("first.officer@secretariat.example", "First officer"),
    "confirms": ("second.officer@secretariat.example", "Second officer"),
}


def load(register: Register) -> None:
    """Two officers are known by what they decided; nobody can log in as one of them."""
    for part, (email, name) in OFFICERS.items():
        register.officers[part] = User.objects.create(
            email=email, name=name, password="!", is_active=False, date_joined=entered(register.first_day(1))
        )
    rows = table("actors")
    for row in rows:
        register.actors[row["slug"]] = Actor.objects.create(
            slug=row["slug"],
            name=row["name"],
            acronym=row.get("acronym", ""),
            kind=row["kind"],
            country_code=row.get("code", ""),
            description=row.get("about", ""),
        )
    for row in rows:
        actor = register.actors[row["slug"]]
        if whole := row.get("part_of"):
            actor.part_of = register.actors[whole]
            actor.save()
        for name in row.get("aliases", []):
            ActorAlias.objects.create(actor=actor, name=name)
        if contact := row.get("contact"):
            name, email = contact
            Contact.objects.create(actor=actor, name=name, email=email)
        for member in row.get("members", []):
            _join(register, actor, member if isinstance(member, dict) else {"who": member})


def _join(register, group, row) -> None:
    since, until = (register.day(*row[end]) if end in row else None for end in ("since", "until"))
    Membership.objects.create(group=group, member=register.actors[row["who"]], since=since, until=until)
