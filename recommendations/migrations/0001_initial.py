from pathlib import Path

import actors.models.text
import datetime
import django.contrib.postgres.constraints
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.lookups
import django.utils.timezone
import recommendations.models.addressee_verbs
import recommendations.models.files
import recommendations.models.note
import recommendations.models.recommendation_verbs
from django.conf import settings
from django.db import migrations, models


SQL = Path(__file__).parent / "0001_sql"


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("actors", "0001_initial"),
        ("meetings", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Recommendation",
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
                    "reference",
                    models.CharField(
                        help_text="The meeting's code and a number, e.g. MS2023-07; a part adds .1. Stays for ever once published.",
                        max_length=32,
                        unique=True,
                        verbose_name="reference",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        help_text="Its place in the report, counted through the session; leave gaps.",
                        verbose_name="order",
                    ),
                ),
                (
                    "position",
                    actors.models.text.LineField(
                        blank=True,
                        help_text="Where in the section: “bullet 3, sentence 2”, “bullet 6, sub-bullet 1”, “paragraph 4, sentence 1”.",
                        max_length=120,
                        verbose_name="position",
                    ),
                ),
                (
                    "page",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Of the published report. Empty = not known; the section's first page is shown.",
                        null=True,
                        verbose_name="page",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("recommendation", "Recommendation"),
                            ("suggestion", "Suggestion"),
                            ("proposal", "Proposal"),
                            ("request", "Request"),
                            ("call", "Call"),
                            ("encouragement", "Encouragement"),
                            ("need", "Statement of need"),
                            ("conclusion", "Conclusion"),
                            ("good_practice", "Good practice"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("conclusion", "Conclusion of the meeting"),
                            ("statement", "Statement in a session"),
                            ("speaker", "A speaker's suggestion"),
                            ("workshop", "Workshop outcome, not an official view"),
                        ],
                        max_length=20,
                        verbose_name="standing",
                    ),
                ),
                (
                    "asks_for",
                    models.CharField(
                        choices=[
                            ("legislation", "Legislation"),
                            ("cooperation", "Cooperation and coordination"),
                            ("information_sharing", "Information sharing"),
                            ("casework", "Casework practice"),
                            ("case_referral", "Referral of cases"),
                            ("staffing", "Staffing and secondment"),
                            ("structures", "Structures and networks"),
                            ("funding", "Funding"),
                            ("meetings", "Meetings and events"),
                            ("guidance", "Guidance and knowledge"),
                            ("training", "Training"),
                            ("other", "Other"),
                        ],
                        max_length=30,
                        verbose_name="asks for",
                    ),
                ),
                (
                    "implied",
                    models.BooleanField(
                        default=False,
                        help_text="The text states or reports a need and does not ask outright.",
                        verbose_name="implied",
                    ),
                ),
                (
                    "headline",
                    actors.models.text.LineField(
                        help_text="About 12 words, beginning with the verb: what is to be done.",
                        max_length=160,
                        verbose_name="headline",
                    ),
                ),
                (
                    "text",
                    actors.models.text.ProseField(
                        help_text="In the register's own words, so that it can be understood alone.",
                        max_length=20000,
                        verbose_name="text",
                    ),
                ),
                (
                    "official_wording",
                    actors.models.text.ProseField(
                        blank=True,
                        help_text="The report's own sentence. Loaded by `manage.py load_wording`.",
                        max_length=20000,
                        verbose_name="official wording",
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(
                        blank=True, help_text="Left empty, the last day of the meeting.", verbose_name="date of issue"
                    ),
                ),
                (
                    "due_on",
                    models.DateField(
                        blank=True,
                        help_text="Only where the report sets a date. Empty = it sets none.",
                        null=True,
                        verbose_name="to be done by",
                    ),
                ),
                (
                    "continuous",
                    models.BooleanField(
                        default=False,
                        help_text="A practice to be kept up, never finished; then give the next date of review.",
                        verbose_name="continuous",
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="Of a continuous item. Empty = not continuous.",
                        null=True,
                        verbose_name="next review",
                    ),
                ),
                (
                    "priority",
                    models.BooleanField(
                        default=False,
                        help_text="One person proposes to close it or a part of it, a second one confirms.",
                        verbose_name="priority",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_assessed", "Not assessed"),
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partly_implemented", "Partly implemented"),
                            ("implemented", "Implemented"),
                            ("closed_partly", "Closed, partly implemented"),
                            ("not_implemented", "Not implemented"),
                            ("no_longer_applicable", "No longer applicable"),
                        ],
                        default="not_assessed",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_as_of",
                    models.DateField(
                        editable=False, help_text="Empty = not assessed.", null=True, verbose_name="status as of"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            ],
            options={
                "verbose_name": "recommendation",
                "verbose_name_plural": "recommendations",
                "ordering": ["session", "order", "reference"],
                "permissions": [("publish_recommendation", "Can publish, send back and archive recommendations")],
                "abstract": False,
            },
            bases=(
                recommendations.models.recommendation_verbs.RecommendationVerbs,
                recommendations.models.note.Notable,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="Addressee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "Lead"), ("support", "In support")],
                        default="lead",
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                (
                    "naming",
                    models.CharField(
                        choices=[("stated", "Stated in the text"), ("inferred", "Inferred by the register")],
                        default="stated",
                        max_length=10,
                        verbose_name="named",
                    ),
                ),
                (
                    "inferred_because",
                    actors.models.text.LineField(
                        blank=True,
                        help_text="Public. Why the register takes this actor to be meant though the text does not name it.",
                        max_length=500,
                        verbose_name="inferred because",
                    ),
                ),
                (
                    "requested_on",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="Empty = nobody was asked.",
                        null=True,
                        verbose_name="answer requested on",
                    ),
                ),
                (
                    "response_due_on",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="Empty = no date was set.",
                        null=True,
                        verbose_name="answer due on",
                    ),
                ),
                (
                    "response",
                    models.CharField(
                        choices=[
                            ("not_requested", "No response requested"),
                            ("awaiting", "Awaiting response"),
                            ("considering", "Under consideration"),
                            ("accepted", "Accepted"),
                            ("partly_accepted", "Partly accepted"),
                            ("not_accepted", "Not accepted"),
                        ],
                        default="not_requested",
                        editable=False,
                        max_length=20,
                        verbose_name="response",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_assessed", "Not assessed"),
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partly_implemented", "Partly implemented"),
                            ("implemented", "Implemented"),
                            ("closed_partly", "Closed, partly implemented"),
                            ("not_implemented", "Not implemented"),
                            ("no_longer_applicable", "No longer applicable"),
                        ],
                        default="not_assessed",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_as_of",
                    models.DateField(
                        editable=False, help_text="Empty = not assessed.", null=True, verbose_name="status as of"
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty = nobody named: the text asks without saying whom. Then this is the only row.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addressed",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "via",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="The group's row of which this is a member's. Empty = stands for itself.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="recommendations.addressee",
                        verbose_name="opened from",
                    ),
                ),
            ],
            options={
                "verbose_name": "addressee",
                "verbose_name_plural": "addressees",
                "ordering": ["recommendation_id", "role", "pk"],
                "permissions": [("answer_addressee", "Can answer for the actors that the account represents")],
            },
            bases=(
                recommendations.models.addressee_verbs.AddresseeVerbs,
                recommendations.models.note.Notable,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="FollowUpAction",
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
                    "reference",
                    models.CharField(
                        help_text="The meeting's code, -A and a number, e.g. MS2023-A03.",
                        max_length=32,
                        unique=True,
                        verbose_name="reference",
                    ),
                ),
                ("title", actors.models.text.LineField(max_length=300, verbose_name="title")),
                (
                    "description",
                    actors.models.text.ProseField(blank=True, max_length=20000, verbose_name="description"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("in_progress", "In progress"),
                            ("completed", "Completed"),
                            ("on_hold", "On hold"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "started_on",
                    models.DateField(
                        blank=True, help_text="Empty = not begun, or not known when.", null=True, verbose_name="started"
                    ),
                ),
                (
                    "started_precision",
                    models.CharField(
                        choices=[("day", "Day"), ("month", "Month"), ("year", "Year"), ("by", "No later than")],
                        default="day",
                        max_length=10,
                        verbose_name="precision",
                    ),
                ),
                (
                    "due_on",
                    models.DateField(blank=True, help_text="Empty = no date was set.", null=True, verbose_name="due"),
                ),
                (
                    "due_precision",
                    models.CharField(
                        choices=[("day", "Day"), ("month", "Month"), ("year", "Year"), ("by", "No later than")],
                        default="day",
                        max_length=10,
                        verbose_name="precision",
                    ),
                ),
                (
                    "completed_on",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="Empty = not completed.",
                        null=True,
                        verbose_name="completed",
                    ),
                ),
                (
                    "completed_precision",
                    models.CharField(
                        choices=[("day", "Day"), ("month", "Month"), ("year", "Year"), ("by", "No later than")],
                        default="day",
                        editable=False,
                        max_length=10,
                        verbose_name="precision",
                    ),
                ),
                (
                    "reason",
                    actors.models.text.LineField(
                        blank=True,
                        editable=False,
                        help_text="Public. Why it is on hold or was cancelled.",
                        max_length=1000,
                        verbose_name="reason",
                    ),
                ),
                (
                    "verified_on",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="Empty = nobody has verified it.",
                        null=True,
                        verbose_name="verified on",
                    ),
                ),
                (
                    "position",
                    actors.models.text.LineField(
                        blank=True,
                        help_text="Where in that session's section, e.g. “bullet 1, sentence 3”.",
                        max_length=120,
                        verbose_name="position",
                    ),
                ),
                (
                    "reported_in",
                    models.ForeignKey(
                        blank=True,
                        help_text="The session in which the register learned of it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions_reported",
                        to="meetings.session",
                        verbose_name="reported in",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="actors.actor",
                        verbose_name="responsible",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verified by",
                    ),
                ),
            ],
            options={
                "verbose_name": "follow-up action",
                "verbose_name_plural": "follow-up actions",
                "ordering": ["reference"],
                "permissions": [("publish_followupaction", "Can publish, send back and archive follow-up actions")],
                "abstract": False,
            },
            bases=(recommendations.models.note.Notable, models.Model),
        ),
        migrations.CreateModel(
            name="ActionLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "relation",
                    models.CharField(
                        choices=[("answering", "In answer"), ("in_place", "Before the meeting")],
                        max_length=20,
                        verbose_name="relation",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="recommendations.followupaction",
                        verbose_name="action",
                    ),
                ),
            ],
            options={
                "verbose_name": "action on a recommendation",
                "verbose_name_plural": "actions on recommendations",
                "ordering": ["recommendation_id", "action_id"],
            },
        ),
        migrations.CreateModel(
            name="Instrument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="address part")),
                (
                    "short_name",
                    actors.models.text.LineField(
                        help_text="e.g. UNTOC, Article 19", max_length=120, verbose_name="short name"
                    ),
                ),
                ("title", actors.models.text.LineField(max_length=500, verbose_name="title")),
                (
                    "citation",
                    actors.models.text.LineField(
                        blank=True,
                        help_text="Where it is published, as lawyers cite it.",
                        max_length=500,
                        verbose_name="citation",
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
            ],
            options={
                "verbose_name": "legal instrument",
                "verbose_name_plural": "legal instruments",
                "ordering": ["short_name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("slug__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")),
                        name="recommendations_instrument_slug_valid",
                        violation_error_message="An address part has small letters, digits and single hyphens only.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("short_name__regex", "\\S")),
                        name="recommendations_instrument_short_name_not_blank",
                        violation_error_message="An instrument needs a short name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchDocument",
            fields=[
                (
                    "recommendation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="document",
                        serialize=False,
                        to="recommendations.recommendation",
                    ),
                ),
                (
                    "vector",
                    django.contrib.postgres.search.SearchVectorField(
                        help_text="Accents removed; each word as it stands and, in the same place, its stem. The headline weighs most."
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("word", models.TextField(primary_key=True, serialize=False)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.AddField(
            model_name="recommendation",
            name="instruments",
            field=models.ManyToManyField(
                blank=True,
                related_name="recommendations",
                to="recommendations.instrument",
                verbose_name="legal instruments",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                help_text="Who in the secretariat looks after it. Internal.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="recommendations",
                to=settings.AUTH_USER_MODEL,
                verbose_name="owner",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="part_of",
            field=models.ForeignKey(
                blank=True,
                help_text="Different acts asked in one breath are parts of one whole. The whole is then a heading.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parts",
                to="recommendations.recommendation",
                verbose_name="part of",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="restates",
            field=models.ForeignKey(
                blank=True,
                help_text="The lead item, where the same report asks the same twice. This one then shows the lead's status.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="restatements",
                to="recommendations.recommendation",
                verbose_name="restates",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="recommendations",
                to="meetings.session",
                verbose_name="session",
            ),
        ),
        migrations.CreateModel(
            name="ProgressNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(editable=False, verbose_name="number")),
                (
                    "noted_on",
                    models.DateField(
                        help_text="Of what is noted. By month or year: the last day of it.", verbose_name="date"
                    ),
                ),
                (
                    "precision",
                    models.CharField(
                        choices=[("day", "Day"), ("month", "Month"), ("year", "Year"), ("by", "No later than")],
                        default="day",
                        max_length=10,
                        verbose_name="precision",
                    ),
                ),
                ("text", actors.models.text.ProseField(max_length=20000, verbose_name="text")),
                ("who_says", actors.models.text.LineField(max_length=300, verbose_name="who says so")),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("reported", "Reported by the addressee"),
                            ("document", "Published document"),
                            ("meeting", "Established at a meeting"),
                            ("checked", "Checked by the secretariat"),
                        ],
                        max_length=20,
                        verbose_name="basis",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[("public", "Public"), ("network", "Network (signed in)"), ("internal", "Internal")],
                        default="internal",
                        max_length=20,
                        verbose_name="audience",
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="recorded at"),
                ),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="recommendations.followupaction",
                        verbose_name="action",
                    ),
                ),
                (
                    "addressee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="recommendations.addressee",
                        verbose_name="addressee",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="recommendations.recommendation",
                        verbose_name="recommendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "progress note",
                "verbose_name_plural": "progress notes",
                "ordering": ["-noted_on", "-number"],
            },
        ),
        migrations.AddField(
            model_name="followupaction",
            name="recommendations",
            field=models.ManyToManyField(
                related_name="actions", through="recommendations.ActionLink", to="recommendations.recommendation"
            ),
        ),
        migrations.AddField(
            model_name="addressee",
            name="recommendation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="addressees",
                to="recommendations.recommendation",
                verbose_name="recommendation",
            ),
        ),
        migrations.AddField(
            model_name="actionlink",
            name="recommendation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="action_links",
                to="recommendations.recommendation",
                verbose_name="recommendation",
            ),
        ),
        migrations.CreateModel(
            name="RecommendationLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("repeats", "Repeats"),
                            ("updates", "Updates"),
                            ("supersedes", "Supersedes"),
                            ("related", "Related to"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="later_links",
                        to="recommendations.recommendation",
                        verbose_name="the earlier one",
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="earlier_links",
                        to="recommendations.recommendation",
                        verbose_name="this recommendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "link to another meeting",
                "verbose_name_plural": "links to other meetings",
                "ordering": ["later_id", "earlier_id"],
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        editable=False, help_text="Counted through the addressee.", verbose_name="number"
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="recorded at"),
                ),
                ("received_on", models.DateField(verbose_name="received on")),
                (
                    "position",
                    models.CharField(
                        choices=[
                            ("considering", "Under consideration"),
                            ("accepted", "Accepted"),
                            ("partly_accepted", "Partly accepted"),
                            ("not_accepted", "Not accepted"),
                        ],
                        max_length=20,
                        verbose_name="position",
                    ),
                ),
                (
                    "claims",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_assessed", "Not assessed"),
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partly_implemented", "Partly implemented"),
                            ("implemented", "Implemented"),
                            ("closed_partly", "Closed, partly implemented"),
                            ("not_implemented", "Not implemented"),
                            ("no_longer_applicable", "No longer applicable"),
                        ],
                        help_text="What the addressee says was done. Shown beside what the secretariat assessed, never over it.",
                        max_length=30,
                        verbose_name="status it claims",
                    ),
                ),
                ("text", actors.models.text.ProseField(blank=True, max_length=20000, verbose_name="text")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("letter", "Letter"),
                            ("email", "E-mail"),
                            ("meeting", "At a meeting"),
                            ("telephone", "By telephone"),
                            ("form", "Form on this site"),
                        ],
                        max_length=20,
                        verbose_name="channel",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[("public", "Public"), ("network", "Network (signed in)"), ("internal", "Internal")],
                        default="internal",
                        max_length=20,
                        verbose_name="audience",
                    ),
                ),
                (
                    "accepted_on",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="Empty = waits to be checked, and does not count yet.",
                        null=True,
                        verbose_name="accepted into the register on",
                    ),
                ),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="accepted by",
                    ),
                ),
                (
                    "addressee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="recommendations.addressee",
                        verbose_name="addressee",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "response",
                "verbose_name_plural": "responses",
                "ordering": ["addressee_id", "number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StatusChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        editable=False, help_text="Counted through the addressee.", verbose_name="number"
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="recorded at"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_assessed", "Not assessed"),
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partly_implemented", "Partly implemented"),
                            ("implemented", "Implemented"),
                            ("closed_partly", "Closed, partly implemented"),
                            ("not_implemented", "Not implemented"),
                            ("no_longer_applicable", "No longer applicable"),
                        ],
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                ("as_of", models.DateField(verbose_name="as of")),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("reported", "Reported by the addressee"),
                            ("document", "Published document"),
                            ("meeting", "Established at a meeting"),
                            ("checked", "Checked by the secretariat"),
                        ],
                        max_length=20,
                        verbose_name="basis",
                    ),
                ),
                (
                    "source_words",
                    actors.models.text.LineField(
                        blank=True,
                        help_text="As an imported register put it, e.g. “ongoing”.",
                        max_length=300,
                        verbose_name="the source's own word",
                    ),
                ),
                (
                    "reason",
                    actors.models.text.ProseField(
                        blank=True,
                        help_text="Public. Due for every closing but “Implemented”.",
                        max_length=2000,
                        verbose_name="reason",
                    ),
                ),
                (
                    "remark",
                    actors.models.text.ProseField(
                        blank=True, help_text="Internal.", max_length=2000, verbose_name="remark"
                    ),
                ),
                (
                    "addressee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="status_changes",
                        to="recommendations.addressee",
                        verbose_name="addressee",
                    ),
                ),
                (
                    "corrects",
                    models.OneToOneField(
                        blank=True,
                        help_text="The wrong entry, which then no longer counts.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="recommendations.statuschange",
                        verbose_name="corrects",
                    ),
                ),
                (
                    "newer",
                    models.ForeignKey(
                        blank=True,
                        help_text="Which overtook this one.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="recommendations.recommendation",
                        verbose_name="newer recommendation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where it was established, if at a meeting of this register.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.session",
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "verbose_name": "status change",
                "verbose_name_plural": "status changes",
                "ordering": ["addressee_id", "number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="number")),
                ("title", actors.models.text.LineField(max_length=300, verbose_name="title")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        upload_to="evidence/%Y/",
                        validators=[recommendations.models.files.fit_to_keep],
                        verbose_name="file",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[("public", "Public"), ("network", "Network (signed in)"), ("internal", "Internal")],
                        default="internal",
                        max_length=20,
                        verbose_name="audience",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="recommendations.followupaction",
                        verbose_name="action",
                    ),
                ),
                (
                    "progress_note",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="recommendations.progressnote",
                        verbose_name="progress note",
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="recommendations.response",
                        verbose_name="response",
                    ),
                ),
                (
                    "status_change",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="recommendations.statuschange",
                        verbose_name="status change",
                    ),
                ),
            ],
            options={
                "verbose_name": "evidence",
                "verbose_name_plural": "evidence",
                "ordering": ["number", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="address part")),
                ("name", actors.models.text.LineField(max_length=120, verbose_name="name")),
                (
                    "description",
                    actors.models.text.ProseField(blank=True, max_length=20000, verbose_name="description"),
                ),
                (
                    "part_of",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty = a main topic.",
                        limit_choices_to={"part_of": None},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subtopics",
                        to="recommendations.topic",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.AddField(
            model_name="recommendation",
            name="topics",
            field=models.ManyToManyField(
                blank=True, related_name="recommendations", to="recommendations.topic", verbose_name="topics"
            ),
        ),
        migrations.CreateModel(
            name="Challenge",
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
                    "reference",
                    models.CharField(
                        help_text="The meeting's code, -C and a number, e.g. MS2023-C04.",
                        max_length=32,
                        unique=True,
                        verbose_name="reference",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        help_text="Its place in the report, counted through the session.", verbose_name="order"
                    ),
                ),
                ("position", actors.models.text.LineField(max_length=120, verbose_name="position")),
                (
                    "page",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Of the published report. Empty = not known.",
                        null=True,
                        verbose_name="page",
                    ),
                ),
                ("in_whose_words", actors.models.text.LineField(max_length=300, verbose_name="in whose words")),
                ("headline", actors.models.text.LineField(max_length=160, verbose_name="headline")),
                ("text", actors.models.text.ProseField(max_length=20000, verbose_name="text")),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="challenges",
                        to="meetings.session",
                        verbose_name="session",
                    ),
                ),
                (
                    "answered_by",
                    models.ManyToManyField(
                        blank=True,
                        related_name="challenges",
                        to="recommendations.recommendation",
                        verbose_name="answered by",
                    ),
                ),
                (
                    "topics",
                    models.ManyToManyField(
                        blank=True, related_name="challenges", to="recommendations.topic", verbose_name="topics"
                    ),
                ),
            ],
            options={
                "verbose_name": "challenge",
                "verbose_name_plural": "challenges",
                "ordering": ["session", "order", "reference"],
                "permissions": [("publish_challenge", "Can publish, send back and archive challenges")],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Proposer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "in_whose_words",
                    actors.models.text.LineField(
                        help_text="As the report has it, without names of persons: “the WACAP representative, a prosecutor from Ghana”.",
                        max_length=300,
                        verbose_name="in whose words",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("body", "For a body"),
                            ("self", "For themselves"),
                            ("participants", "For the participants"),
                            ("report", "The report itself"),
                        ],
                        max_length=20,
                        verbose_name="speaking for",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        help_text="The body concerned. Empty = the report names none.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposers",
                        to="recommendations.recommendation",
                        verbose_name="recommendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "proposer",
                "verbose_name_plural": "proposers",
                "ordering": ["recommendation_id", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("capacity__in", ["body", "self", "participants", "report"])),
                        name="recommendations_proposer_capacity_valid",
                        violation_error_message="“capacity” holds a code that does not exist. Known: body, self, participants, report.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("in_whose_words__regex", "\\S")),
                        name="recommendations_proposer_in_whose_words_not_blank",
                        violation_error_message="Say in whose words the report puts it; “the report” where it names nobody.",
                    ),
                    models.UniqueConstraint(
                        fields=("recommendation", "in_whose_words"),
                        name="recommendations_proposer_once",
                        violation_error_message="The recommendation has this proposer already.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.CheckConstraint(
                condition=models.Q(("url__regex", "^(https?://\\S+)?$")),
                name="recommendations_instrument_url_on_the_web",
                violation_error_message="An address begins with https:// or http:// and holds no spaces.",
            ),
        ),
        migrations.AddConstraint(
            model_name="progressnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("basis__in", ["reported", "document", "meeting", "checked"])),
                name="recommendations_progressnote_basis_valid",
                violation_error_message="“basis” holds a code that does not exist. Known: reported, document, meeting, checked.",
            ),
        ),
        migrations.AddConstraint(
            model_name="progressnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__in", ["public", "network", "internal"])),
                name="recommendations_progressnote_audience_valid",
                violation_error_message="“audience” holds a code that does not exist. Known: public, network, internal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="progressnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("text__regex", "\\S")),
                name="recommendations_progressnote_text_not_blank",
                violation_error_message="A note needs a text.",
            ),
        ),
        migrations.AddConstraint(
            model_name="progressnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("who_says__regex", "\\S")),
                name="recommendations_progressnote_who_says_not_blank",
                violation_error_message="Say who says so.",
            ),
        ),
        migrations.AddConstraint(
            model_name="progressnote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("noted_on__isnull", True),
                    ("precision__in", ["day", "by"]),
                    models.Q(
                        ("precision", "month"),
                        django.db.models.lookups.Exact(
                            django.db.models.functions.datetime.Extract(
                                models.ExpressionWrapper(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("noted_on"), "+", models.Value(datetime.timedelta(days=1))
                                    ),
                                    output_field=models.DateField(),
                                ),
                                "day",
                            ),
                            1,
                        ),
                    ),
                    models.Q(
                        ("precision", "year"),
                        django.db.models.lookups.Exact(
                            django.db.models.functions.datetime.Extract(
                                models.ExpressionWrapper(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("noted_on"), "+", models.Value(datetime.timedelta(days=1))
                                    ),
                                    output_field=models.DateField(),
                                ),
                                "doy",
                            ),
                            1,
                        ),
                    ),
                    _connector="OR",
                ),
                name="recommendations_progressnote_noted_on_precise",
                violation_error_message="A date known only by month or year is stored as its last day, e.g. 31 July or 31 December.",
            ),
        ),
        migrations.AddConstraint(
            model_name="progressnote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("action", None), ("addressee", None), ("recommendation__isnull", False)),
                    models.Q(("action", None), ("addressee__isnull", False), ("recommendation", None)),
                    models.Q(("action__isnull", False), ("addressee", None), ("recommendation", None)),
                    _connector="OR",
                ),
                name="recommendations_progressnote_one_owner",
                violation_error_message="A note is about one thing: a recommendation, an addressee or an action.",
            ),
        ),
        migrations.AddConstraint(
            model_name="progressnote",
            constraint=models.UniqueConstraint(
                fields=("recommendation", "addressee", "action", "number"),
                name="recommendations_progressnote_number_once",
                nulls_distinct=False,
                violation_error_message="There is a note with this number already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("publication__in", ["draft", "in_review", "published", "archived"])),
                name="recommendations_followupaction_publication_valid",
                violation_error_message="“publication” holds a code that does not exist. Known: draft, in_review, published, archived.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("publication__in", ("published", "archived")), ("published_on__isnull", False)),
                    models.Q(
                        models.Q(("publication__in", ("published", "archived")), _negated=True),
                        ("published_on__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="recommendations_followupaction_published_on_iff_public",
                violation_error_message="What is published or archived has a date of publication; a draft has none.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("archived_on__isnull", False), ("publication", "archived")),
                    models.Q(models.Q(("publication", "archived"), _negated=True), ("archived_on__isnull", True)),
                    _connector="OR",
                ),
                name="recommendations_followupaction_archived_on_iff_archived",
                violation_error_message="Only what is archived has a date of archiving, and it always has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("archived_on", None), ("archived_on__gte", models.F("published_on")), _connector="OR"
                ),
                name="recommendations_followupaction_archived_after_published",
                violation_error_message="A thing is archived on or after the day of its publication.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["planned", "in_progress", "completed", "on_hold", "cancelled"])),
                name="recommendations_followupaction_status_valid",
                violation_error_message="“status” holds a code that does not exist. Known: planned, in_progress, completed, on_hold, cancelled.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("started_precision__in", ["day", "month", "year", "by"])),
                name="recommendations_followupaction_started_precision_valid",
                violation_error_message="“started_precision” holds a code that does not exist. Known: day, month, year, by.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_precision__in", ["day", "month", "year", "by"])),
                name="recommendations_followupaction_due_precision_valid",
                violation_error_message="“due_precision” holds a code that does not exist. Known: day, month, year, by.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("completed_precision__in", ["day", "month", "year", "by"])),
                name="recommendations_followupaction_completed_precision_valid",
                violation_error_message="“completed_precision” holds a code that does not exist. Known: day, month, year, by.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__regex", "\\S")),
                name="recommendations_followupaction_title_not_blank",
                violation_error_message="An action needs a title.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("started_on__isnull", True),
                    ("started_precision__in", ["day", "by"]),
                    models.Q(
                        ("started_precision", "month"),
                        django.db.models.lookups.Exact(
                            django.db.models.functions.datetime.Extract(
                                models.ExpressionWrapper(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("started_on"), "+", models.Value(datetime.timedelta(days=1))
                                    ),
                                    output_field=models.DateField(),
                                ),
                                "day",
                            ),
                            1,
                        ),
                    ),
                    models.Q(
                        ("started_precision", "year"),
                        django.db.models.lookups.Exact(
                            django.db.models.functions.datetime.Extract(
                                models.ExpressionWrapper(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("started_on"), "+", models.Value(datetime.timedelta(days=1))
                                    ),
                                    output_field=models.DateField(),
                                ),
                                "doy",
                            ),
                            1,
                        ),
                    ),
                    _connector="OR",
                ),
                name="recommendations_followupaction_started_on_precise",
                violation_error_message="A date known only by month or year is stored as its last day, e.g. 31 July or 31 December.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_on__isnull", True),
                    ("due_precision__in", ["day", "by"]),
                    models.Q(
                        ("due_precision", "month"),
                        django.db.models.lookups.Exact(
                            django.db.models.functions.datetime.Extract(
                                models.ExpressionWrapper(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("due_on"), "+", models.Value(datetime.timedelta(days=1))
                                    ),
                                    output_field=models.DateField(),
                                ),
                                "day",
                            ),
                            1,
                        ),
                    ),
                    models.Q(
                        ("due_precision", "year"),
                        django.db.models.lookups.Exact(
                            django.db.models.functions.datetime.Extract(
                                models.ExpressionWrapper(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("due_on"), "+", models.Value(datetime.timedelta(days=1))
                                    ),
                                    output_field=models.DateField(),
                                ),
                                "doy",
                            ),
                            1,
                        ),
                    ),
                    _connector="OR",
                ),
                name="recommendations_followupaction_due_on_precise",
                violation_error_message="A date known only by month or year is stored as its last day, e.g. 31 July or 31 December.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("completed_on__isnull", True),
                    ("completed_precision__in", ["day", "by"]),
                    models.Q(
                        ("completed_precision", "month"),
                        django.db.models.lookups.Exact(
                            django.db.models.functions.datetime.Extract(
                                models.ExpressionWrapper(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("completed_on"), "+", models.Value(datetime.timedelta(days=1))
                                    ),
                                    output_field=models.DateField(),
                                ),
                                "day",
                            ),
                            1,
                        ),
                    ),
                    models.Q(
                        ("completed_precision", "year"),
                        django.db.models.lookups.Exact(
                            django.db.models.functions.datetime.Extract(
                                models.ExpressionWrapper(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("completed_on"), "+", models.Value(datetime.timedelta(days=1))
                                    ),
                                    output_field=models.DateField(),
                                ),
                                "doy",
                            ),
                            1,
                        ),
                    ),
                    _connector="OR",
                ),
                name="recommendations_followupaction_completed_on_precise",
                violation_error_message="A date known only by month or year is stored as its last day, e.g. 31 July or 31 December.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("reference__regex", "^[A-Z][A-Z0-9-]*-A[0-9]{2,4}$")),
                name="recommendations_followupaction_reference_valid",
                violation_error_message="An action's reference is the meeting's code, “-A” and at least two digits, e.g. MS2023-A03.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("completed_on__isnull", False), ("status", "completed")),
                    models.Q(models.Q(("status", "completed"), _negated=True), ("completed_on", None)),
                    _connector="OR",
                ),
                name="recommendations_followupaction_completed_on_iff_completed",
                violation_error_message="A completed action has its date of completion, and only a completed one has.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("started_on", None),
                    ("completed_on", None),
                    ("completed_on__gte", models.F("started_on")),
                    models.Q(("started_precision", models.F("completed_precision")), _negated=True),
                    _connector="OR",
                ),
                name="recommendations_followupaction_completed_after_start",
                violation_error_message="An action is completed on or after the day on which it started.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ["on_hold", "cancelled"]), _negated=True),
                    ("reason__regex", "\\S"),
                    _connector="OR",
                ),
                name="recommendations_followupaction_paused_has_reason",
                violation_error_message="Say why the action is on hold or was cancelled.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("verified_on", None),
                    models.Q(("completed_on__isnull", False), ("verified_on__gte", models.F("completed_on"))),
                    _connector="OR",
                ),
                name="recommendations_followupaction_verified_after_completion",
                violation_error_message="An action is verified on or after the day of its completion.",
            ),
        ),
        migrations.AddIndex(
            model_name="addressee",
            index=models.Index(
                condition=models.Q(("response_due_on__isnull", False)),
                fields=["response_due_on"],
                name="addressee_response_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="addressee",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["lead", "support"])),
                name="recommendations_addressee_role_valid",
                violation_error_message="“role” holds a code that does not exist. Known: lead, support.",
            ),
        ),
        migrations.AddConstraint(
            model_name="addressee",
            constraint=models.UniqueConstraint(
                fields=("recommendation", "actor"),
                name="recommendations_addressee_once",
                nulls_distinct=False,
                violation_error_message="The recommendation is addressed to this actor, or to nobody named, already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="addressee",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("recommendation", "="),
                    (
                        models.Case(
                            models.When(actor=None, then=models.Value(0)),
                            default=models.Value(1),
                            output_field=models.IntegerField(),
                        ),
                        "<>",
                    ),
                ],
                name="recommendations_addressee_nobody_is_alone",
                violation_error_message="“Nobody named” stands alone: remove it, or the actors beside it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="addressee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("inferred_because__regex", "\\S"), ("naming", "inferred")),
                    models.Q(("inferred_because", ""), ("naming", "stated")),
                    _connector="OR",
                ),
                name="recommendations_addressee_inferred_has_reason",
                violation_error_message="Say why an addressee is inferred; one that the text names needs no reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="addressee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("actor__isnull", False),
                    models.Q(("naming", "stated"), ("requested_on", None), ("via", None)),
                    _connector="OR",
                ),
                name="recommendations_addressee_nobody_is_bare",
                violation_error_message="“Nobody named” is not inferred, not opened from a group, and cannot be asked.",
            ),
        ),
        migrations.AddConstraint(
            model_name="addressee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("response_due_on", None),
                    models.Q(("requested_on__isnull", False), ("response_due_on__gte", models.F("requested_on"))),
                    _connector="OR",
                ),
                name="recommendations_addressee_due_after_request",
                violation_error_message="An answer is due on or after the day on which it was requested, and only where it was.",
            ),
        ),
        migrations.AddConstraint(
            model_name="addressee",
            constraint=models.CheckConstraint(
                condition=models.Q(("via", None), models.Q(("via", models.F("pk")), _negated=True), _connector="OR"),
                name="recommendations_addressee_not_via_itself",
                violation_error_message="A row cannot be opened from itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("relation__in", ["answering", "in_place"])),
                name="recommendations_actionlink_relation_valid",
                violation_error_message="“relation” holds a code that does not exist. Known: answering, in_place.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionlink",
            constraint=models.UniqueConstraint(
                fields=("action", "recommendation"),
                name="recommendations_actionlink_once",
                violation_error_message="The action is linked to this recommendation already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendationlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["repeats", "updates", "supersedes", "related"])),
                name="recommendations_recommendationlink_kind_valid",
                violation_error_message="“kind” holds a code that does not exist. Known: repeats, updates, supersedes, related.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendationlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("later", models.F("earlier")), _negated=True),
                name="recommendations_recommendationlink_not_to_itself",
                violation_error_message="A recommendation cannot be linked to itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendationlink",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Least("later", "earlier"),
                django.db.models.functions.comparison.Greatest("later", "earlier"),
                name="recommendations_recommendationlink_once",
                violation_error_message="These two are linked already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.UniqueConstraint(
                fields=("addressee", "number"),
                name="recommendations_response_number_once",
                violation_error_message="The addressee has an entry with this number already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(("position__in", ("considering", "accepted", "partly_accepted", "not_accepted"))),
                name="recommendations_response_position_valid",
                violation_error_message="An answer says: under consideration, accepted, partly accepted or not accepted.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "claims__in",
                        [
                            "not_assessed",
                            "not_started",
                            "in_progress",
                            "partly_implemented",
                            "implemented",
                            "closed_partly",
                            "not_implemented",
                            "no_longer_applicable",
                            "",
                        ],
                    )
                ),
                name="recommendations_response_claims_valid",
                violation_error_message="“claims” holds a code that does not exist. Known: not_assessed, not_started, in_progress, partly_implemented, implemented, closed_partly, not_implemented, no_longer_applicable.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["letter", "email", "meeting", "telephone", "form"])),
                name="recommendations_response_channel_valid",
                violation_error_message="“channel” holds a code that does not exist. Known: letter, email, meeting, telephone, form.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__in", ["public", "network", "internal"])),
                name="recommendations_response_audience_valid",
                violation_error_message="“audience” holds a code that does not exist. Known: public, network, internal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("position__in", ["partly_accepted", "not_accepted"]), _negated=True),
                    ("text__regex", "\\S"),
                    _connector="OR",
                ),
                name="recommendations_response_position_has_text",
                violation_error_message="An answer that accepts only partly, or not, says what and why.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_on", None), ("accepted_on__gte", models.F("received_on")), _connector="OR"
                ),
                name="recommendations_response_accepted_after_receipt",
                violation_error_message="An answer is accepted on or after the day of its receipt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statuschange",
            constraint=models.UniqueConstraint(
                fields=("addressee", "number"),
                name="recommendations_statuschange_number_once",
                violation_error_message="The addressee has an entry with this number already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statuschange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "status__in",
                        [
                            "not_assessed",
                            "not_started",
                            "in_progress",
                            "partly_implemented",
                            "implemented",
                            "closed_partly",
                            "not_implemented",
                            "no_longer_applicable",
                        ],
                    )
                ),
                name="recommendations_statuschange_status_valid",
                violation_error_message="“status” holds a code that does not exist. Known: not_assessed, not_started, in_progress, partly_implemented, implemented, closed_partly, not_implemented, no_longer_applicable.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statuschange",
            constraint=models.CheckConstraint(
                condition=models.Q(("basis__in", ["reported", "document", "meeting", "checked"])),
                name="recommendations_statuschange_basis_valid",
                violation_error_message="“basis” holds a code that does not exist. Known: reported, document, meeting, checked.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statuschange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("status__in", ("closed_partly", "not_implemented", "no_longer_applicable")), _negated=True
                    ),
                    ("reason__regex", "\\S"),
                    models.Q(("newer__isnull", False), ("status", "no_longer_applicable")),
                    _connector="OR",
                ),
                name="recommendations_statuschange_closing_has_reason",
                violation_error_message="Give the reason; for “No longer applicable” the newer recommendation will do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statuschange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "not_assessed"), _negated=True), ("corrects__isnull", False), _connector="OR"
                ),
                name="recommendations_statuschange_unassessed_only_corrects",
                violation_error_message="“Not assessed” is no finding; it can only correct an entry that was wrong.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statuschange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("corrects", None), models.Q(("corrects", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="recommendations_statuschange_does_not_correct_itself",
                violation_error_message="An entry cannot correct itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__in", ["public", "network", "internal"])),
                name="recommendations_evidence_audience_valid",
                violation_error_message="“audience” holds a code that does not exist. Known: public, network, internal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__regex", "\\S")),
                name="recommendations_evidence_title_not_blank",
                violation_error_message="Say what the document is.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("url__regex", "^(https?://\\S+)?$")),
                name="recommendations_evidence_url_on_the_web",
                violation_error_message="An address begins with https:// or http:// and holds no spaces.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("url", ""), ("file", ""), _connector="XOR"),
                name="recommendations_evidence_address_or_file",
                violation_error_message="Give the address of the document, or the document itself, not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")),
                name="recommendations_topic_slug_valid",
                violation_error_message="An address part has small letters, digits and single hyphens only.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__regex", "\\S")),
                name="recommendations_topic_name_not_blank",
                violation_error_message="A topic needs a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("part_of", None), models.Q(("part_of", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="recommendations_topic_not_part_of_itself",
                violation_error_message="A topic cannot be part of itself.",
            ),
        ),
        migrations.AddIndex(
            model_name="recommendation",
            index=models.Index(fields=["status"], name="recommendat_status_d2897f_idx"),
        ),
        migrations.AddIndex(
            model_name="recommendation",
            index=models.Index(fields=["issued_on"], name="recommendat_issued__89735b_idx"),
        ),
        migrations.AddIndex(
            model_name="recommendation",
            index=models.Index(
                condition=models.Q(("due_on__isnull", False)), fields=["due_on"], name="recommendation_due"
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("publication__in", ["draft", "in_review", "published", "archived"])),
                name="recommendations_recommendation_publication_valid",
                violation_error_message="“publication” holds a code that does not exist. Known: draft, in_review, published, archived.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("publication__in", ("published", "archived")), ("published_on__isnull", False)),
                    models.Q(
                        models.Q(("publication__in", ("published", "archived")), _negated=True),
                        ("published_on__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="recommendations_recommendation_published_on_iff_public",
                violation_error_message="What is published or archived has a date of publication; a draft has none.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("archived_on__isnull", False), ("publication", "archived")),
                    models.Q(models.Q(("publication", "archived"), _negated=True), ("archived_on__isnull", True)),
                    _connector="OR",
                ),
                name="recommendations_recommendation_archived_on_iff_archived",
                violation_error_message="Only what is archived has a date of archiving, and it always has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("archived_on", None), ("archived_on__gte", models.F("published_on")), _connector="OR"
                ),
                name="recommendations_recommendation_archived_after_published",
                violation_error_message="A thing is archived on or after the day of its publication.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "recommendation",
                            "suggestion",
                            "proposal",
                            "request",
                            "call",
                            "encouragement",
                            "need",
                            "conclusion",
                            "good_practice",
                        ],
                    )
                ),
                name="recommendations_recommendation_kind_valid",
                violation_error_message="“kind” holds a code that does not exist. Known: recommendation, suggestion, proposal, request, call, encouragement, need, conclusion, good_practice.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("standing__in", ["conclusion", "statement", "speaker", "workshop"])),
                name="recommendations_recommendation_standing_valid",
                violation_error_message="“standing” holds a code that does not exist. Known: conclusion, statement, speaker, workshop.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "asks_for__in",
                        [
                            "legislation",
                            "cooperation",
                            "information_sharing",
                            "casework",
                            "case_referral",
                            "staffing",
                            "structures",
                            "funding",
                            "meetings",
                            "guidance",
                            "training",
                            "other",
                        ],
                    )
                ),
                name="recommendations_recommendation_asks_for_valid",
                violation_error_message="“asks_for” holds a code that does not exist. Known: legislation, cooperation, information_sharing, casework, case_referral, staffing, structures, funding, meetings, guidance, training, other.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("headline__regex", "\\S")),
                name="recommendations_recommendation_headline_not_blank",
                violation_error_message="A recommendation needs a headline.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("text__regex", "\\S")),
                name="recommendations_recommendation_text_not_blank",
                violation_error_message="A recommendation needs a text.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("reference__regex", "^[A-Z][A-Z0-9-]*-[0-9]{2,4}(\\.[0-9]{1,2})?$")),
                name="recommendations_recommendation_reference_valid",
                violation_error_message="A reference is like MS2023-07: the meeting's code and two digits or more; a part adds .1",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("part_of", None), ("reference__regex", "^[^.]*$")),
                    models.Q(("part_of__isnull", False), ("reference__contains", ".")),
                    _connector="OR",
                ),
                name="recommendations_recommendation_part_has_part_reference",
                violation_error_message="A part, and only a part, has a reference with a point: MS2023-07.1 is part of MS2023-07.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("part_of", None),
                    ("restates", None),
                    models.Q(("part_of", models.F("restates")), _negated=True),
                    _connector="OR",
                ),
                name="recommendations_recommendation_part_does_not_restate",
                violation_error_message="A part cannot restate its own whole.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("part_of", None), models.Q(("part_of", models.F("pk")), _negated=True), _connector="OR"),
                    models.Q(
                        ("restates", None), models.Q(("restates", models.F("pk")), _negated=True), _connector="OR"
                    ),
                ),
                name="recommendations_recommendation_not_of_itself",
                violation_error_message="A recommendation is neither part nor restatement of itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on", None), ("due_on__gte", models.F("issued_on")), _connector="OR"),
                name="recommendations_recommendation_due_after_issue",
                violation_error_message="The date by which it is to be done is not before the date of issue.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("continuous", True), ("review_on__isnull", False)),
                    models.Q(("continuous", False), ("review_on", None)),
                    _connector="OR",
                ),
                name="recommendations_recommendation_review_iff_continuous",
                violation_error_message="A continuous item has a date of review, and only a continuous item has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("publication", "published"), _negated=True), ("position__regex", "\\S"), _connector="OR"
                ),
                name="recommendations_recommendation_published_has_position",
                violation_error_message="A published item says where in the report it stands.",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(("publication__in", ["draft", "in_review", "published", "archived"])),
                name="recommendations_challenge_publication_valid",
                violation_error_message="“publication” holds a code that does not exist. Known: draft, in_review, published, archived.",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("publication__in", ("published", "archived")), ("published_on__isnull", False)),
                    models.Q(
                        models.Q(("publication__in", ("published", "archived")), _negated=True),
                        ("published_on__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="recommendations_challenge_published_on_iff_public",
                violation_error_message="What is published or archived has a date of publication; a draft has none.",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("archived_on__isnull", False), ("publication", "archived")),
                    models.Q(models.Q(("publication", "archived"), _negated=True), ("archived_on__isnull", True)),
                    _connector="OR",
                ),
                name="recommendations_challenge_archived_on_iff_archived",
                violation_error_message="Only what is archived has a date of archiving, and it always has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("archived_on", None), ("archived_on__gte", models.F("published_on")), _connector="OR"
                ),
                name="recommendations_challenge_archived_after_published",
                violation_error_message="A thing is archived on or after the day of its publication.",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(("headline__regex", "\\S")),
                name="recommendations_challenge_headline_not_blank",
                violation_error_message="A challenge needs a headline.",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(("text__regex", "\\S")),
                name="recommendations_challenge_text_not_blank",
                violation_error_message="A challenge needs a text.",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(("position__regex", "\\S")),
                name="recommendations_challenge_position_not_blank",
                violation_error_message="Say where in the report it stands.",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(("reference__regex", "^[A-Z][A-Z0-9-]*-C[0-9]{2,4}$")),
                name="recommendations_challenge_reference_valid",
                violation_error_message="A challenge's reference is the meeting's code, “-C” and at least two digits, e.g. MS2023-C04.",
            ),
        ),
        migrations.CreateModel(
            name="CuratedSearch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", actors.models.text.LineField(max_length=120, unique=True, verbose_name="title")),
                (
                    "description",
                    actors.models.text.LineField(
                        blank=True,
                        help_text="One sentence beneath the title.",
                        max_length=300,
                        verbose_name="description",
                    ),
                ),
                (
                    "query",
                    actors.models.text.LineField(
                        help_text="Filter the list as you want it, then paste its address here.",
                        max_length=2000,
                        unique=True,
                        verbose_name="query",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=100, help_text="The smallest comes first.", verbose_name="order"
                    ),
                ),
                ("is_shown", models.BooleanField(default=True, help_text="On the front page.", verbose_name="shown")),
            ],
            options={
                "verbose_name": "curated search",
                "verbose_name_plural": "curated searches",
                "ordering": ["order", "title"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title__regex", "\\S")),
                        name="recommendations_curatedsearch_title_not_blank",
                        violation_error_message="A search needs a title.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("query__regex", "^[^?#\\s]+$")),
                        name="recommendations_curatedsearch_query_valid",
                        violation_error_message="A query is what stands after the “?” in an address of the list, e.g. status=implemented.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClosingProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_assessed", "Not assessed"),
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partly_implemented", "Partly implemented"),
                            ("implemented", "Implemented"),
                            ("closed_partly", "Closed, partly implemented"),
                            ("not_implemented", "Not implemented"),
                            ("no_longer_applicable", "No longer applicable"),
                        ],
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                ("as_of", models.DateField(verbose_name="as of")),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("reported", "Reported by the addressee"),
                            ("document", "Published document"),
                            ("meeting", "Established at a meeting"),
                            ("checked", "Checked by the secretariat"),
                        ],
                        max_length=20,
                        verbose_name="basis",
                    ),
                ),
                (
                    "source_words",
                    actors.models.text.LineField(
                        blank=True,
                        help_text="As an imported register put it, e.g. “ongoing”.",
                        max_length=300,
                        verbose_name="the source's own word",
                    ),
                ),
                (
                    "reason",
                    actors.models.text.ProseField(
                        blank=True,
                        help_text="Public. Due for every closing but “Implemented”.",
                        max_length=2000,
                        verbose_name="reason",
                    ),
                ),
                (
                    "remark",
                    actors.models.text.ProseField(
                        blank=True, help_text="Internal.", max_length=2000, verbose_name="remark"
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        editable=False, help_text="Counted through the addressee.", verbose_name="number"
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="recorded at"),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[("waiting", "Waits"), ("confirmed", "Confirmed"), ("declined", "Declined")],
                        default="waiting",
                        editable=False,
                        max_length=20,
                        verbose_name="decision",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="Empty = waits for a second person.",
                        null=True,
                        verbose_name="decided at",
                    ),
                ),
                (
                    "declined_because",
                    actors.models.text.ProseField(
                        blank=True, editable=False, max_length=2000, verbose_name="declined because"
                    ),
                ),
            ],
            options={
                "verbose_name": "proposed closing",
                "verbose_name_plural": "proposed closings",
                "ordering": ["addressee_id", "number"],
                "permissions": [("confirm_closing", "Can confirm and decline proposed closings")],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="addressee",
            name="requested_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                help_text="Internal. Who recorded the latest request.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="requested by",
            ),
        ),
        migrations.AddField(
            model_name="response",
            name="set_aside_because",
            field=actors.models.text.LineField(
                blank=True,
                editable=False,
                help_text="For whoever sent it, and for the desk.",
                max_length=1000,
                verbose_name="set aside because",
            ),
        ),
        migrations.AddField(
            model_name="response",
            name="set_aside_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                help_text="Internal.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="set aside by",
            ),
        ),
        migrations.AddField(
            model_name="response",
            name="set_aside_on",
            field=models.DateField(
                blank=True,
                editable=False,
                help_text="Empty = was not set aside. What was set aside never counts.",
                null=True,
                verbose_name="set aside on",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("set_aside_on", None), ("set_aside_on__gte", models.F("received_on")), _connector="OR"
                ),
                name="recommendations_response_set_aside_after_receipt",
                violation_error_message="An answer is set aside on or after the day of its receipt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("set_aside_because", ""), ("set_aside_on", None)),
                    models.Q(("set_aside_because__regex", "\\S"), ("set_aside_on__isnull", False)),
                    _connector="OR",
                ),
                name="recommendations_response_set_aside_has_reason",
                violation_error_message="Say to its sender why the answer is set aside.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(("accepted_on", None), ("set_aside_on", None), _connector="OR"),
                name="recommendations_response_accepted_or_set_aside",
                violation_error_message="An answer is accepted or set aside, not both.",
            ),
        ),
        migrations.AddField(
            model_name="closingproposal",
            name="addressee",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="closing_proposals",
                to="recommendations.addressee",
                verbose_name="addressee",
            ),
        ),
        migrations.AddField(
            model_name="closingproposal",
            name="corrects",
            field=models.ForeignKey(
                blank=True,
                help_text="The wrong entry, which no longer counts once this is confirmed.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="recommendations.statuschange",
                verbose_name="corrects",
            ),
        ),
        migrations.AddField(
            model_name="closingproposal",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                help_text="Internal.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="decided by",
            ),
        ),
        migrations.AddField(
            model_name="closingproposal",
            name="newer",
            field=models.ForeignKey(
                blank=True,
                help_text="Which overtook this one.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="recommendations.recommendation",
                verbose_name="newer recommendation",
            ),
        ),
        migrations.AddField(
            model_name="closingproposal",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                help_text="Internal.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recorded by",
            ),
        ),
        migrations.AddField(
            model_name="closingproposal",
            name="session",
            field=models.ForeignKey(
                blank=True,
                help_text="Where it was established, if at a meeting of this register.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="meetings.session",
                verbose_name="session",
            ),
        ),
        migrations.AddField(
            model_name="closingproposal",
            name="status_change",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="proposal",
                to="recommendations.statuschange",
                verbose_name="the assessment that it became",
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="closing_proposal",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evidence",
                to="recommendations.closingproposal",
                verbose_name="proposed closing",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("action__isnull", True),
                        ("closing_proposal__isnull", True),
                        ("progress_note__isnull", True),
                        ("response__isnull", True),
                        ("status_change__isnull", False),
                    ),
                    models.Q(
                        ("action__isnull", True),
                        ("closing_proposal__isnull", True),
                        ("progress_note__isnull", True),
                        ("response__isnull", False),
                        ("status_change__isnull", True),
                    ),
                    models.Q(
                        ("action__isnull", True),
                        ("closing_proposal__isnull", True),
                        ("progress_note__isnull", False),
                        ("response__isnull", True),
                        ("status_change__isnull", True),
                    ),
                    models.Q(
                        ("action__isnull", True),
                        ("closing_proposal__isnull", False),
                        ("progress_note__isnull", True),
                        ("response__isnull", True),
                        ("status_change__isnull", True),
                    ),
                    models.Q(
                        ("action__isnull", False),
                        ("closing_proposal__isnull", True),
                        ("progress_note__isnull", True),
                        ("response__isnull", True),
                        ("status_change__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="recommendations_evidence_one_owner",
                violation_error_message="Evidence belongs to one thing: an assessment, a proposed closing, an answer, a note or an action.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.UniqueConstraint(
                fields=("status_change", "response", "progress_note", "closing_proposal", "action", "number"),
                name="recommendations_evidence_number_once",
                nulls_distinct=False,
                violation_error_message="There is evidence with this number already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="closingproposal",
            constraint=models.UniqueConstraint(
                fields=("addressee", "number"),
                name="recommendations_closingproposal_number_once",
                violation_error_message="The addressee has an entry with this number already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="closingproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("basis__in", ["reported", "document", "meeting", "checked"])),
                name="recommendations_closingproposal_basis_valid",
                violation_error_message="“basis” holds a code that does not exist. Known: reported, document, meeting, checked.",
            ),
        ),
        migrations.AddConstraint(
            model_name="closingproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("status__in", ("closed_partly", "not_implemented", "no_longer_applicable")), _negated=True
                    ),
                    ("reason__regex", "\\S"),
                    models.Q(("newer__isnull", False), ("status", "no_longer_applicable")),
                    _connector="OR",
                ),
                name="recommendations_closingproposal_closing_has_reason",
                violation_error_message="Give the reason; for “No longer applicable” the newer recommendation will do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="closingproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision__in", ["waiting", "confirmed", "declined"])),
                name="recommendations_closingproposal_decision_valid",
                violation_error_message="“decision” holds a code that does not exist. Known: waiting, confirmed, declined.",
            ),
        ),
        migrations.AddConstraint(
            model_name="closingproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ("implemented", "closed_partly", "not_implemented", "no_longer_applicable"))
                ),
                name="recommendations_closingproposal_closes",
                violation_error_message="Only a closing is proposed; record any other status at once.",
            ),
        ),
        migrations.AddConstraint(
            model_name="closingproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decided_by", None), ("decision", "waiting")),
                    models.Q(models.Q(("decision", "waiting"), _negated=True), ("decided_at__isnull", False)),
                    _connector="OR",
                ),
                name="recommendations_closingproposal_decided_iff_not_waiting",
                violation_error_message="A decision has its moment, and what waits has none.",
            ),
        ),
        migrations.AddConstraint(
            model_name="closingproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision", "declined"), ("declined_because__regex", "\\S")),
                    models.Q(models.Q(("decision", "declined"), _negated=True), ("declined_because", "")),
                    _connector="OR",
                ),
                name="recommendations_closingproposal_declined_has_reason",
                violation_error_message="Say why the closing is declined.",
            ),
        ),
        migrations.AddConstraint(
            model_name="closingproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision", "confirmed"), ("status_change__isnull", False)),
                    models.Q(models.Q(("decision", "confirmed"), _negated=True), ("status_change", None)),
                    _connector="OR",
                ),
                name="recommendations_closingproposal_confirmed_became",
                violation_error_message="A confirmed closing names the assessment that it became.",
            ),
        ),
        migrations.AddConstraint(
            model_name="closingproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision", "confirmed"), _negated=True),
                    ("decided_by", None),
                    ("recorded_by", None),
                    models.Q(("decided_by", models.F("recorded_by")), _negated=True),
                    _connector="OR",
                ),
                name="recommendations_closingproposal_two_persons",
                violation_error_message="Somebody else confirms what you propose.",
            ),
        ),
        migrations.AddConstraint(
            model_name="closingproposal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("decision", "waiting")),
                fields=("addressee",),
                name="recommendations_closingproposal_waiting_once",
                violation_error_message="A closing of this addressee is proposed already and waits.",
            ),
        ),
        migrations.CreateModel(
            name="Voice",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "concerned_id", "addressee_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
            ],
            options={"db_table": "recommendations_voice", "managed": False, "default_permissions": ()},
        ),
        migrations.AddField(
            model_name="challenge",
            name="moved_at",
            field=models.DateTimeField(
                editable=False,
                help_text="Internal: when that was. Empty = never moved, or not known.",
                null=True,
                verbose_name="moved at",
            ),
        ),
        migrations.AddField(
            model_name="challenge",
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
            model_name="challenge",
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
        migrations.AddField(
            model_name="followupaction",
            name="moved_at",
            field=models.DateTimeField(
                editable=False,
                help_text="Internal: when that was. Empty = never moved, or not known.",
                null=True,
                verbose_name="moved at",
            ),
        ),
        migrations.AddField(
            model_name="followupaction",
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
            model_name="followupaction",
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
        migrations.AddField(
            model_name="recommendation",
            name="moved_at",
            field=models.DateTimeField(
                editable=False,
                help_text="Internal: when that was. Empty = never moved, or not known.",
                null=True,
                verbose_name="moved at",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
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
            model_name="recommendation",
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
        migrations.AddField(
            model_name="statuschange",
            name="carries",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                help_text="The finding about an earlier item that stands on here; no new one. Empty = found here.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="carried",
                to="recommendations.statuschange",
                verbose_name="carries forward",
            ),
        ),
        migrations.AddConstraint(
            model_name="statuschange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("carries", None), models.Q(("carries", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="recommendations_statuschange_does_not_carry_itself",
                violation_error_message="An entry cannot carry itself forward.",
            ),
        ),
        *(
            migrations.RunSQL((SQL / f"{name}.sql").read_text(), migrations.RunSQL.noop)
            for name in ["rollup", "guards", "search", "voice", "thread"]
        ),
    ]
