import re

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models
from django.db.models import Func, Q
from django.db.models.lookups import Exact

from actors.models.text import CONTROL


class SearchDocument(models.Model):
    """What a search looks into: an item with its parts, and the names of who proposed it and who is asked.

    Kept by the database alone (see migrations/0001_sql/search.sql); nothing writes it from here.
    """

    recommendation = models.OneToOneField(
        "recommendations.Recommendation",
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="document",
    )
    stems = SearchVectorField(help_text="English word forms, accents removed.")
    words = SearchVectorField(help_text="The words as they stand, accents removed: for the beginning of a word.")

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.recommendation)


def matching(text: str, prefix: str = "") -> Q:
    """The condition that a document holds what a reader typed.

    Words in any form, "phrases in quotes", OR, and -minus, as the web has taught everybody; the last word may be
    unfinished. What holds no word at all finds nothing.
    """
    text = CONTROL.sub(" ", text)[:1000]
    condition = Q(**{f"{prefix}stems": SearchQuery(text, config="english_unaccent", search_type="websearch")})
    beginning = re.search(r"(?:^|\s)(\w[\w-]*)$", text)
    if beginning and not re.search(r'["]|(?:^|\s)-|\bor\b', text, re.IGNORECASE):
        # Stemming breaks an unfinished word ("investigati"), so the last one is also looked for as it stands.
        *finished, last = re.findall(r"\w+", text)
        query = SearchQuery(f"'{last}':*", config="simple_unaccent", search_type="raw")
        begun = Q(**{f"{prefix}words": query})
        if finished:
            before = SearchQuery(" ".join(finished), config="english_unaccent", search_type="plain")
            # Stop words leave an empty query, which would match nothing: "in the investigati".
            empty = Exact(Func(before, function="NUMNODE", output_field=models.IntegerField()), 0)
            begun &= Q(**{f"{prefix}stems": before}) | Q(empty)
        condition |= begun
    return condition
