"""Enters topics and legal instruments."""

from recommendations.example.register import Register, table
from recommendations.models import Instrument, Topic


def load(register: Register) -> None:
    rows = table("subjects")
    for slug, (name, below) in rows["topics"].items():
        main = register.topics[slug] = Topic.objects.create(slug=slug, name=name)
        for narrower, its_name in below.items():
            register.topics[narrower] = Topic.objects.create(slug=narrower, name=its_name, part_of=main)
    for slug, (short_name, title, citation) in rows["instruments"].items():
        register.instruments[slug] = Instrument.objects.create(
            slug=slug, short_name=short_name, title=title, citation=citation
        )
