"""Enters the difficulties that were voiced."""

from recommendations.example.register import Register, table
from recommendations.models import Challenge


def load(register: Register) -> None:
    for order, row in enumerate(table("challenges"), start=1):
        meeting = int(row["n"][0])
        challenge = Challenge.objects.create(
            reference=register.reference(row["n"], "C"),
            session=register.sessions[meeting, row["in"]],
            order=10 * order,
            position="paragraph 1",
            in_whose_words=row["who"],
            headline=row["headline"],
            text=row["text"],
        )
        challenge.topics.set(register.topics[slug] for slug in row["topics"])
        challenge.answered_by.set(register.items[key] for key in row["by"])
        register.publish(challenge, meeting, row.get("leave", "published"))
