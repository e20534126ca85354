from pathlib import Path

import actors.models.text
import actors.models.user
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations, models


SQL = Path(__file__).parent / "0001_sql"


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        BtreeGistExtension(),  # no two memberships at once; “nobody named” stands alone
        UnaccentExtension(),  # a search that does not care for accents
        TrigramExtension(),  # “did you mean”
        migrations.CreateModel(
            name="Actor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        help_text="e.g. “eurojust”; never changes once cited.",
                        max_length=80,
                        unique=True,
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
                        help_text="The body it belongs to, e.g. Europol for its European Migrant Smuggling Centre. Empty = stands alone.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="actors.actor",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "verbose_name": "actor",
                "verbose_name_plural": "actors",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                (
                    "email",
                    models.EmailField(
                        help_text="The login. Always kept in small letters.",
                        max_length=254,
                        unique=True,
                        verbose_name="e-mail address",
                    ),
                ),
                ("name", actors.models.text.LineField(blank=True, max_length=150, verbose_name="name")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
                (
                    "represents",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The actors for which this person may answer.",
                        related_name="representatives",
                        to="actors.actor",
                        verbose_name="represents",
                    ),
                ),
            ],
            options={
                "verbose_name": "account",
                "verbose_name_plural": "accounts",
                "ordering": ["email"],
            },
            managers=[
                ("objects", actors.models.user.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="ActorAlias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", actors.models.text.LineField(max_length=300, verbose_name="name")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
            ],
            options={
                "verbose_name": "alias",
                "verbose_name_plural": "aliases",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", actors.models.text.LineField(max_length=150, verbose_name="name")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("function", actors.models.text.LineField(blank=True, max_length=200, verbose_name="function")),
                ("note", actors.models.text.ProseField(blank=True, max_length=20000, verbose_name="note")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="actors.actor",
                        verbose_name="actor",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                "ordering": ["actor_id", "name"],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="actors.actor",
                        verbose_name="group",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="groups",
                        to="actors.actor",
                        verbose_name="member",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
                "ordering": ["group_id", "member_id", "since"],
            },
        ),
        migrations.AddConstraint(
            model_name="actor",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")),
                name="actors_actor_slug_valid",
                violation_error_message="An address part has small letters, digits and single hyphens only.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "eu_agency",
                            "eu_institution",
                            "un_body",
                            "international_organisation",
                            "international_court",
                            "network",
                            "project",
                            "working_group",
                            "national_authority",
                            "country",
                            "country_group",
                            "professional_community",
                        ],
                    )
                ),
                name="actors_actor_kind_valid",
                violation_error_message="“kind” holds a code that does not exist. Known: eu_agency, eu_institution, un_body, international_organisation, international_court, network, project, working_group, national_authority, country, country_group, professional_community.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actor",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__regex", "\\S")),
                name="actors_actor_name_not_blank",
                violation_error_message="An actor needs a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actor",
            constraint=models.CheckConstraint(
                condition=models.Q(("website__regex", "^(https?://\\S+)?$")),
                name="actors_actor_website_on_the_web",
                violation_error_message="An address begins with https:// or http:// and holds no spaces.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("part_of__isnull", True), models.Q(("part_of", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="actors_actor_not_part_of_itself",
                violation_error_message="An actor cannot be part of itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actor",
            constraint=models.CheckConstraint(
                condition=models.Q(("country_code__regex", "^([A-Z]{2})?$")),
                name="actors_actor_country_code_valid",
                violation_error_message="A country code is two capital letters, e.g. DE.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "country"), _negated=True),
                    models.Q(("country_code", ""), _negated=True),
                    _connector="OR",
                ),
                name="actors_actor_country_has_code",
                violation_error_message="A country needs its country code.",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("email", django.db.models.functions.text.Lower(models.F("email")))),
                name="actors_user_email_lower",
                violation_error_message="An e-mail address is kept in small letters, so that it exists only once.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actoralias",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__regex", "\\S")),
                name="actors_actoralias_name_not_blank",
                violation_error_message="An alias needs a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="actoralias",
            constraint=models.UniqueConstraint(
                fields=("actor", "name"),
                name="actors_actoralias_once",
                violation_error_message="The actor has this alias already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(
                fields=("actor", "email"),
                name="actors_contact_once",
                violation_error_message="The actor has a contact with this e-mail address already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("group", models.F("member")), _negated=True),
                name="actors_membership_not_in_itself",
                violation_error_message="A group cannot be a member of itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("since", None), ("until", None), ("until__gt", models.F("since")), _connector="OR"),
                name="actors_membership_dates_in_order",
                violation_error_message="A membership ends after it began.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("group", "="),
                    ("member", "="),
                    (
                        models.Func(
                            "since",
                            "until",
                            function="DATERANGE",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="actors_membership_no_overlap",
                violation_error_message="The member is in this group already during that time.",
            ),
        ),
        migrations.CreateModel(
            name="Concern",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "concerned_id", "actor_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "during",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        help_text="Dates of issue for which it holds."
                    ),
                ),
            ],
            options={"db_table": "actors_concern", "managed": False, "default_permissions": ()},
        ),
        migrations.CreateModel(
            name="Namesake",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "one_id", "other_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "because",
                    models.CharField(
                        choices=[("same", "Called the same, by name, acronym or alias"), ("similar", "Named alike")],
                        max_length=10,
                    ),
                ),
            ],
            options={"db_table": "actors_namesake", "managed": False, "default_permissions": ()},
        ),
        *(
            migrations.RunSQL((SQL / f"{name}.sql").read_text(), migrations.RunSQL.noop)
            for name in ["concern", "namesake"]
        ),
    ]
