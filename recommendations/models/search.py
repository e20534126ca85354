import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import connection, models
from django.db.models import F, Func, TextField, Value

from actors.models.text import CONTROL

LONGEST = 1000
# Half a pair of characters, which no database can hold.
SURROGATE = re.compile(r"[\ud800-\udfff]")
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
# What recommendations_plain() of search.sql takes out of a text, and what could end a quotation in a query.
BETWEEN_WORDS = str.maketrans(dict.fromkeys("-+./@<&:_~’‘“”„«»‹›–—…•·\xa0'\\\"", " "))
# Shorter beginnings begin everything; EU and UN are words of their own.
SHORTEST_BEGINNING = 3
# How much of two words must be the same letters in the same order.
ALIKE = 0.8


def cleaned(text: str) -> str:
    """What somebody typed, as far as a database can look for it."""
    return CONTROL.sub(" ", SURROGATE.sub(" ", text[:LONGEST])).translate(QUOTES)


class Term(NamedTuple):
    """A word or a phrase, wanted or not."""

    words: str
    wanted: bool


def _web(groups: list[list[Term]]) -> SearchQuery:
    """Any of the groups, of each all of its terms."""
    text = " or ".join(" ".join(f'{"" if term.wanted else "-"}"{term.words}"' for term in group) for group in groups)
    return SearchQuery(text, config="english_unaccent", search_type="websearch")


@dataclass(frozen=True)
class Sought:
    """What a reader looks for: words in any form, "phrases in quotes", OR, and -minus, as the web taught everybody.

    The last word or phrase may be unfinished, unless a quotation mark or a space ends it.
    """

    text: str

    @cached_property
    def _read(self) -> tuple[list[list[Term]], str]:
        """The terms between one OR and the next, and the beginning of a word with which the text ends, if any."""
        text, groups, beginning = cleaned(self.text), [[]], ""
        for found in TERM.finditer(text):
            if found[0].lower() == "or":
                groups.append([])
                beginning = ""
                continue
            words = " ".join((found["phrase"] or found["word"] or "").translate(BETWEEN_WORDS).split())
            if words:
                groups[-1].append(Term(words, wanted=not found["minus"]))
                beginning = "" if found["minus"] else words
        ends_in_word = unicodedata.category(text[-1:] or " ")[0] in "LMN"
        if not ends_in_word or len(beginning) < SHORTEST_BEGINNING:
            beginning = ""
        return [group for group in groups if group], beginning

    @property
    def groups(self) -> list[list[Term]]:
        return self._read[0]

    @property
    def beginning(self) -> str:
        return self._read[1]

    @property
    def wanted(self) -> list[list[Term]]:
        """The terms but those with a minus: what can be marked, and what makes one item fit better than another."""
        wanted = [[term for term in group if term.wanted] for group in self.groups]
        return [group for group in wanted if group]

    def query(self, groups: list[list[Term]]):
        """PostgreSQL's query for these groups. Without a word in them it finds nothing."""
        query = _web(groups)
        if self.beginning:
            *_others, (*finished, _unfinished) = groups
            query |= _web([finished]) & self._begun if finished else self._begun
        return query

    @property
    def everything(self):
        """What a document must hold."""
        return self.query(self.groups)

    @property
    def anything(self):
        """What is marked in a text: each of the wanted terms, wherever it stands."""
        query = _web([[term] for group in self.wanted for term in group])
        return query | self._begun if self.beginning else query

    @property
    def _begun(self) -> SearchQuery:
        # Stemming breaks an unfinished word (“investigati”), so it is looked for as it stands.
        return SearchQuery(f"'{self.beginning}':*", config="simple_unaccent", search_type="raw")


class SearchDocumentQuerySet(models.QuerySet):
    def matching(self, sought: Sought):
        """Those that hold what is sought."""
        return self.filter(vector=sought.everything)

    def with_marks(self, sought: Sought):
        """The item's `headline`, and a `passage` of its other words where the headline does not say it all.

        Hits stand between two control characters, which the template filter `marked` turns into <mark>.
        """
        last_word = Value(sought.beginning.rpartition(" ")[2])
        anything = sought.anything
        headline = Func(
            F("recommendation__headline"), anything, last_word, Value("HighlightAll=true"),
            function="recommendations_marked", output_field=TextField(),
        )  # fmt: skip
        passage = Func(
            F("pk"), sought.query(sought.wanted), anything, last_word,
            function="recommendations_passage", output_field=TextField(),
        )  # fmt: skip
        return self.only("pk").annotate(headline=headline, passage=passage)


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
    vector = SearchVectorField(
        help_text="Accents removed; each word as it stands and, in the same place, its stem. The headline weighs most."
    )

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.recommendation)


class SearchWordQuerySet(models.QuerySet):
    def nearest(self, typed: list[str], unfinished: str = "") -> dict[str, str]:
        """For each typed word that no document holds in any form, the most similar one that some document holds.

        The unfinished word may also be the beginning of one. What is like no other has none.
        """
        nearest = {}
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT typed, near.* FROM unnest(%s::text[]) AS typed,"
                " recommendations_similar_words(typed, typed = %s) AS near",
                [typed, unfinished],
            )
            for word, plain, other in cursor.fetchall():
                # Trigrams find candidates quickly; alone they take “music” for “must” before “netwrok” for “network”.
                if word not in nearest and SequenceMatcher(None, plain, other).ratio() >= ALIKE:
                    nearest[word] = other
        return nearest


class SearchWord(models.Model):
    """A word that a search document holds or held: what “did you mean” chooses from.

    The database adds words and takes none away; whether a document still holds one is asked when it is needed.
    """

    word = models.TextField(primary_key=True)

    objects = SearchWordQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.word
