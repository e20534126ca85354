"""The cells of one row of the session sheet, and how each is read."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from actors.models.text import NoControlCharacters
from recommendations.admin.sheet.names import Names
from recommendations.models import AsksFor, Capacity, Kind, Proposer, Recommendation, Role, Standing

# What an officer types where a row has none of what the row above has.
NONE = ("–", "-", "—")
NOBODY = ("nobody", "nobody named")
SUPPORT = re.compile(r"\s*\((?:in )?support\)$", re.IGNORECASE)
IN_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]+)\)")
# A row of the sheet, as one refers to it.
ROW = re.compile(r"(?:row\s*|#)?([0-9]{1,3})", re.IGNORECASE)
LONGEST = 20_000


def line(label, longest, **attributes):
    return forms.CharField(
        label=label,
        required=False,
        max_length=longest,
        validators=[NoControlCharacters()],
        widget=forms.TextInput(attrs={"autocomplete": "off", **attributes}),
    )


def prose(label, **attributes):
    widget = forms.Textarea(attrs={"rows": 3, **attributes})
    return forms.CharField(
        label=label, required=False, max_length=LONGEST, validators=[NoControlCharacters()], widget=widget
    )


def choice(label, choices):
    return forms.ChoiceField(label=label, required=False, choices=[("", _("as above")), *choices.choices])


def longest(model, field: str) -> int:
    return model._meta.get_field(field).max_length


class RowForm(forms.Form):
    """One statement of a report, as an officer types it: names as words, and empty where the row above says it."""

    omit = forms.BooleanField(label=_("Leave out"), required=False)
    part = forms.BooleanField(label=_("Part of above"), required=False)
    restates = line(_("Restates"), 40, placeholder=_("reference or row"))
    position = line(_("Position"), longest(Recommendation, "position"))
    page = line(_("Page"), 8, inputmode="numeric")
    wording = prose(_("The report's words"))
    headline = line(_("Headline"), longest(Recommendation, "headline"))
    text = prose(_("Text, in the register's words"))
    kind = choice(_("Kind"), Kind)
    standing = choice(_("Standing"), Standing)
    asks_for = choice(_("Asks for"), AsksFor)
    in_whose_words = line(_("In whose words"), 1000)
    capacity = choice(_("Speaking for"), Capacity)
    addressees = line(_("Addressees"), 2000, list="names", **{"data-names": "actors"})
    inferred_because = line(_("Inferred because"), 500)
    topics = line(_("Topics"), 2000, list="names", **{"data-names": "topics"})

    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)

    def value(self, name: str) -> str:
        """What stands in a cell, whether it was sent or only filled in."""
        return self[name].value() or ""

    @property
    def is_blank(self) -> bool:
        return not any(str(self.value(name)).strip() for name in self.fields if name not in ("omit", "part"))

    @property
    def counts(self) -> bool:
        """Whether it is to become a statement of the register."""
        return not (self.is_blank or self.value("omit"))

    def begin(self):
        """Here its user goes on."""
        self.fields["headline"].widget.attrs["autofocus"] = True

    def has_nothing_above(self):
        for name in ("kind", "standing", "asks_for", "capacity"):
            self.fields[name].choices = [("", _("choose")), *self.fields[name].choices[1:]]

    def clean_page(self):
        page = self.cleaned_data["page"].strip()
        if page in ("", *NONE):
            return page
        if not page.isdecimal() or not 0 < int(page) < 32_768:
            raise ValidationError(_("A page is a number; “–” where it is not known."))
        return int(page)

    def read(self, actors: Names, topics: Names):
        """Finds what is named in the cells; a name that is unknown or ambiguous is an error at its cell."""
        for name, reader in {
            "addressees": self._addressees,
            "topics": self._topics,
            "in_whose_words": self._proposers,
        }.items():
            typed = self.cleaned_data.get(name)
            if typed:
                try:
                    self.cleaned_data[name] = reader(typed, topics if name == "topics" else actors)
                except ValidationError as wrong:
                    self.add_error(name, wrong)

    def _addressees(self, typed: str, actors: Names) -> list[tuple]:
        """Pairs of an actor, or None for nobody named, and its role."""
        found, wrong = [], []
        for name in split(typed):
            bare = SUPPORT.sub("", name)
            if bare.casefold() in NOBODY:
                found.append((None, Role.LEAD))
                continue
            role = Role.SUPPORT if bare != name else Role.LEAD
            try:
                found.append((the_one(bare, actors), role))
            except ValidationError as unknown:
                wrong.append(unknown)
        named = [actor for actor, _role in found]
        if None in named and len(named) > 1:
            wrong.append(ValidationError(_("“Nobody named” stands alone: remove it, or the names beside it.")))
        elif len(set(named)) < len(named):
            wrong.append(ValidationError(_("The same body is named twice.")))
        if wrong:
            raise ValidationError(wrong)
        return found

    def _topics(self, typed: str, topics: Names) -> list:
        if typed.strip() in NONE:
            return []
        found, wrong = [], []
        for name in split(typed):
            try:
                found.append(the_one(name, topics))
            except ValidationError as unknown:
                wrong.append(unknown)
        if wrong:
            raise ValidationError(wrong)
        return list(dict.fromkeys(found))

    def _proposers(self, typed: str, actors: Names) -> list[tuple]:
        """Pairs of the words for who spoke and the body concerned, whose name they are or which stands in brackets."""
        found = {}
        for words in split(typed):
            body = actors.bearing(words)
            bracketed = IN_BRACKETS.fullmatch(words)
            if not body and bracketed and len(actors.bearing(bracketed[2])) == 1:
                words, body = bracketed[1], actors.bearing(bracketed[2])
            found[words] = body[0] if len(body) == 1 else None
        if any(len(words) > longest(Proposer, "in_whose_words") for words in found):
            raise ValidationError(_("Say in fewer words who spoke; several are separated by semicolons."))
        return list(found.items())


def split(typed: str) -> list[str]:
    """Names between semicolons."""
    return [" ".join(name.split()) for name in typed.split(";") if name.strip()]


def the_one(name: str, names: Names):
    """The one thing of this name. Raises ValidationError that says what may be meant."""
    bearing = names.bearing(name)
    if len(bearing) == 1:
        return bearing[0]
    if bearing:
        raise ValidationError(
            _("“%(name)s” may be %(others)s: write it out."),
            params={"name": name, "others": listed(str(one) for one in bearing)},
        )
    if meant := names.meant(name):
        raise ValidationError(
            _("“%(name)s” is not in the register. Did you mean %(others)s?"),
            params={"name": name, "others": listed(meant)},
        )
    raise ValidationError(_("“%(name)s” is not in the register; add it there first."), params={"name": name})


def listed(names) -> str:
    return " / ".join(names)
