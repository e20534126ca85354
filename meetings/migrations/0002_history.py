import actors.models.text
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0002_history"),
        ("actors", "__first__"),
        ("meetings", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ContributionActors",
            fields=[],
            options={
                "verbose_name": "actors",
                "proxy": True,
                "default_permissions": (),
                "indexes": [],
                "constraints": [],
            },
            bases=("meetings.contribution_actors",),
        ),
        migrations.CreateModel(
            name="MeetingParticipants",
            fields=[],
            options={
                "verbose_name": "participants",
                "proxy": True,
                "default_permissions": (),
                "indexes": [],
                "constraints": [],
            },
            bases=("meetings.meeting_participants",),
        ),
        migrations.CreateModel(
            name="SeriesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, max_length=80, verbose_name="address part")),
                ("name", actors.models.text.LineField(max_length=300, verbose_name="name")),
                (
                    "description",
                    actors.models.text.ProseField(blank=True, max_length=20000, verbose_name="description"),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="meetings_se_id_60e2e0_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="meetings_se_pgh_cre_6b776e_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContributionActorsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.contribution",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="meetings_co_id_41c487_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="meetings_co_pgh_cre_9b66f4_idx"),
                    models.Index(fields=["contribution"], name="meetings_co_contrib_7863e0_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContributionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="meetings_co_id_545d10_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="meetings_co_pgh_cre_f3b6e5_idx"),
                    models.Index(fields=["session"], name="meetings_co_session_818a3f_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentEvent",
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
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                        verbose_name="meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="meetings_do_id_533c14_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="meetings_do_pgh_cre_946b4f_idx"),
                    models.Index(fields=["meeting"], name="meetings_do_meeting_233d63_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingEvent",
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
                        verbose_name="code",
                    ),
                ),
                ("title", actors.models.text.LineField(max_length=300, verbose_name="title")),
                ("slug", models.SlugField(db_index=False, max_length=80, verbose_name="address part")),
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
                    "organiser",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="organiser",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.series",
                        verbose_name="series",
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
                    models.Index(fields=["id", "pgh_id"], name="meetings_me_id_048b11_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="meetings_me_pgh_cre_96f9fe_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingParticipantsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="meetings_me_id_cc8fd9_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="meetings_me_pgh_cre_fa398c_idx"),
                    models.Index(fields=["meeting"], name="meetings_me_meeting_1f75c2_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                        verbose_name="meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="meetings_se_id_8012dd_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="meetings_se_pgh_cre_f52ece_idx"),
                    models.Index(fields=["meeting"], name="meetings_se_meeting_a03452_idx"),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_contributionevent" ("id", "on_what", "order", "pgh_context", "pgh_created_at", "pgh_label", "session_id", "who") VALUES (NEW."id", NEW."on_what", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."session_id", NEW."who"); RETURN NULL;',
                    hash="24e94e8d03bce64fcc28bc0784a63b70b0952cbc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_22580",
                    table="meetings_contribution",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_contributionevent" ("id", "on_what", "order", "pgh_context", "pgh_created_at", "pgh_label", "session_id", "who") VALUES (NEW."id", NEW."on_what", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."session_id", NEW."who"); RETURN NULL;',
                    hash="67e0e2a613c936814ebeec83e5beb3d8198032f6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_11240",
                    table="meetings_contribution",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_contributionevent" ("id", "on_what", "order", "pgh_context", "pgh_created_at", "pgh_label", "session_id", "who") VALUES (OLD."id", OLD."on_what", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."session_id", OLD."who"); RETURN NULL;',
                    hash="9c25edd5505ae3086fa66ab57af5a2b8c224261d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_47965",
                    table="meetings_contribution",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_documentevent" ("catalogue_number", "doi", "id", "isbn", "issued_on", "kind", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "title", "url") VALUES (NEW."catalogue_number", NEW."doi", NEW."id", NEW."isbn", NEW."issued_on", NEW."kind", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."title", NEW."url"); RETURN NULL;',
                    hash="5e308523a5b59429f4fe7f65ba58853672dec919",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ca944",
                    table="meetings_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_documentevent" ("catalogue_number", "doi", "id", "isbn", "issued_on", "kind", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "title", "url") VALUES (NEW."catalogue_number", NEW."doi", NEW."id", NEW."isbn", NEW."issued_on", NEW."kind", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."title", NEW."url"); RETURN NULL;',
                    hash="6a0d8339f1d1e884eded40e20f12eff3ecaa6255",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bb2a1",
                    table="meetings_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_documentevent" ("catalogue_number", "doi", "id", "isbn", "issued_on", "kind", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "title", "url") VALUES (OLD."catalogue_number", OLD."doi", OLD."id", OLD."isbn", OLD."issued_on", OLD."kind", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."title", OLD."url"); RETURN NULL;',
                    hash="97c420b16290cfb15c6fdfb86796be39765c1e15",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_468c6",
                    table="meetings_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_meetingevent" ("archived_on", "code", "editorial_note", "ends_on", "format", "id", "moved_at", "moved_by_id", "ordinal", "organiser_id", "pgh_context", "pgh_created_at", "pgh_label", "place", "publication", "published_on", "sent_back_because", "series_id", "slug", "starts_on", "submitted_by_id", "summary", "title") VALUES (NEW."archived_on", NEW."code", NEW."editorial_note", NEW."ends_on", NEW."format", NEW."id", NEW."moved_at", NEW."moved_by_id", NEW."ordinal", NEW."organiser_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."place", NEW."publication", NEW."published_on", NEW."sent_back_because", NEW."series_id", NEW."slug", NEW."starts_on", NEW."submitted_by_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="5bd4baf6ce66310ca49890e78bae8ac38a1865ca",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61d9e",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_meetingevent" ("archived_on", "code", "editorial_note", "ends_on", "format", "id", "moved_at", "moved_by_id", "ordinal", "organiser_id", "pgh_context", "pgh_created_at", "pgh_label", "place", "publication", "published_on", "sent_back_because", "series_id", "slug", "starts_on", "submitted_by_id", "summary", "title") VALUES (NEW."archived_on", NEW."code", NEW."editorial_note", NEW."ends_on", NEW."format", NEW."id", NEW."moved_at", NEW."moved_by_id", NEW."ordinal", NEW."organiser_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."place", NEW."publication", NEW."published_on", NEW."sent_back_because", NEW."series_id", NEW."slug", NEW."starts_on", NEW."submitted_by_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="13a981e13d537b1f75fd266e5d18fcbcc99ea73e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_495b8",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_meetingevent" ("archived_on", "code", "editorial_note", "ends_on", "format", "id", "moved_at", "moved_by_id", "ordinal", "organiser_id", "pgh_context", "pgh_created_at", "pgh_label", "place", "publication", "published_on", "sent_back_because", "series_id", "slug", "starts_on", "submitted_by_id", "summary", "title") VALUES (OLD."archived_on", OLD."code", OLD."editorial_note", OLD."ends_on", OLD."format", OLD."id", OLD."moved_at", OLD."moved_by_id", OLD."ordinal", OLD."organiser_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."place", OLD."publication", OLD."published_on", OLD."sent_back_because", OLD."series_id", OLD."slug", OLD."starts_on", OLD."submitted_by_id", OLD."summary", OLD."title"); RETURN NULL;',
                    hash="5d49558a5840abbc00d66ba9194c76db1c5c7bda",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4bf26",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_seriesevent" ("description", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "slug") VALUES (NEW."description", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."slug"); RETURN NULL;',
                    hash="c9433afb89881e2136c6eaa3cb016e235d4f5506",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b03bb",
                    table="meetings_series",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_seriesevent" ("description", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "slug") VALUES (NEW."description", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."slug"); RETURN NULL;',
                    hash="74b853d1b0475b9b6bbc56e81c6c8c4ecc5e3e1f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_353a3",
                    table="meetings_series",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_seriesevent" ("description", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "slug") VALUES (OLD."description", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."slug"); RETURN NULL;',
                    hash="7f21045d0e2a94cba3a65db3b1c71fe013ea5713",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_90d56",
                    table="meetings_series",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_sessionevent" ("disclaimer", "id", "kind", "meeting_id", "number", "page", "pgh_context", "pgh_created_at", "pgh_label", "summary", "title") VALUES (NEW."disclaimer", NEW."id", NEW."kind", NEW."meeting_id", NEW."number", NEW."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."summary", NEW."title"); RETURN NULL;',
                    hash="4dfd67a4d1649c91e9d6808c61bc724eff681020",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6e3c8",
                    table="meetings_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_sessionevent" ("disclaimer", "id", "kind", "meeting_id", "number", "page", "pgh_context", "pgh_created_at", "pgh_label", "summary", "title") VALUES (NEW."disclaimer", NEW."id", NEW."kind", NEW."meeting_id", NEW."number", NEW."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."summary", NEW."title"); RETURN NULL;',
                    hash="e8c33e092731b7b5707eb73e08f7af89806773b4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b633d",
                    table="meetings_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_sessionevent" ("disclaimer", "id", "kind", "meeting_id", "number", "page", "pgh_context", "pgh_created_at", "pgh_label", "summary", "title") VALUES (OLD."disclaimer", OLD."id", OLD."kind", OLD."meeting_id", OLD."number", OLD."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."summary", OLD."title"); RETURN NULL;',
                    hash="8353f85597601cf626680726c293d68d4b4ec28c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_43600",
                    table="meetings_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seriesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="46df942604d1833145a111060614fb710d01c2e4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f1ffa",
                    table="meetings_seriesevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contributionactors",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_contributionactorsevent" ("actor_id", "contribution_id", "id", "pgh_context", "pgh_created_at", "pgh_label") VALUES (NEW."actor_id", NEW."contribution_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\'); RETURN NULL;',
                    hash="7696ffb466d4e3a9d80c3f8ca9709a3908bb9c49",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_42cfc",
                    table="meetings_contribution_actors",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contributionactors",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_contributionactorsevent" ("actor_id", "contribution_id", "id", "pgh_context", "pgh_created_at", "pgh_label") VALUES (NEW."actor_id", NEW."contribution_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\'); RETURN NULL;',
                    hash="6b4af19f12c59c8f08b0d0e4f0d3dfea55aaa560",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6caf9",
                    table="meetings_contribution_actors",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contributionactors",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_contributionactorsevent" ("actor_id", "contribution_id", "id", "pgh_context", "pgh_created_at", "pgh_label") VALUES (OLD."actor_id", OLD."contribution_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\'); RETURN NULL;',
                    hash="164240f06ed0dd3b1173d34e51d81f5d9bb842b4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_12f2f",
                    table="meetings_contribution_actors",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingparticipants",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_meetingparticipantsevent" ("actor_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label") VALUES (NEW."actor_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\'); RETURN NULL;',
                    hash="ee4451bd9172ce53745aaa86934a62fe3ac2c5ae",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e8796",
                    table="meetings_meeting_participants",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingparticipants",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_meetingparticipantsevent" ("actor_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label") VALUES (NEW."actor_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\'); RETURN NULL;',
                    hash="32cf99b03779e589854aa38b201d5ace7bc1d8e5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a2f9f",
                    table="meetings_meeting_participants",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingparticipants",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_meetingparticipantsevent" ("actor_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label") VALUES (OLD."actor_id", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\'); RETURN NULL;',
                    hash="667d5e9edd7e51287ddbeb4e3fb1deec916ab994",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_faa50",
                    table="meetings_meeting_participants",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contributionactorsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="867b8a7e0e7564c520e01d9a4c1eb00bbb798e00",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fd4ec",
                    table="meetings_contributionactorsevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contributionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f377aea64ef0a4264dbcae8f9190295523c510d1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9a4df",
                    table="meetings_contributionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="documentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6fc4c2a4d36fcd6341df374c53adf3937f5e9265",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f57c5",
                    table="meetings_documentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="161adc4dee7601797a02097cded16f6fce0bad5d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2b4ce",
                    table="meetings_meetingevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingparticipantsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a3839c3a529efe7dbe1a140d9f8bcbf6710c6134",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_99b42",
                    table="meetings_meetingparticipantsevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sessionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="80d96337d9546b16e18c78ae89fdfdb7a6e7adf0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_564a9",
                    table="meetings_sessionevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
