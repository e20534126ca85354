from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField


class UserManager(BaseUserManager):
    """Finds and makes accounts by their e-mail address."""

    use_in_migrations = True

    def get_by_natural_key(self, email):
        return self.get(email=email.lower())

    def create_user(self, email, password=None, **fields):
        """A new account. Raises ValueError without an e-mail address."""
        if not email:
            raise ValueError(_("An account needs an e-mail address."))
        user = self.model(email=email.lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, **{"is_staff": True, "is_superuser": True, **fields})


class User(AbstractUser):
    """A person's account: an officer of the secretariat, or somebody who answers for an actor."""

    username = None
    first_name = None
    last_name = None
    email = models.EmailField(
        _("e-mail address"),
        unique=True,
        help_text=_("The login. Always kept in small letters."),
    )
    name = LineField(_("name"), max_length=150, blank=True)
    represents = models.ManyToManyField(
        "actors.Actor",
        verbose_name=_("represents"),
        related_name="representatives",
        blank=True,
        help_text=_("The actors for which this person may answer."),
    )

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["email"]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_email_lower",
                condition=Q(email=Lower(F("email"))),
                violation_error_message=_("An e-mail address is kept in small letters, so that it exists only once."),
            )
        ]

    def __str__(self):
        return self.name or self.email

    def natural_key(self):
        return (self.email,)

    def clean(self):
        super().clean()
        self.email = self.email.lower()

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self)
