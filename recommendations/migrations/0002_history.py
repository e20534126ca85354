import actors.models.text
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import recommendations.models.files
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0002_history"),
        ("actors", "__first__"),
        ("meetings", "0002_history"),
        ("recommendations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChallengeAnsweredBy",
            fields=[],
            options={
                "verbose_name": "answered by",
                "proxy": True,
                "default_permissions": (),
                "indexes": [],
                "constraints": [],
            },
            bases=("recommendations.challenge_answered_by",),
        ),
        migrations.CreateModel(
            name="ChallengeTopics",
            fields=[],
            options={
                "verbose_name": "topics",
                "proxy": True,
                "default_permissions": (),
                "indexes": [],
                "constraints": [],
            },
            bases=("recommendations.challenge_topics",),
        ),
        migrations.CreateModel(
            name="RecommendationInstruments",
            fields=[],
            options={
                "verbose_name": "legal instruments",
                "proxy": True,
                "default_permissions": (),
                "indexes": [],
                "constraints": [],
            },
            bases=("recommendations.recommendation_instruments",),
        ),
        migrations.CreateModel(
            name="RecommendationTopics",
            fields=[],
            options={
                "verbose_name": "topics",
                "proxy": True,
                "default_permissions": (),
                "indexes": [],
                "constraints": [],
            },
            bases=("recommendations.recommendation_topics",),
        ),
        migrations.CreateModel(
            name="CuratedSearchEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("title", actors.models.text.LineField(max_length=120, verbose_name="title")),
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
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_0a6f56_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_5d7345_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="InstrumentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, max_length=80, verbose_name="address part")),
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
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_570bbf_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_b61cc1_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionLinkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.followupaction",
                        verbose_name="action",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                        verbose_name="recommendation",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_06f851_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_6b27d2_idx"),
                    models.Index(fields=["action"], name="recommendat_action__af3bde_idx"),
                    models.Index(fields=["recommendation"], name="recommendat_recomme_8eaddb_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="AddresseeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                        db_constraint=False,
                        db_index=False,
                        help_text="Empty = nobody named: the text asks without saying whom. Then this is the only row.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                        verbose_name="recommendation",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal. Who recorded the latest request.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="requested by",
                    ),
                ),
                (
                    "via",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="The group's row of which this is a member's. Empty = stands for itself.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.addressee",
                        verbose_name="opened from",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_92bc42_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_377d52_idx"),
                    models.Index(fields=["recommendation"], name="recommendat_recomme_29fe74_idx"),
                    models.Index(fields=["via"], name="recommendat_via_id_c30291_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChallengeAnsweredByEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "challenge",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.challenge",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_a16269_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_aa29be_idx"),
                    models.Index(fields=["challenge"], name="recommendat_challen_2c8506_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChallengeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "moved_at",
                    models.DateTimeField(
                        editable=False,
                        help_text="Internal: when that was. Empty = never moved, or not known.",
                        null=True,
                        verbose_name="moved at",
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        help_text="The meeting's code, -C and a number, e.g. MS2023-C04.",
                        max_length=32,
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
                    "moved_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal: who submitted, sent back, published or archived it last. Empty = nobody, or not known.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="moved by",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.session",
                        verbose_name="session",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal: to whom it comes back if it is sent back. Empty = never was submitted, or not known.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_4a693c_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_a7f204_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChallengeTopicsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "challenge",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.challenge",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.topic",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_febc69_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_cd6bf5_idx"),
                    models.Index(fields=["challenge"], name="recommendat_challen_94f33a_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClosingProposalEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                (
                    "addressee",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.addressee",
                        verbose_name="addressee",
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="The wrong entry, which no longer counts once this is confirmed.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.statuschange",
                        verbose_name="corrects",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "newer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="Which overtook this one.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                        verbose_name="newer recommendation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="Where it was established, if at a meeting of this register.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.session",
                        verbose_name="session",
                    ),
                ),
                (
                    "status_change",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.statuschange",
                        verbose_name="the assessment that it became",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_1059a3_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_57205b_idx"),
                    models.Index(fields=["addressee"], name="recommendat_address_d05498_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.followupaction",
                        verbose_name="action",
                    ),
                ),
                (
                    "closing_proposal",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.closingproposal",
                        verbose_name="proposed closing",
                    ),
                ),
                (
                    "progress_note",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.progressnote",
                        verbose_name="progress note",
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.response",
                        verbose_name="response",
                    ),
                ),
                (
                    "status_change",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.statuschange",
                        verbose_name="status change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_f41f15_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_aeac01_idx"),
                    models.Index(fields=["status_change"], name="recommendat_status__45843e_idx"),
                    models.Index(fields=["response"], name="recommendat_respons_0c1935_idx"),
                    models.Index(fields=["progress_note"], name="recommendat_progres_4fb1a4_idx"),
                    models.Index(fields=["closing_proposal"], name="recommendat_closing_5cddeb_idx"),
                    models.Index(fields=["action"], name="recommendat_action__5189b8_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUpActionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "moved_at",
                    models.DateTimeField(
                        editable=False,
                        help_text="Internal: when that was. Empty = never moved, or not known.",
                        null=True,
                        verbose_name="moved at",
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        help_text="The meeting's code, -A and a number, e.g. MS2023-A03.",
                        max_length=32,
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
                    "moved_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal: who submitted, sent back, published or archived it last. Empty = nobody, or not known.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="moved by",
                    ),
                ),
                (
                    "reported_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="The session in which the register learned of it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.session",
                        verbose_name="reported in",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="responsible",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal: to whom it comes back if it is sent back. Empty = never was submitted, or not known.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verified by",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_de2906_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_320b58_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressNoteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.followupaction",
                        verbose_name="action",
                    ),
                ),
                (
                    "addressee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.addressee",
                        verbose_name="addressee",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                        verbose_name="recommendation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_f096b6_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_17264b_idx"),
                    models.Index(fields=["recommendation"], name="recommendat_recomme_cbf204_idx"),
                    models.Index(fields=["addressee"], name="recommendat_address_8b563f_idx"),
                    models.Index(fields=["action"], name="recommendat_action__4964c2_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProposerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                        db_constraint=False,
                        db_index=False,
                        help_text="The body concerned. Empty = the report names none.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                        verbose_name="recommendation",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_e27ad7_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_1562c4_idx"),
                    models.Index(fields=["recommendation"], name="recommendat_recomme_dcef7a_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "moved_at",
                    models.DateTimeField(
                        editable=False,
                        help_text="Internal: when that was. Empty = never moved, or not known.",
                        null=True,
                        verbose_name="moved at",
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        help_text="The meeting's code and a number, e.g. MS2023-07; a part adds .1. Stays for ever once published.",
                        max_length=32,
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
                (
                    "moved_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal: who submitted, sent back, published or archived it last. Empty = nobody, or not known.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="moved by",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="Who in the secretariat looks after it. Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
                    ),
                ),
                (
                    "part_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="Different acts asked in one breath are parts of one whole. The whole is then a heading.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                        verbose_name="part of",
                    ),
                ),
                (
                    "restates",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="The lead item, where the same report asks the same twice. This one then shows the lead's status.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                        verbose_name="restates",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.session",
                        verbose_name="session",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal: to whom it comes back if it is sent back. Empty = never was submitted, or not known.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_f389e3_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_7ff681_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationInstrumentsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "instrument",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.instrument",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_44dda5_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_b68170_idx"),
                    models.Index(fields=["recommendation"], name="recommendat_recomme_2a4376_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationLinkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                        verbose_name="the earlier one",
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                        verbose_name="this recommendation",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_34ed52_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_778f66_idx"),
                    models.Index(fields=["later"], name="recommendat_later_i_da1308_idx"),
                    models.Index(fields=["earlier"], name="recommendat_earlier_7dc389_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationTopicsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.topic",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_6a83cf_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_77d855_idx"),
                    models.Index(fields=["recommendation"], name="recommendat_recomme_f86add_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResponseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "set_aside_on",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="Empty = was not set aside. What was set aside never counts.",
                        null=True,
                        verbose_name="set aside on",
                    ),
                ),
                (
                    "set_aside_because",
                    actors.models.text.LineField(
                        blank=True,
                        editable=False,
                        help_text="For whoever sent it, and for the desk.",
                        max_length=1000,
                        verbose_name="set aside because",
                    ),
                ),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="accepted by",
                    ),
                ),
                (
                    "addressee",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.addressee",
                        verbose_name="addressee",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "set_aside_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="set aside by",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_3aa593_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_07ccaa_idx"),
                    models.Index(fields=["addressee"], name="recommendat_address_ddce50_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="StatusChangeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "addressee",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.addressee",
                        verbose_name="addressee",
                    ),
                ),
                (
                    "carries",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="The finding about an earlier item that stands on here; no new one. Empty = found here.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.statuschange",
                        verbose_name="carries forward",
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="The wrong entry, which then no longer counts.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.statuschange",
                        verbose_name="corrects",
                    ),
                ),
                (
                    "newer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="Which overtook this one.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.recommendation",
                        verbose_name="newer recommendation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="Internal.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="Where it was established, if at a meeting of this register.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.session",
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_eccec5_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_b4337d_idx"),
                    models.Index(fields=["addressee"], name="recommendat_address_56ae21_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="TopicEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, max_length=80, verbose_name="address part")),
                ("name", actors.models.text.LineField(max_length=120, verbose_name="name")),
                (
                    "description",
                    actors.models.text.ProseField(blank=True, max_length=20000, verbose_name="description"),
                ),
                (
                    "part_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="Empty = a main topic.",
                        limit_choices_to={"part_of": None},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="recommendations.topic",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="recommendat_id_321602_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="recommendat_pgh_cre_021b06_idx"),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionlink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_actionlinkevent" ("action_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id", "relation") VALUES (NEW."action_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."recommendation_id", NEW."relation"); RETURN NULL;',
                    hash="e9ab1f8d813e4a864a253e6dafca365f6dfd40a4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d8c18",
                    table="recommendations_actionlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionlink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_actionlinkevent" ("action_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id", "relation") VALUES (NEW."action_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."recommendation_id", NEW."relation"); RETURN NULL;',
                    hash="04c5cfcce6eacffa3563b1c51920da208a072de5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d87d9",
                    table="recommendations_actionlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionlink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_actionlinkevent" ("action_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id", "relation") VALUES (OLD."action_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."recommendation_id", OLD."relation"); RETURN NULL;',
                    hash="9d3f05a90fd5bf79aa92ba1b0a5bb407bcafa1ee",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e0e35",
                    table="recommendations_actionlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="addressee",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_addresseeevent" ("actor_id", "id", "inferred_because", "naming", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id", "requested_by_id", "requested_on", "response", "response_due_on", "role", "status", "status_as_of", "via_id") VALUES (NEW."actor_id", NEW."id", NEW."inferred_because", NEW."naming", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."recommendation_id", NEW."requested_by_id", NEW."requested_on", NEW."response", NEW."response_due_on", NEW."role", NEW."status", NEW."status_as_of", NEW."via_id"); RETURN NULL;',
                    hash="56ea6fc6e855cc48047e18cf084ab70ad304f12c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_96811",
                    table="recommendations_addressee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="addressee",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_addresseeevent" ("actor_id", "id", "inferred_because", "naming", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id", "requested_by_id", "requested_on", "response", "response_due_on", "role", "status", "status_as_of", "via_id") VALUES (NEW."actor_id", NEW."id", NEW."inferred_because", NEW."naming", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."recommendation_id", NEW."requested_by_id", NEW."requested_on", NEW."response", NEW."response_due_on", NEW."role", NEW."status", NEW."status_as_of", NEW."via_id"); RETURN NULL;',
                    hash="d777060f1b3158fbeade9e6bd6f752b52e870ad2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fd92e",
                    table="recommendations_addressee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="addressee",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_addresseeevent" ("actor_id", "id", "inferred_because", "naming", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id", "requested_by_id", "requested_on", "response", "response_due_on", "role", "status", "status_as_of", "via_id") VALUES (OLD."actor_id", OLD."id", OLD."inferred_because", OLD."naming", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."recommendation_id", OLD."requested_by_id", OLD."requested_on", OLD."response", OLD."response_due_on", OLD."role", OLD."status", OLD."status_as_of", OLD."via_id"); RETURN NULL;',
                    hash="d880a5c0712561228a7a3ede69547cd35cd4a2d1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1a362",
                    table="recommendations_addressee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challenge",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_challengeevent" ("archived_on", "headline", "id", "in_whose_words", "moved_at", "moved_by_id", "order", "page", "pgh_context", "pgh_created_at", "pgh_label", "position", "publication", "published_on", "reference", "sent_back_because", "session_id", "submitted_by_id", "text") VALUES (NEW."archived_on", NEW."headline", NEW."id", NEW."in_whose_words", NEW."moved_at", NEW."moved_by_id", NEW."order", NEW."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."position", NEW."publication", NEW."published_on", NEW."reference", NEW."sent_back_because", NEW."session_id", NEW."submitted_by_id", NEW."text"); RETURN NULL;',
                    hash="f582ad2e672d12d55bc0b9a043647a7f86110227",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f6a8d",
                    table="recommendations_challenge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challenge",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_challengeevent" ("archived_on", "headline", "id", "in_whose_words", "moved_at", "moved_by_id", "order", "page", "pgh_context", "pgh_created_at", "pgh_label", "position", "publication", "published_on", "reference", "sent_back_because", "session_id", "submitted_by_id", "text") VALUES (NEW."archived_on", NEW."headline", NEW."id", NEW."in_whose_words", NEW."moved_at", NEW."moved_by_id", NEW."order", NEW."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."position", NEW."publication", NEW."published_on", NEW."reference", NEW."sent_back_because", NEW."session_id", NEW."submitted_by_id", NEW."text"); RETURN NULL;',
                    hash="8d7651a92f1a2e87444e7b6869979139fabaad08",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3049c",
                    table="recommendations_challenge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challenge",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_challengeevent" ("archived_on", "headline", "id", "in_whose_words", "moved_at", "moved_by_id", "order", "page", "pgh_context", "pgh_created_at", "pgh_label", "position", "publication", "published_on", "reference", "sent_back_because", "session_id", "submitted_by_id", "text") VALUES (OLD."archived_on", OLD."headline", OLD."id", OLD."in_whose_words", OLD."moved_at", OLD."moved_by_id", OLD."order", OLD."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."position", OLD."publication", OLD."published_on", OLD."reference", OLD."sent_back_because", OLD."session_id", OLD."submitted_by_id", OLD."text"); RETURN NULL;',
                    hash="4d37caddfa180b20469d6c8223d91216c222dc90",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1a6c8",
                    table="recommendations_challenge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closingproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_closingproposalevent" ("addressee_id", "as_of", "basis", "corrects_id", "decided_at", "decided_by_id", "decision", "declined_because", "id", "newer_id", "number", "pgh_context", "pgh_created_at", "pgh_label", "reason", "recorded_at", "recorded_by_id", "remark", "session_id", "source_words", "status", "status_change_id") VALUES (NEW."addressee_id", NEW."as_of", NEW."basis", NEW."corrects_id", NEW."decided_at", NEW."decided_by_id", NEW."decision", NEW."declined_because", NEW."id", NEW."newer_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."remark", NEW."session_id", NEW."source_words", NEW."status", NEW."status_change_id"); RETURN NULL;',
                    hash="819da7bf56ac0586c8086a704c7b2fe9ec2881eb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_34334",
                    table="recommendations_closingproposal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closingproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_closingproposalevent" ("addressee_id", "as_of", "basis", "corrects_id", "decided_at", "decided_by_id", "decision", "declined_because", "id", "newer_id", "number", "pgh_context", "pgh_created_at", "pgh_label", "reason", "recorded_at", "recorded_by_id", "remark", "session_id", "source_words", "status", "status_change_id") VALUES (NEW."addressee_id", NEW."as_of", NEW."basis", NEW."corrects_id", NEW."decided_at", NEW."decided_by_id", NEW."decision", NEW."declined_because", NEW."id", NEW."newer_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."remark", NEW."session_id", NEW."source_words", NEW."status", NEW."status_change_id"); RETURN NULL;',
                    hash="455028bd985b3eb6a044d6060c5119422cc4b6d4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_eb49a",
                    table="recommendations_closingproposal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closingproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_closingproposalevent" ("addressee_id", "as_of", "basis", "corrects_id", "decided_at", "decided_by_id", "decision", "declined_because", "id", "newer_id", "number", "pgh_context", "pgh_created_at", "pgh_label", "reason", "recorded_at", "recorded_by_id", "remark", "session_id", "source_words", "status", "status_change_id") VALUES (OLD."addressee_id", OLD."as_of", OLD."basis", OLD."corrects_id", OLD."decided_at", OLD."decided_by_id", OLD."decision", OLD."declined_because", OLD."id", OLD."newer_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."remark", OLD."session_id", OLD."source_words", OLD."status", OLD."status_change_id"); RETURN NULL;',
                    hash="5885bc1334f36905a2385e1a9b14aa62b8e1d94a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d0bb8",
                    table="recommendations_closingproposal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="curatedsearch",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_curatedsearchevent" ("description", "id", "is_shown", "order", "pgh_context", "pgh_created_at", "pgh_label", "query", "title") VALUES (NEW."description", NEW."id", NEW."is_shown", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."query", NEW."title"); RETURN NULL;',
                    hash="b08e98a6a5349c0e7d07250d3c580218644b5099",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6bba6",
                    table="recommendations_curatedsearch",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="curatedsearch",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_curatedsearchevent" ("description", "id", "is_shown", "order", "pgh_context", "pgh_created_at", "pgh_label", "query", "title") VALUES (NEW."description", NEW."id", NEW."is_shown", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."query", NEW."title"); RETURN NULL;',
                    hash="f7f1470b76b1576e09fda645cd8470e9523f739e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c0c81",
                    table="recommendations_curatedsearch",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="curatedsearch",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_curatedsearchevent" ("description", "id", "is_shown", "order", "pgh_context", "pgh_created_at", "pgh_label", "query", "title") VALUES (OLD."description", OLD."id", OLD."is_shown", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."query", OLD."title"); RETURN NULL;',
                    hash="3a9008f2690347a659aaba4755ce3c366faf9946",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_837b4",
                    table="recommendations_curatedsearch",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_evidenceevent" ("action_id", "audience", "closing_proposal_id", "file", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "progress_note_id", "response_id", "status_change_id", "title", "url") VALUES (NEW."action_id", NEW."audience", NEW."closing_proposal_id", NEW."file", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."progress_note_id", NEW."response_id", NEW."status_change_id", NEW."title", NEW."url"); RETURN NULL;',
                    hash="0ff9c2d5e31eb135f26b4386686da25e343902c0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8a6a5",
                    table="recommendations_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_evidenceevent" ("action_id", "audience", "closing_proposal_id", "file", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "progress_note_id", "response_id", "status_change_id", "title", "url") VALUES (NEW."action_id", NEW."audience", NEW."closing_proposal_id", NEW."file", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."progress_note_id", NEW."response_id", NEW."status_change_id", NEW."title", NEW."url"); RETURN NULL;',
                    hash="cab586c116cb9ea1cac178e65ac813e104f5f1aa",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c84dc",
                    table="recommendations_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_evidenceevent" ("action_id", "audience", "closing_proposal_id", "file", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "progress_note_id", "response_id", "status_change_id", "title", "url") VALUES (OLD."action_id", OLD."audience", OLD."closing_proposal_id", OLD."file", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."progress_note_id", OLD."response_id", OLD."status_change_id", OLD."title", OLD."url"); RETURN NULL;',
                    hash="8a399ff6bc642ade8133fb7f397a079cde1c672c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_afdc5",
                    table="recommendations_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_followupactionevent" ("archived_on", "completed_on", "completed_precision", "description", "due_on", "due_precision", "id", "moved_at", "moved_by_id", "pgh_context", "pgh_created_at", "pgh_label", "position", "publication", "published_on", "reason", "reference", "reported_in_id", "responsible_id", "sent_back_because", "started_on", "started_precision", "status", "submitted_by_id", "title", "verified_by_id", "verified_on") VALUES (NEW."archived_on", NEW."completed_on", NEW."completed_precision", NEW."description", NEW."due_on", NEW."due_precision", NEW."id", NEW."moved_at", NEW."moved_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."position", NEW."publication", NEW."published_on", NEW."reason", NEW."reference", NEW."reported_in_id", NEW."responsible_id", NEW."sent_back_because", NEW."started_on", NEW."started_precision", NEW."status", NEW."submitted_by_id", NEW."title", NEW."verified_by_id", NEW."verified_on"); RETURN NULL;',
                    hash="d221abe1648a77841f677a0595fac9f7175e8efd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_38b6a",
                    table="recommendations_followupaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_followupactionevent" ("archived_on", "completed_on", "completed_precision", "description", "due_on", "due_precision", "id", "moved_at", "moved_by_id", "pgh_context", "pgh_created_at", "pgh_label", "position", "publication", "published_on", "reason", "reference", "reported_in_id", "responsible_id", "sent_back_because", "started_on", "started_precision", "status", "submitted_by_id", "title", "verified_by_id", "verified_on") VALUES (NEW."archived_on", NEW."completed_on", NEW."completed_precision", NEW."description", NEW."due_on", NEW."due_precision", NEW."id", NEW."moved_at", NEW."moved_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."position", NEW."publication", NEW."published_on", NEW."reason", NEW."reference", NEW."reported_in_id", NEW."responsible_id", NEW."sent_back_because", NEW."started_on", NEW."started_precision", NEW."status", NEW."submitted_by_id", NEW."title", NEW."verified_by_id", NEW."verified_on"); RETURN NULL;',
                    hash="21595f6c981efe1b85b4aa6561c44662d04f6d57",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e4edd",
                    table="recommendations_followupaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_followupactionevent" ("archived_on", "completed_on", "completed_precision", "description", "due_on", "due_precision", "id", "moved_at", "moved_by_id", "pgh_context", "pgh_created_at", "pgh_label", "position", "publication", "published_on", "reason", "reference", "reported_in_id", "responsible_id", "sent_back_because", "started_on", "started_precision", "status", "submitted_by_id", "title", "verified_by_id", "verified_on") VALUES (OLD."archived_on", OLD."completed_on", OLD."completed_precision", OLD."description", OLD."due_on", OLD."due_precision", OLD."id", OLD."moved_at", OLD."moved_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."position", OLD."publication", OLD."published_on", OLD."reason", OLD."reference", OLD."reported_in_id", OLD."responsible_id", OLD."sent_back_because", OLD."started_on", OLD."started_precision", OLD."status", OLD."submitted_by_id", OLD."title", OLD."verified_by_id", OLD."verified_on"); RETURN NULL;',
                    hash="e3cd4bd6eb4191bbc03df3f3ee5903006007686b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e06b4",
                    table="recommendations_followupaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_instrumentevent" ("citation", "id", "pgh_context", "pgh_created_at", "pgh_label", "short_name", "slug", "title", "url") VALUES (NEW."citation", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."short_name", NEW."slug", NEW."title", NEW."url"); RETURN NULL;',
                    hash="3eb0faf2ac80c7c471dd495342aeca7c411936a6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2e534",
                    table="recommendations_instrument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_instrumentevent" ("citation", "id", "pgh_context", "pgh_created_at", "pgh_label", "short_name", "slug", "title", "url") VALUES (NEW."citation", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."short_name", NEW."slug", NEW."title", NEW."url"); RETURN NULL;',
                    hash="e2fa9f85d2edf991caad57f9daed2ec6c4567f51",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7cb41",
                    table="recommendations_instrument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_instrumentevent" ("citation", "id", "pgh_context", "pgh_created_at", "pgh_label", "short_name", "slug", "title", "url") VALUES (OLD."citation", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."short_name", OLD."slug", OLD."title", OLD."url"); RETURN NULL;',
                    hash="e37e34e86f32c999f119330db73c15397508f736",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_020a1",
                    table="recommendations_instrument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressnote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_progressnoteevent" ("action_id", "addressee_id", "audience", "basis", "id", "noted_on", "number", "pgh_context", "pgh_created_at", "pgh_label", "precision", "recommendation_id", "recorded_at", "recorded_by_id", "text", "who_says") VALUES (NEW."action_id", NEW."addressee_id", NEW."audience", NEW."basis", NEW."id", NEW."noted_on", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."precision", NEW."recommendation_id", NEW."recorded_at", NEW."recorded_by_id", NEW."text", NEW."who_says"); RETURN NULL;',
                    hash="6473ac0522d58f522627a15078e44857c6ae5b54",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7d4f1",
                    table="recommendations_progressnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressnote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_progressnoteevent" ("action_id", "addressee_id", "audience", "basis", "id", "noted_on", "number", "pgh_context", "pgh_created_at", "pgh_label", "precision", "recommendation_id", "recorded_at", "recorded_by_id", "text", "who_says") VALUES (NEW."action_id", NEW."addressee_id", NEW."audience", NEW."basis", NEW."id", NEW."noted_on", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."precision", NEW."recommendation_id", NEW."recorded_at", NEW."recorded_by_id", NEW."text", NEW."who_says"); RETURN NULL;',
                    hash="904c1fc89c2a2d2914f10ca79fbdd1cbd086f0fa",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6213c",
                    table="recommendations_progressnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressnote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_progressnoteevent" ("action_id", "addressee_id", "audience", "basis", "id", "noted_on", "number", "pgh_context", "pgh_created_at", "pgh_label", "precision", "recommendation_id", "recorded_at", "recorded_by_id", "text", "who_says") VALUES (OLD."action_id", OLD."addressee_id", OLD."audience", OLD."basis", OLD."id", OLD."noted_on", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."precision", OLD."recommendation_id", OLD."recorded_at", OLD."recorded_by_id", OLD."text", OLD."who_says"); RETURN NULL;',
                    hash="8bb5a07c94a1f5ccf2527cd21870195ac4b80fbb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ca4c3",
                    table="recommendations_progressnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_proposerevent" ("actor_id", "capacity", "id", "in_whose_words", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id") VALUES (NEW."actor_id", NEW."capacity", NEW."id", NEW."in_whose_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."recommendation_id"); RETURN NULL;',
                    hash="d6cdcb37c7638ca5f494a14196eeae6ef114c631",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_333c9",
                    table="recommendations_proposer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_proposerevent" ("actor_id", "capacity", "id", "in_whose_words", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id") VALUES (NEW."actor_id", NEW."capacity", NEW."id", NEW."in_whose_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."recommendation_id"); RETURN NULL;',
                    hash="73a6fb2004dfa07b8a96d2ba361519e1569e5945",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_29b93",
                    table="recommendations_proposer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_proposerevent" ("actor_id", "capacity", "id", "in_whose_words", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id") VALUES (OLD."actor_id", OLD."capacity", OLD."id", OLD."in_whose_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."recommendation_id"); RETURN NULL;',
                    hash="a35d3b44427982c083eda03660983b246a45b736",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_753cd",
                    table="recommendations_proposer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_recommendationevent" ("archived_on", "asks_for", "continuous", "due_on", "headline", "id", "implied", "issued_on", "kind", "moved_at", "moved_by_id", "official_wording", "order", "owner_id", "page", "part_of_id", "pgh_context", "pgh_created_at", "pgh_label", "position", "priority", "publication", "published_on", "reference", "restates_id", "review_on", "sent_back_because", "session_id", "standing", "status", "status_as_of", "submitted_by_id", "text", "version") VALUES (NEW."archived_on", NEW."asks_for", NEW."continuous", NEW."due_on", NEW."headline", NEW."id", NEW."implied", NEW."issued_on", NEW."kind", NEW."moved_at", NEW."moved_by_id", NEW."official_wording", NEW."order", NEW."owner_id", NEW."page", NEW."part_of_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."position", NEW."priority", NEW."publication", NEW."published_on", NEW."reference", NEW."restates_id", NEW."review_on", NEW."sent_back_because", NEW."session_id", NEW."standing", NEW."status", NEW."status_as_of", NEW."submitted_by_id", NEW."text", NEW."version"); RETURN NULL;',
                    hash="06ca83fc69438a818dd1ffbc295e208696012a6b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d6b9e",
                    table="recommendations_recommendation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_recommendationevent" ("archived_on", "asks_for", "continuous", "due_on", "headline", "id", "implied", "issued_on", "kind", "moved_at", "moved_by_id", "official_wording", "order", "owner_id", "page", "part_of_id", "pgh_context", "pgh_created_at", "pgh_label", "position", "priority", "publication", "published_on", "reference", "restates_id", "review_on", "sent_back_because", "session_id", "standing", "status", "status_as_of", "submitted_by_id", "text", "version") VALUES (NEW."archived_on", NEW."asks_for", NEW."continuous", NEW."due_on", NEW."headline", NEW."id", NEW."implied", NEW."issued_on", NEW."kind", NEW."moved_at", NEW."moved_by_id", NEW."official_wording", NEW."order", NEW."owner_id", NEW."page", NEW."part_of_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."position", NEW."priority", NEW."publication", NEW."published_on", NEW."reference", NEW."restates_id", NEW."review_on", NEW."sent_back_because", NEW."session_id", NEW."standing", NEW."status", NEW."status_as_of", NEW."submitted_by_id", NEW."text", NEW."version"); RETURN NULL;',
                    hash="97dcf51af4f912453882e6d0d6c31015e8ccb9df",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f7db8",
                    table="recommendations_recommendation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_recommendationevent" ("archived_on", "asks_for", "continuous", "due_on", "headline", "id", "implied", "issued_on", "kind", "moved_at", "moved_by_id", "official_wording", "order", "owner_id", "page", "part_of_id", "pgh_context", "pgh_created_at", "pgh_label", "position", "priority", "publication", "published_on", "reference", "restates_id", "review_on", "sent_back_because", "session_id", "standing", "status", "status_as_of", "submitted_by_id", "text", "version") VALUES (OLD."archived_on", OLD."asks_for", OLD."continuous", OLD."due_on", OLD."headline", OLD."id", OLD."implied", OLD."issued_on", OLD."kind", OLD."moved_at", OLD."moved_by_id", OLD."official_wording", OLD."order", OLD."owner_id", OLD."page", OLD."part_of_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."position", OLD."priority", OLD."publication", OLD."published_on", OLD."reference", OLD."restates_id", OLD."review_on", OLD."sent_back_because", OLD."session_id", OLD."standing", OLD."status", OLD."status_as_of", OLD."submitted_by_id", OLD."text", OLD."version"); RETURN NULL;',
                    hash="f370b63b40bdb87333f401f36ca91ee7d0beee5a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_540f8",
                    table="recommendations_recommendation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationlink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_recommendationlinkevent" ("earlier_id", "id", "kind", "later_id", "pgh_context", "pgh_created_at", "pgh_label") VALUES (NEW."earlier_id", NEW."id", NEW."kind", NEW."later_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\'); RETURN NULL;',
                    hash="e3f2db41d26b69a22c6d5463f4c15ddb79111067",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_43485",
                    table="recommendations_recommendationlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationlink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_recommendationlinkevent" ("earlier_id", "id", "kind", "later_id", "pgh_context", "pgh_created_at", "pgh_label") VALUES (NEW."earlier_id", NEW."id", NEW."kind", NEW."later_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\'); RETURN NULL;',
                    hash="45ebbea9e53eaed392f878a17b19abffd5f68825",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a6042",
                    table="recommendations_recommendationlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationlink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_recommendationlinkevent" ("earlier_id", "id", "kind", "later_id", "pgh_context", "pgh_created_at", "pgh_label") VALUES (OLD."earlier_id", OLD."id", OLD."kind", OLD."later_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\'); RETURN NULL;',
                    hash="cfda7f1956d82e8fba8a76881de4892765599070",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1af69",
                    table="recommendations_recommendationlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_responseevent" ("accepted_by_id", "accepted_on", "addressee_id", "audience", "channel", "claims", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "position", "received_on", "recorded_at", "recorded_by_id", "set_aside_because", "set_aside_by_id", "set_aside_on", "text") VALUES (NEW."accepted_by_id", NEW."accepted_on", NEW."addressee_id", NEW."audience", NEW."channel", NEW."claims", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."position", NEW."received_on", NEW."recorded_at", NEW."recorded_by_id", NEW."set_aside_because", NEW."set_aside_by_id", NEW."set_aside_on", NEW."text"); RETURN NULL;',
                    hash="6097ebbddf98688c64936f7f8ed291332b111f7d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d455e",
                    table="recommendations_response",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_responseevent" ("accepted_by_id", "accepted_on", "addressee_id", "audience", "channel", "claims", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "position", "received_on", "recorded_at", "recorded_by_id", "set_aside_because", "set_aside_by_id", "set_aside_on", "text") VALUES (NEW."accepted_by_id", NEW."accepted_on", NEW."addressee_id", NEW."audience", NEW."channel", NEW."claims", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."position", NEW."received_on", NEW."recorded_at", NEW."recorded_by_id", NEW."set_aside_because", NEW."set_aside_by_id", NEW."set_aside_on", NEW."text"); RETURN NULL;',
                    hash="793e986973a41f15e25b30c0856bf64f589c5ec7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cd260",
                    table="recommendations_response",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_responseevent" ("accepted_by_id", "accepted_on", "addressee_id", "audience", "channel", "claims", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "position", "received_on", "recorded_at", "recorded_by_id", "set_aside_because", "set_aside_by_id", "set_aside_on", "text") VALUES (OLD."accepted_by_id", OLD."accepted_on", OLD."addressee_id", OLD."audience", OLD."channel", OLD."claims", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."position", OLD."received_on", OLD."recorded_at", OLD."recorded_by_id", OLD."set_aside_because", OLD."set_aside_by_id", OLD."set_aside_on", OLD."text"); RETURN NULL;',
                    hash="db9ca30056a0944dc42f5532e9d7fcc2276d6d72",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c1ee9",
                    table="recommendations_response",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statuschange",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_statuschangeevent" ("addressee_id", "as_of", "basis", "carries_id", "corrects_id", "id", "newer_id", "number", "pgh_context", "pgh_created_at", "pgh_label", "reason", "recorded_at", "recorded_by_id", "remark", "session_id", "source_words", "status") VALUES (NEW."addressee_id", NEW."as_of", NEW."basis", NEW."carries_id", NEW."corrects_id", NEW."id", NEW."newer_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."remark", NEW."session_id", NEW."source_words", NEW."status"); RETURN NULL;',
                    hash="512b65344568ac8e8fb441e3f71cbf87fd400237",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0250f",
                    table="recommendations_statuschange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statuschange",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_statuschangeevent" ("addressee_id", "as_of", "basis", "carries_id", "corrects_id", "id", "newer_id", "number", "pgh_context", "pgh_created_at", "pgh_label", "reason", "recorded_at", "recorded_by_id", "remark", "session_id", "source_words", "status") VALUES (NEW."addressee_id", NEW."as_of", NEW."basis", NEW."carries_id", NEW."corrects_id", NEW."id", NEW."newer_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."remark", NEW."session_id", NEW."source_words", NEW."status"); RETURN NULL;',
                    hash="0ea2900e67836eb4c5c3e69a8203b218dffad14a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5b3a6",
                    table="recommendations_statuschange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statuschange",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_statuschangeevent" ("addressee_id", "as_of", "basis", "carries_id", "corrects_id", "id", "newer_id", "number", "pgh_context", "pgh_created_at", "pgh_label", "reason", "recorded_at", "recorded_by_id", "remark", "session_id", "source_words", "status") VALUES (OLD."addressee_id", OLD."as_of", OLD."basis", OLD."carries_id", OLD."corrects_id", OLD."id", OLD."newer_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."remark", OLD."session_id", OLD."source_words", OLD."status"); RETURN NULL;',
                    hash="b7e69910607a347a5d72433e1696735643857f37",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ad564",
                    table="recommendations_statuschange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="topic",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_topicevent" ("description", "id", "name", "part_of_id", "pgh_context", "pgh_created_at", "pgh_label", "slug") VALUES (NEW."description", NEW."id", NEW."name", NEW."part_of_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."slug"); RETURN NULL;',
                    hash="0a321540b44b5a2fb140401fe8c9ed655d431b28",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cf55c",
                    table="recommendations_topic",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="topic",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_topicevent" ("description", "id", "name", "part_of_id", "pgh_context", "pgh_created_at", "pgh_label", "slug") VALUES (NEW."description", NEW."id", NEW."name", NEW."part_of_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."slug"); RETURN NULL;',
                    hash="90b154282178c8d19502ce5778eb525f57380a92",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_07b51",
                    table="recommendations_topic",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="topic",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_topicevent" ("description", "id", "name", "part_of_id", "pgh_context", "pgh_created_at", "pgh_label", "slug") VALUES (OLD."description", OLD."id", OLD."name", OLD."part_of_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."slug"); RETURN NULL;',
                    hash="7266ede1800cc0f0794f9e17f74f53388c0cf04a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_43a61",
                    table="recommendations_topic",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="curatedsearchevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="335899c50bed098e38b3bbcc8782ad17db93eae3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5910f",
                    table="recommendations_curatedsearchevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="39504caedc2d9c4632ecf7239800dfc34d23676f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_94261",
                    table="recommendations_instrumentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challengeansweredby",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_challengeansweredbyevent" ("challenge_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id") VALUES (NEW."challenge_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."recommendation_id"); RETURN NULL;',
                    hash="5c120884b1a5b7b880b581f4c0f202a54a034ecd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c89b9",
                    table="recommendations_challenge_answered_by",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challengeansweredby",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_challengeansweredbyevent" ("challenge_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id") VALUES (NEW."challenge_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."recommendation_id"); RETURN NULL;',
                    hash="0a3f7bf68da290307dc1a3635690919d5c8dde49",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d5746",
                    table="recommendations_challenge_answered_by",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challengeansweredby",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_challengeansweredbyevent" ("challenge_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id") VALUES (OLD."challenge_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."recommendation_id"); RETURN NULL;',
                    hash="efe5179b5211beeb304fb56dab96304fdcdc9d74",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_df2cc",
                    table="recommendations_challenge_answered_by",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challengetopics",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_challengetopicsevent" ("challenge_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "topic_id") VALUES (NEW."challenge_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."topic_id"); RETURN NULL;',
                    hash="edb16a4123e7450a00f48547d8b3d7866d88df3b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_59e78",
                    table="recommendations_challenge_topics",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challengetopics",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_challengetopicsevent" ("challenge_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "topic_id") VALUES (NEW."challenge_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."topic_id"); RETURN NULL;',
                    hash="227da5321142852f94374621bbbc488d37e02368",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_537a4",
                    table="recommendations_challenge_topics",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challengetopics",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_challengetopicsevent" ("challenge_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "topic_id") VALUES (OLD."challenge_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."topic_id"); RETURN NULL;',
                    hash="2fcbd5ade3034177619e39df5c66b1e3eebb48cf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_36035",
                    table="recommendations_challenge_topics",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationinstruments",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_recommendationinstrumentsevent" ("id", "instrument_id", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id") VALUES (NEW."id", NEW."instrument_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."recommendation_id"); RETURN NULL;',
                    hash="382f67ae7c5ac5659cd0f6a7761eb6fd2d2085e2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_49da0",
                    table="recommendations_recommendation_instruments",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationinstruments",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_recommendationinstrumentsevent" ("id", "instrument_id", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id") VALUES (NEW."id", NEW."instrument_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."recommendation_id"); RETURN NULL;',
                    hash="f87efea4fd07d1c02f9a6eb7b3e3f4a7cdadba57",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1009f",
                    table="recommendations_recommendation_instruments",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationinstruments",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_recommendationinstrumentsevent" ("id", "instrument_id", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id") VALUES (OLD."id", OLD."instrument_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."recommendation_id"); RETURN NULL;',
                    hash="d68d5be6f446728a07d14f4b5718b2d7a3b6b6d3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_32353",
                    table="recommendations_recommendation_instruments",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationtopics",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_recommendationtopicsevent" ("id", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id", "topic_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."recommendation_id", NEW."topic_id"); RETURN NULL;',
                    hash="f107375189f14a02fec3cb2204f3d161712383ac",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_06f3e",
                    table="recommendations_recommendation_topics",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationtopics",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "recommendations_recommendationtopicsevent" ("id", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id", "topic_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."recommendation_id", NEW."topic_id"); RETURN NULL;',
                    hash="ff9314639e5f0524b1aa8fbbb1e1c4f75fa7d94b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d2c04",
                    table="recommendations_recommendation_topics",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationtopics",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "recommendations_recommendationtopicsevent" ("id", "pgh_context", "pgh_created_at", "pgh_label", "recommendation_id", "topic_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."recommendation_id", OLD."topic_id"); RETURN NULL;',
                    hash="e27f1b7f0b06f1893dcacfacb37acd13c35a56aa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bc4c5",
                    table="recommendations_recommendation_topics",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionlinkevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8a3b28b95f04c275beac77758480ca848cb80986",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1b969",
                    table="recommendations_actionlinkevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="addresseeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="96b8ae931e9965f9f8d7d4a620503f342a15c091",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5daf6",
                    table="recommendations_addresseeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challengeansweredbyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f8bab7043bffe3330e838164f696941be543e781",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b5b52",
                    table="recommendations_challengeansweredbyevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challengeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5e10cd9acdda0c77d8b7871f54cc20411e287c02",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4d05a",
                    table="recommendations_challengeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="challengetopicsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="52f92dc61c00d9f1683d4a35021f7ca64d69addc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b8d20",
                    table="recommendations_challengetopicsevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closingproposalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ef7c3e0d96b16c8753d71a1a79bd1da01ba84a9d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dd82c",
                    table="recommendations_closingproposalevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="69821daeb9831c8e6ec37465a4107c6fa5b41b3b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_269a2",
                    table="recommendations_evidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupactionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4638bb8df1b6c51b726bfe7671c587b574ee0f8b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4dcdd",
                    table="recommendations_followupactionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressnoteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6644de192ae88cd3dc256e7151e99b6f95c6de7a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_22550",
                    table="recommendations_progressnoteevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="adcbcbb285383579346e2e849954e57852fe2631",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d5db0",
                    table="recommendations_proposerevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="38188111013dac93ec26b35ec5f0f3717c5956bd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d81cd",
                    table="recommendations_recommendationevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationinstrumentsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bf4530114d6d43068a5b5733e143aaa4136f5c6b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b1ed3",
                    table="recommendations_recommendationinstrumentsevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationlinkevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="249307062aee9432c356da4418c6e8e316cbd545",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3fbdb",
                    table="recommendations_recommendationlinkevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recommendationtopicsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0288bd751c7d3b7b68aae9f1f036611ba3f8a902",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1e4e2",
                    table="recommendations_recommendationtopicsevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="responseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3ebcfe8a9fc57a904dbee2409bd483bb4c88a313",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8ebd2",
                    table="recommendations_responseevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statuschangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="58f878f5578e0aec5b536c85a945d70672a48f06",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_81b0c",
                    table="recommendations_statuschangeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="topicevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="04de85ad5100d740f6ecbe083361942ce694ed1c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1a406",
                    table="recommendations_topicevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
