import actors.models.text
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActorAliasEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", actors.models.text.LineField(max_length=300, verbose_name="name")),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="actors_acto_id_c1be98_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_acto_pgh_cre_0d4806_idx"),
                    models.Index(fields=["actor"], name="actors_acto_actor_i_889c94_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "slug",
                    models.SlugField(
                        db_index=False,
                        help_text="e.g. “eurojust”; never changes once cited.",
                        max_length=80,
                        verbose_name="address part",
                    ),
                ),
                ("name", actors.models.text.LineField(max_length=300, verbose_name="name")),
                ("acronym", actors.models.text.LineField(blank=True, max_length=40, verbose_name="acronym")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("eu_agency", "EU agency"),
                            ("eu_institution", "EU institution"),
                            ("un_body", "UN body"),
                            ("international_organisation", "International organisation"),
                            ("international_court", "International court"),
                            ("network", "Network"),
                            ("project", "Project"),
                            ("working_group", "Working group"),
                            ("national_authority", "National authority"),
                            ("country", "Country"),
                            ("country_group", "Group of countries"),
                            ("professional_community", "Professional community"),
                        ],
                        max_length=30,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country_code",
                    models.CharField(
                        blank=True,
                        help_text="Two capital letters (ISO 3166-1) of a country or of a national authority.",
                        max_length=2,
                        verbose_name="country code",
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=500, verbose_name="website")),
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
                        help_text="The body it belongs to, e.g. Europol for its European Migrant Smuggling Centre. Empty = stands alone.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="actors_acto_id_cecaf9_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_acto_pgh_cre_26fd28_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", actors.models.text.LineField(max_length=150, verbose_name="name")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("function", actors.models.text.LineField(blank=True, max_length=200, verbose_name="function")),
                ("note", actors.models.text.ProseField(blank=True, max_length=20000, verbose_name="note")),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="actors_cont_id_df616d_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_cont_pgh_cre_e92a24_idx"),
                    models.Index(fields=["actor"], name="actors_cont_actor_i_03b304_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="MembershipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "since",
                    models.DateField(
                        blank=True,
                        help_text="First day. Empty = for as long as is known.",
                        null=True,
                        verbose_name="since",
                    ),
                ),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        help_text="First day on which it is no longer a member. Empty = still a member.",
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="group",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actors.actor",
                        verbose_name="member",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["id", "pgh_id"], name="actors_memb_id_a8fa61_idx"),
                    models.Index(fields=["pgh_created_at", "pgh_id"], name="actors_memb_pgh_cre_f93bfe_idx"),
                    models.Index(fields=["group"], name="actors_memb_group_i_97ae9b_idx"),
                    models.Index(fields=["member"], name="actors_memb_member__328b78_idx"),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actor",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_actorevent" ("acronym", "country_code", "description", "id", "kind", "name", "part_of_id", "pgh_context", "pgh_created_at", "pgh_label", "slug", "website") VALUES (NEW."acronym", NEW."country_code", NEW."description", NEW."id", NEW."kind", NEW."name", NEW."part_of_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."slug", NEW."website"); RETURN NULL;',
                    hash="3d6a211a8ef884dbfe8a07a7d1576ccc76cd3efc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_64c15",
                    table="actors_actor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actor",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actors_actorevent" ("acronym", "country_code", "description", "id", "kind", "name", "part_of_id", "pgh_context", "pgh_created_at", "pgh_label", "slug", "website") VALUES (NEW."acronym", NEW."country_code", NEW."description", NEW."id", NEW."kind", NEW."name", NEW."part_of_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."slug", NEW."website"); RETURN NULL;',
                    hash="1375dce539f6df7e887193b5c15ce992ba9494cd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_eb0cc",
                    table="actors_actor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actor",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_actorevent" ("acronym", "country_code", "description", "id", "kind", "name", "part_of_id", "pgh_context", "pgh_created_at", "pgh_label", "slug", "website") VALUES (OLD."acronym", OLD."country_code", OLD."description", OLD."id", OLD."kind", OLD."name", OLD."part_of_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."slug", OLD."website"); RETURN NULL;',
                    hash="d5b9bfcd9c97ff099088cb62372f6050165b845c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b7108",
                    table="actors_actor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actoralias",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_actoraliasevent" ("actor_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label") VALUES (NEW."actor_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\'); RETURN NULL;',
                    hash="083fa5d03a8de87c998ed28f07b03937e46aef45",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f7e7c",
                    table="actors_actoralias",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actoralias",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actors_actoraliasevent" ("actor_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label") VALUES (NEW."actor_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\'); RETURN NULL;',
                    hash="c005dc88263e7480b422134269b27981fa3ef342",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_92313",
                    table="actors_actoralias",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actoralias",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_actoraliasevent" ("actor_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label") VALUES (OLD."actor_id", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\'); RETURN NULL;',
                    hash="7a0bcdeb863bb0dbc83ee356a3c1a1326393246e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9f9e9",
                    table="actors_actoralias",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_contactevent" ("actor_id", "email", "function", "id", "name", "note", "pgh_context", "pgh_created_at", "pgh_label") VALUES (NEW."actor_id", NEW."email", NEW."function", NEW."id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\'); RETURN NULL;',
                    hash="7d17378516ad0810963e99d6a7ca495fe1e2e16f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fab10",
                    table="actors_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actors_contactevent" ("actor_id", "email", "function", "id", "name", "note", "pgh_context", "pgh_created_at", "pgh_label") VALUES (NEW."actor_id", NEW."email", NEW."function", NEW."id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\'); RETURN NULL;',
                    hash="0c2f044da48070f3e6e613ac21b5602f97da29be",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a0caf",
                    table="actors_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_contactevent" ("actor_id", "email", "function", "id", "name", "note", "pgh_context", "pgh_created_at", "pgh_label") VALUES (OLD."actor_id", OLD."email", OLD."function", OLD."id", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\'); RETURN NULL;',
                    hash="a9b4fb56e10e443fde226d7f3f5779e06b1e0681",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d850a",
                    table="actors_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_membershipevent" ("group_id", "id", "member_id", "pgh_context", "pgh_created_at", "pgh_label", "since", "until") VALUES (NEW."group_id", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."since", NEW."until"); RETURN NULL;',
                    hash="46b75e3e7cdbfef67fa0a8a4d7fb1d77bc57d46f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5b0a7",
                    table="actors_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actors_membershipevent" ("group_id", "id", "member_id", "pgh_context", "pgh_created_at", "pgh_label", "since", "until") VALUES (NEW."group_id", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."since", NEW."until"); RETURN NULL;',
                    hash="4c83b487c7887a40558106b9ea7ebb4b2f78eebb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2b798",
                    table="actors_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actors_membershipevent" ("group_id", "id", "member_id", "pgh_context", "pgh_created_at", "pgh_label", "since", "until") VALUES (OLD."group_id", OLD."id", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."since", OLD."until"); RETURN NULL;',
                    hash="77d853ccc18a91eb2cdfacae28b68a4669004c78",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b2fd6",
                    table="actors_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actoraliasevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e8ab9164c8f30323f51b850e6c23a5f602ffed2e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5bb79",
                    table="actors_actoraliasevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="660efeefb65b427b6a40b4cabedc1c6cd73bda2e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f15c6",
                    table="actors_actorevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d26c132c6896f19cd93cddec24f83237fa2c7bbb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c150e",
                    table="actors_contactevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membershipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="187f36a7001c7bc13620c0a3e467e71f47aa916f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d0fc2",
                    table="actors_membershipevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
