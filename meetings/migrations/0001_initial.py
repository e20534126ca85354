import actors.models.text
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("actors", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="address part")),
                ("name", actors.models.text.LineField(max_length=300, verbose_name="name")),
                (
                    "description",
                    actors.models.text.ProseField(blank=True, max_length=20000, verbose_name="description"),
                ),
            ],
            options={
                "verbose_name": "series",
                "verbose_name_plural": "series",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")),
                        name="meetings_series_slug_valid",
                        violation_error_message="An address part has small letters, digits and single hyphens only.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name__regex", "\\S")),
                        name="meetings_series_name_not_blank",
                        violation_error_message="A series needs a name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "publication",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("published", "Published"),
                            ("archived", "Archived"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="publication",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(
                        editable=False, help_text="Empty = never was public.", null=True, verbose_name="published on"
                    ),
                ),
                (
                    "archived_on",
                    models.DateField(
                        editable=False, help_text="Empty = not archived.", null=True, verbose_name="archived on"
                    ),
                ),
                (
                    "sent_back_because",
                    actors.models.text.LineField(
                        blank=True,
                        editable=False,
                        help_text="Internal: what the reviewer asks to mend.",
                        max_length=1000,
                        verbose_name="sent back because",
                    ),
                ),
                (
                    "ordinal",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The how-manieth of its series, e.g. 7. Empty = the report does not say.",
                        null=True,
                        verbose_name="ordinal",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Begins the reference of each item, e.g. MS2023 gives MS2023-07. Never changes.",
                        max_length=16,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("title", actors.models.text.LineField(max_length=300, verbose_name="title")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="address part")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
                ("place", actors.models.text.LineField(blank=True, max_length=300, verbose_name="place")),
                (
                    "format",
                    models.CharField(
                        choices=[("in_person", "In person"), ("hybrid", "Hybrid"), ("online", "Online")],
                        max_length=20,
                        verbose_name="format",
                    ),
                ),
                ("summary", actors.models.text.ProseField(blank=True, max_length=20000, verbose_name="summary")),
                (
                    "editorial_note",
                    actors.models.text.ProseField(
                        blank=True,
                        help_text="Public. Errors of the report that a reader will stumble on, and how the register dealt with them.",
                        max_length=20000,
                        verbose_name="editorial note",
                    ),
                ),
                (
                    "organiser",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings_organised",
                        to="actors.actor",
                        verbose_name="organiser",
                    ),
                ),
                (
                    "participants",
                    models.ManyToManyField(
                        blank=True, related_name="meetings_attended", to="actors.actor", verbose_name="participants"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="meetings.series",
                        verbose_name="series",
                    ),
                ),
            ],
            options={
                "verbose_name": "meeting",
                "verbose_name_plural": "meetings",
                "ordering": ["-starts_on", "pk"],
                "permissions": [("publish_meeting", "Can publish, send back and archive meetings")],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        help_text="As in the report; 0 for its introduction.", verbose_name="number"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("introduction", "Introduction"),
                            ("plenary", "Plenary session"),
                            ("focus_group", "Focus group"),
                            ("workshops", "Workshops"),
                            ("conclusions", "Conclusions"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", actors.models.text.LineField(max_length=300, verbose_name="title")),
                (
                    "page",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="On which the section begins in the published report. Empty = not known.",
                        null=True,
                        verbose_name="page",
                    ),
                ),
                (
                    "summary",
                    actors.models.text.ProseField(
                        blank=True, help_text="In the register's own words.", max_length=20000, verbose_name="summary"
                    ),
                ),
                (
                    "disclaimer",
                    actors.models.text.ProseField(
                        blank=True,
                        help_text="What the report says of this section's standing, in the register's words. Shown beneath every item of it.",
                        max_length=20000,
                        verbose_name="disclaimer",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to="meetings.meeting",
                        verbose_name="meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "ordering": ["meeting_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="Contribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveSmallIntegerField(verbose_name="order")),
                (
                    "who",
                    actors.models.text.LineField(
                        help_text="In general words, never a name: “a prosecutor from Belgium, member of the Focus Group”.",
                        max_length=300,
                        verbose_name="who",
                    ),
                ),
                ("on_what", actors.models.text.LineField(max_length=1000, verbose_name="on what")),
                (
                    "actors",
                    models.ManyToManyField(
                        blank=True, related_name="contributions", to="actors.actor", verbose_name="actors"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contributions",
                        to="meetings.session",
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "verbose_name": "contribution",
                "verbose_name_plural": "contributions",
                "ordering": ["session_id", "order"],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("outcome_report", "Outcome report"),
                            ("agenda", "Agenda"),
                            ("news_item", "News item"),
                            ("state_of_play", "State of play"),
                            ("other", "Other document"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", actors.models.text.LineField(max_length=300, verbose_name="title")),
                (
                    "doi",
                    actors.models.text.LineField(
                        blank=True, help_text="e.g. 10.2812/788806", max_length=120, verbose_name="DOI"
                    ),
                ),
                ("isbn", models.CharField(blank=True, max_length=20, verbose_name="ISBN")),
                (
                    "catalogue_number",
                    actors.models.text.LineField(blank=True, max_length=40, verbose_name="catalogue number"),
                ),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                (
                    "issued_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty = the document bears no date.",
                        null=True,
                        verbose_name="date of issue",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="meetings.meeting",
                        verbose_name="meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ["meeting_id", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["outcome_report", "agenda", "news_item", "state_of_play", "other"])
                        ),
                        name="meetings_document_kind_valid",
                        violation_error_message="“kind” holds a code that does not exist. Known: outcome_report, agenda, news_item, state_of_play, other.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title__regex", "\\S")),
                        name="meetings_document_title_not_blank",
                        violation_error_message="A document needs a title.",
                    ),
                    models.UniqueConstraint(
                        fields=("meeting", "kind", "title"),
                        name="meetings_document_once",
                        violation_error_message="The meeting has this document already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("doi__regex", "^(10\\.[0-9]{4,9}/\\S+)?$")),
                        name="meetings_document_doi_valid",
                        violation_error_message="A DOI begins with “10.”, a number and a slash, e.g. 10.2812/788806.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("isbn__regex", "^([0-9][0-9-]{8,15}[0-9X])?$")),
                        name="meetings_document_isbn_valid",
                        violation_error_message="An ISBN has 10 or 13 digits, with hyphens between.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("url__regex", "^(https?://\\S+)?$")),
                name="meetings_document_url_on_the_web",
                violation_error_message="An address begins with https:// or http:// and holds no spaces.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("publication__in", ["draft", "in_review", "published", "archived"])),
                name="meetings_meeting_publication_valid",
                violation_error_message="“publication” holds a code that does not exist. Known: draft, in_review, published, archived.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("publication__in", ("published", "archived")), ("published_on__isnull", False)),
                    models.Q(
                        models.Q(("publication__in", ("published", "archived")), _negated=True),
                        ("published_on__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="meetings_meeting_published_on_iff_public",
                violation_error_message="What is published or archived has a date of publication; a draft has none.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("archived_on__isnull", False), ("publication", "archived")),
                    models.Q(models.Q(("publication", "archived"), _negated=True), ("archived_on__isnull", True)),
                    _connector="OR",
                ),
                name="meetings_meeting_archived_on_iff_archived",
                violation_error_message="Only what is archived has a date of archiving, and it always has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("archived_on", None), ("archived_on__gte", models.F("published_on")), _connector="OR"
                ),
                name="meetings_meeting_archived_after_published",
                violation_error_message="A thing is archived on or after the day of its publication.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")),
                name="meetings_meeting_slug_valid",
                violation_error_message="An address part has small letters, digits and single hyphens only.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("format__in", ["in_person", "hybrid", "online"])),
                name="meetings_meeting_format_valid",
                violation_error_message="“format” holds a code that does not exist. Known: in_person, hybrid, online.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__regex", "\\S")),
                name="meetings_meeting_title_not_blank",
                violation_error_message="A meeting needs a title.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("code__regex", "^[A-Z][A-Z0-9]*(-[A-Z0-9]*[A-Z][A-Z0-9]*)*$")),
                name="meetings_meeting_code_valid",
                violation_error_message="A code has capital letters and digits, and begins with a letter, e.g. MS2023.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="meetings_meeting_dates_in_order",
                violation_error_message="The last day of a meeting is not before its first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                fields=("series", "ordinal"),
                name="meetings_meeting_ordinal_once",
                violation_error_message="The series has a meeting with this ordinal already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["introduction", "plenary", "focus_group", "workshops", "conclusions"])
                ),
                name="meetings_session_kind_valid",
                violation_error_message="“kind” holds a code that does not exist. Known: introduction, plenary, focus_group, workshops, conclusions.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__regex", "\\S")),
                name="meetings_session_title_not_blank",
                violation_error_message="A session needs a title.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.UniqueConstraint(
                fields=("meeting", "number"),
                name="meetings_session_number_once",
                violation_error_message="The meeting has a session with this number already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(("who__regex", "\\S")),
                name="meetings_contribution_who_not_blank",
                violation_error_message="Say who spoke, in general words.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.UniqueConstraint(
                fields=("session", "order"),
                name="meetings_contribution_order_once",
                violation_error_message="The session has a contribution with this order already.",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="moved_at",
            field=models.DateTimeField(
                editable=False,
                help_text="Internal: when that was. Empty = never moved, or not known.",
                null=True,
                verbose_name="moved at",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="moved_by",
            field=models.ForeignKey(
                editable=False,
                help_text="Internal: who submitted, sent back, published or archived it last. Empty = nobody, or not known.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="moved by",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="submitted_by",
            field=models.ForeignKey(
                editable=False,
                help_text="Internal: to whom it comes back if it is sent back. Empty = never was submitted, or not known.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="submitted by",
            ),
        ),
    ]
